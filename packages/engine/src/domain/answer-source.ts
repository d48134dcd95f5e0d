/** Where an answer of Sophie's comes from, so that an agent can look it up and the replay shows it. */
import * as z from "zod/mini";

export const AnswerSource = z.object({
  /** `knowledge`: an entry's own words. `model`: a language model's, made from these entries. */
  by: z.enum(["knowledge", "model"]),
  /** Ids of the entries of the site's knowledge. */
  entries: z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.minLength(1), z.maxLength(10)),
});
export type AnswerSource = z.infer<typeof AnswerSource>;
