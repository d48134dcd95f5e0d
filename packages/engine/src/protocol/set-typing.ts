/** Tell the other side that somebody types, or has stopped. Not answered, not stored. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";

export const SetTyping = z.object({
  type: z.literal("set-typing"),
  conversation: ConversationId,
  typing: z.boolean(),
});
export type SetTyping = z.infer<typeof SetTyping>;
