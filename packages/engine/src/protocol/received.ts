/** How far one side has received and read. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { Receipt, Side } from "../domain/receipt.ts";

export const Received = z.object({
  type: z.literal("received"),
  conversation: ConversationId,
  side: Side,
  receipt: Receipt,
});
export type Received = z.infer<typeof Received>;
