/** The beginning of an answer that is being made: to be shown, and stored nowhere. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const AnswerPart = z.object({
  type: z.literal("answer-part"),
  conversation: ConversationId,
  /** The message that it answers. */
  message: SendId,
  /** All of it so far. */
  text: z.string(),
});
export type AnswerPart = z.infer<typeof AnswerPart>;
