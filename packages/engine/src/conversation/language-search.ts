/** Searches what a site knows in one language, and says how sure it is that what it found answers the question. */
import type { KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { Language } from "../domain/language.ts";
import { isWeak } from "./concepts.ts";
import { createKnowledgeIndex, type Met, type Phrasing, termsOf, waysOf } from "./knowledge-index.ts";
import { namingWords } from "./named-things.ts";
import { isNumber, type TellingWord, tellingWords } from "./telling-words.ts";

/** More words than a question has: what lies beyond is a story. */
const WORDS_MAX = 40;
/** How much it counts that the question's words stand in the entry, and how much that the entry's stand in the question. */
const QUESTION_SHARE = 0.7;
const ENTRY_SHARE = 0.3;
/** From a score to how often such a score was right, fitted on `training/knowledge` (logistic). */
const LOGISTIC = { offset: -7.5, slope: 14.2 } as const;
/** Answers that score so nearly the same are as likely as each other, and share what is sure. */
const TIE = 0.03;
/** What "when" and "where" say, beside a word that occurs in one of a few entries. */
const WEAK_RARITY = 0.4;

/** An entry that may answer, and how sure that is, 0–1. */
export interface KnowledgeMatch {
  readonly entry: KnowledgeEntry;
  /** 0–1: how likely it is that this entry answers the question. */
  readonly sure: number;
}

/** The surest first, at most `limit`, each entry once. Never throws, whatever the text. */
export type LanguageSearch = (text: string, limit: number) => readonly KnowledgeMatch[];

/** Builds the index of one language's entries once; a question is then a look-up for each of its words. */
export function createLanguageSearch(entries: readonly KnowledgeEntry[], language: Language): LanguageSearch {
  const index = createKnowledgeIndex(entries, language);
  const rarity = rarityIn(entries, language);
  const names = namesIn(entries, language);

  return (text, limit) => {
    const words = tellingWords(text, language)
      .slice(0, WORDS_MAX)
      .map((word) => ({ ...word, found: index.find(word), isName: names.has(word.stem) }));
    const asked = words.filter(({ isName }) => !isName);
    // A name alone is no question.
    if (asked.every(({ concept }) => isWeak(concept))) return [];
    const scores = new Map<KnowledgeEntry, number>();
    for (const phrasing of index.phrasings) {
      const score = scoreOf(phrasing, words, asked);
      if (score > (scores.get(phrasing.entry) ?? 0)) scores.set(phrasing.entry, score);
    }
    return ranked(scores).slice(0, limit);
  };

  type Asked = TellingWord & { readonly found: ReadonlyMap<number, Met>; readonly isName: boolean };

  function scoreOf(phrasing: Phrasing, words: readonly Asked[], asked: readonly Asked[]): number {
    const has = ({ found }: Asked) => found.has(phrasing.id);
    // Of another house than the one that is asked for, everything may be the same.
    if (words.some((word) => (word.isName || isNumber(word.stem)) && !has(word))) return 0;
    if (!asked.some((word) => has(word) && !isWeak(word.concept))) return 0;
    const met = new Set(words.flatMap(({ found }) => found.get(phrasing.id)?.terms ?? []));
    const isMet = (word: TellingWord) => termsOf(word).some((term) => met.has(term));
    return (
      QUESTION_SHARE * shareOf(asked, ({ found }) => found.get(phrasing.id)?.weight ?? 0) +
      ENTRY_SHARE * shareOf(phrasing.phrasing, (word) => (isMet(word) ? 1 : 0))
    );
  }

  /** The rare words of a sentence count most. */
  function shareOf<W extends TellingWord>(of: readonly W[], part: (word: W) => number): number {
    const total = of.reduce((sum, word) => sum + rarity(word), 0);
    return of.reduce((sum, word) => sum + rarity(word) * part(word), 0) / total;
  }
}

function ranked(scores: ReadonlyMap<KnowledgeEntry, number>): readonly KnowledgeMatch[] {
  const best = [...scores].toSorted(([, a], [, b]) => b - a);
  const ties = best.filter(([, score]) => (best[0]?.[1] ?? 0) - score < TIE).length;
  return best.map(([entry, score], rank) => {
    const likely = 1 / (1 + Math.exp(-LOGISTIC.offset - LOGISTIC.slope * score));
    return { entry, sure: rank < ties ? likely / ties : likely };
  });
}

/** What a word says: much if few entries have it. One that none has says most, since it asks for something else. */
function rarityIn(entries: readonly KnowledgeEntry[], language: Language): (word: TellingWord) => number {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const { stem, concept } of tellingWords(waysOf(entry).join(" "), language)) {
      const term = concept ?? stem;
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return ({ stem, concept }) =>
    isWeak(concept)
      ? WEAK_RARITY
      : Math.log(1 + (entries.length + 1) / ((counts.get(concept ?? stem) ?? 0) + 0.5));
}

function namesIn(entries: readonly KnowledgeEntry[], language: Language): ReadonlySet<string> {
  const names = entries.flatMap((entry) => waysOf(entry).flatMap((way) => [...namingWords(way, language)]));
  return new Set(tellingWords(names.join(" "), language).map(({ stem }) => stem));
}
