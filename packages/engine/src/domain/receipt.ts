/** How far one side has received and read a conversation, both as a `seq`. A side's receipts never go back. */
import * as z from "zod/mini";

export const Side = z.enum(["visitor", "agent"]);
export type Side = z.infer<typeof Side>;

export const Receipt = z.object({
  delivered: z.int().check(z.nonnegative()),
  read: z.int().check(z.nonnegative()),
});
export type Receipt = z.infer<typeof Receipt>;
