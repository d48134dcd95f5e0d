/** What came of asking for an answer: it stands in the log, or there is none and the browser goes on by itself. */
import * as z from "zod/mini";
import { AnswerSource } from "../domain/answer-source.ts";
import { ConversationId, SendId } from "../domain/id.ts";

export const AnswerOver = z.object({
  type: z.literal("answer-over"),
  conversation: ConversationId,
  message: SendId,
  /** As it was stored, under the id that follows from the message's. */
  answer: z.nullable(z.object({ text: z.string(), source: z.optional(AnswerSource) })),
});
export type AnswerOver = z.infer<typeof AnswerOver>;
