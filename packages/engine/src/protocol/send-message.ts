/** Say something, as the visitor or the agent whose socket this is. Opens the conversation if it is new. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const SendMessage = z.object({
  type: z.literal("send-message"),
  id: SendId,
  conversation: ConversationId,
  text: z.string(),
});
export type SendMessage = z.infer<typeof SendMessage>;
