/** What the bot says, sent by the visitor's browser, where it runs. Refused while a person has control. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const SendReply = z.object({
  type: z.literal("send-reply"),
  id: SendId,
  conversation: ConversationId,
  text: z.string(),
});
export type SendReply = z.infer<typeof SendReply>;
