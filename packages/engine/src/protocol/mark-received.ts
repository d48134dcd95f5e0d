/** Say how far this side has received and read. Not answered; a lower figure than before is ignored. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { Receipt } from "../domain/receipt.ts";

export const MarkReceived = z.object({
  type: z.literal("mark-received"),
  conversation: ConversationId,
  receipt: Receipt,
});
export type MarkReceived = z.infer<typeof MarkReceived>;
