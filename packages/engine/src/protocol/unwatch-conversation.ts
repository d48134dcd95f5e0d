/** Stop following a conversation. Not answered. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";

export const UnwatchConversation = z.object({
  type: z.literal("unwatch-conversation"),
  conversation: ConversationId,
});
export type UnwatchConversation = z.infer<typeof UnwatchConversation>;
