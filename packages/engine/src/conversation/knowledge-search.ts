/** Searches all that a site knows: first in the question's language, then in the site's. */
import type { KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { Language } from "../domain/language.ts";
import { createLanguageSearch, type KnowledgeMatch, type LanguageSearch } from "./language-search.ts";

/**
 * From here on an answer is given. Of the questions of `training/knowledge`, one answer in a hundred is then to another
 * question, and one question in ten goes to a person although its answer was there: the cheaper mistake.
 */
export const SURE_MIN = 0.7;

/** The surest first, at most `limit`; but what answers surely in one's own language comes before the site's. */
export type KnowledgeSearch = (
  question: { readonly text: string; readonly language: Language },
  limit: number,
) => readonly KnowledgeMatch[];

/** Each language has an index of its own, built when it is first asked for. */
export function createKnowledgeSearch(
  entries: readonly KnowledgeEntry[],
  siteLanguage?: Language,
): KnowledgeSearch {
  const searches = new Map<Language, LanguageSearch>();

  function searchIn(language: Language): LanguageSearch {
    const known = searches.get(language);
    if (known !== undefined) return known;
    const own = entries.filter((entry) => entry.language === language);
    const made = createLanguageSearch(own, language);
    searches.set(language, made);
    return made;
  }

  return ({ text, language }, limit) => {
    const own = searchIn(language)(text, limit);
    if (siteLanguage === undefined || siteLanguage === language) return own;
    const sites = searchIn(siteLanguage)(text, limit);
    const both = [...own, ...sites];
    const isSure = (own[0]?.sure ?? 0) >= SURE_MIN;
    return (isSure ? both : both.toSorted((a, b) => b.sure - a.sure)).slice(0, limit);
  };
}
