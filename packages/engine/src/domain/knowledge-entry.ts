/** One thing that Sophie can answer by herself. */
import * as z from "zod/mini";
import { Language } from "./language.ts";

/** A page that says more. */
export const KnowledgeLink = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** Only `https:`. */
  url: z.string().check(z.maxLength(2_000), z.regex(/^https:\/\/[^\s<>"]+$/)),
});
export type KnowledgeLink = z.infer<typeof KnowledgeLink>;

export const KnowledgeEntry = z.object({
  id: z.string(),
  language: Language,
  question: z.string(),
  /** Other ways to ask the same. */
  variants: z.array(z.string()),
  answer: z.string(),
  /** Said after the answer. */
  links: z.optional(z.array(KnowledgeLink)),
});
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>;

/** What Sophie says: the answer and, each on a line of its own, where to read on. Plain text; addresses can be followed. */
export function answerTextOf({ answer, links = [] }: KnowledgeEntry): string {
  return [answer, ...links.map(({ title, url }) => `${title}: ${url}`)].join("\n");
}
