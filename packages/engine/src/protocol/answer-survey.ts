/** Answer the survey that an agent began at the end, or decline it. Once; the conversation is closed with it (F24). */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";
import { SurveyAnswer } from "../domain/survey-answer.ts";

const { rating, comment } = SurveyAnswer.shape;

export const AnswerSurvey = z.object({
  type: z.literal("answer-survey"),
  id: SendId,
  conversation: ConversationId,
  rating,
  comment,
});
export type AnswerSurvey = z.infer<typeof AnswerSurvey>;
