/** How far one side has received and read a conversation, both as a `seq`. A side's receipts never go back. */
import * as z from "zod/mini";
import { Seq } from "./seq.ts";

export const Side = z.enum(["visitor", "agent"]);
export type Side = z.infer<typeof Side>;

export const Receipt = z.object({
  delivered: Seq,
  read: Seq,
});
export type Receipt = z.infer<typeof Receipt>;
