/** The head of a conversation is new or has changed; the one with the higher `lastSeq` holds. */
import * as z from "zod/mini";
import { Conversation } from "../domain/conversation.ts";

export const ConversationChanged = z.object({
  type: z.literal("conversation-changed"),
  conversation: Conversation,
});
export type ConversationChanged = z.infer<typeof ConversationChanged>;
