/** How a visitor found being helped: one to five, and a word about it if they like (F24). */
import * as z from "zod/mini";

const COMMENT_CHARS = 1_000;

const Rating = z.int().check(z.minimum(1), z.maximum(5));

export const SurveyAnswer = z.object({
  /** Null for a visitor who would rather not say. */
  rating: z.nullable(Rating),
  comment: z.string().check(z.trim(), z.maxLength(COMMENT_CHARS)),
});
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;
