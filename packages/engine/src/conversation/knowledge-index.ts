/** The index over every way of asking for what a site knows: for a word, who has it and how nearly. */
import MiniSearch from "minisearch";
import type { KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { Language } from "../domain/language.ts";
import { isNumber, type TellingWord, tellingWords } from "./telling-words.ts";

/** Of a word that is met only nearly: a typo, or the beginning of a longer one. */
const NEARLY = 0.85;
/** What a word of the question counts where the entry has it: in this way of asking, in another, or in the answer only. */
const FIELD_WEIGHTS = { phrasing: 1, others: 0.9, answer: 0.6 } as const;
type Field = keyof typeof FIELD_WEIGHTS;

/** Shorter words are met whole or not at all. */
const FUZZY_CHARS_MIN = 4;
const PREFIX_CHARS_MIN = 5;
/** Typos allowed, as a share of the word's length. */
const FUZZY_SHARE = 0.25;
const TYPOS_MAX = 2;

/** One way of asking for one entry. */
export interface Phrasing extends Readonly<Record<Field, readonly TellingWord[]>> {
  readonly id: number;
  readonly entry: KnowledgeEntry;
}

export interface Met {
  /** 0–1. */
  readonly weight: number;
  /** The terms of this way of asking that were met. */
  readonly terms: readonly string[];
}

export interface KnowledgeIndex {
  readonly phrasings: readonly Phrasing[];
  /** By the phrasing's id. */
  find(word: TellingWord): ReadonlyMap<number, Met>;
}

export function waysOf({ question, variants }: KnowledgeEntry): readonly string[] {
  return [question, ...variants];
}

export function createKnowledgeIndex(entries: readonly KnowledgeEntry[], language: Language): KnowledgeIndex {
  const phrasings = entries
    .flatMap((entry) => phrasingsOf(entry, language))
    .map((phrasing, id) => ({ ...phrasing, id }));
  const index = new MiniSearch<Phrasing>({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
    extractField: (phrasing, field) =>
      field === "id" ? String(phrasing.id) : phrasing[field as Field].flatMap(termsOf).join(" "),
  });
  index.addAll(phrasings);

  function find(word: TellingWord): ReadonlyMap<number, Met> {
    const found = new Map<number, Met>();
    for (const term of termsOf(word)) {
      const maySlip = term === word.stem && !isNumber(term);
      const results = index.search(term, {
        fuzzy: maySlip && term.length >= FUZZY_CHARS_MIN ? FUZZY_SHARE : false,
        prefix: maySlip && term.length >= PREFIX_CHARS_MIN,
        maxFuzzy: TYPOS_MAX,
      });
      for (const { id, match } of results) {
        const known = found.get(Number(id));
        const weights = Object.entries(match).flatMap(([met, fields]) =>
          fields.map((field) => FIELD_WEIGHTS[field as Field] * (met === term ? 1 : NEARLY)),
        );
        const terms = Object.keys(match).filter((met) => match[met]?.includes("phrasing"));
        found.set(Number(id), {
          weight: Math.max(known?.weight ?? 0, ...weights),
          terms: [...(known?.terms ?? []), ...terms],
        });
      }
    }
    return found;
  }

  return { phrasings, find };
}

/** As what a word stands in the index: as itself, and as what it asks for. */
export function termsOf({ stem, concept }: TellingWord): readonly string[] {
  return concept === null ? [stem] : [concept, stem];
}

function phrasingsOf(entry: KnowledgeEntry, language: Language): readonly Omit<Phrasing, "id">[] {
  const ways = waysOf(entry).map((way) => tellingWords(way, language));
  const answer = tellingWords(entry.answer, language);
  return ways
    .map((phrasing, at) => ({
      entry,
      phrasing,
      others: ways.filter((_, other) => other !== at).flat(),
      answer,
    }))
    .filter(({ phrasing }) => phrasing.length > 0);
}
