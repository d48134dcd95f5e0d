/** Follow a conversation from `since` on: what is missing comes as `entries`, then everything new. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";
import { Seq } from "../domain/seq.ts";

export const WatchConversation = z.object({
  type: z.literal("watch-conversation"),
  id: SendId,
  conversation: ConversationId,
  since: Seq,
});
export type WatchConversation = z.infer<typeof WatchConversation>;
