/** Answers from the site's list of knowledge, and knows when it does not know. */
import { answerTextOf, type KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { Language } from "../domain/language.ts";
import { createKnowledgeSearch, SURE_MIN } from "./knowledge-search.ts";
import type { AnswerPort } from "./ports.ts";

/** `siteLanguage`: in which to look where nothing in the visitor's own language answers. */
export function createKnowledge(entries: readonly KnowledgeEntry[], siteLanguage?: Language): AnswerPort {
  const search = createKnowledgeSearch(entries, siteLanguage);
  return async (question) => {
    const best = search(question, 1)[0];
    if (best === undefined || best.sure < SURE_MIN) return null;
    return { text: answerTextOf(best.entry), source: { by: "knowledge", entries: [best.entry.id] } };
  };
}
