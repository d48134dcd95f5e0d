/** One thing that Sophie can answer by herself. */
import * as z from "zod/mini";
import { Language } from "./language.ts";

export const KnowledgeEntry = z.object({
  id: z.string(),
  language: Language,
  question: z.string(),
  /** Other ways to ask the same. */
  variants: z.array(z.string()),
  answer: z.string(),
});
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>;
