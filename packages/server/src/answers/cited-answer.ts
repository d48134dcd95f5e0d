/**
 * Reads what a language model says as it comes, and believes it only as far as it can be checked: it must cite entries
 * that it was given, and may hold no number, address or link that is in none of them.
 */
import { answerTextOf, type KnowledgeEntry, type Language, tellingWords } from "@sophie/engine";
import { plainText } from "./plain-text.ts";

/** The longest answer that is one. */
const ANSWER_CHARS_MAX = 1_500;
/** A citation stands at the very beginning, or there is none. */
const CITATION_CHARS_MAX = 40;
const CITATION = /^\s*\[\s*(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\s*\]\s*/;
/** What may yet become a citation. */
const MAY_BE_CITATION = /^\s*(?:\[[\d\s,;]*)?$/;
/** Of the answer's telling words, how many its entries or the question must hold, where all is in one language. */
const SHARED_MIN = 0.2;

export interface CitableFacts {
  readonly question: string;
  readonly language: Language;
  readonly entries: readonly KnowledgeEntry[];
}

/** Why an answer is not one. */
export type Unbelievable = "uncited" | "unknown_entry" | "empty" | "too_long" | "invented" | "off_topic";

export type Reading =
  /** `text`: what may be shown so far. */
  | { readonly state: "growing"; readonly text: string }
  | { readonly state: "answer"; readonly text: string; readonly entries: readonly string[] }
  | { readonly state: "refused"; readonly why: Unbelievable };

/** `said`: all of it so far. `isOver`: nothing more comes. */
export function readCited(said: string, facts: CitableFacts, isOver: boolean): Reading {
  const citation = CITATION.exec(said);
  if (citation === null) {
    const mayCome = !isOver && said.length <= CITATION_CHARS_MAX && MAY_BE_CITATION.test(said);
    return mayCome ? { state: "growing", text: "" } : { state: "refused", why: "uncited" };
  }
  const cited = [...new Set((citation[1] ?? "").split(/[,;]/).map(Number))].map(
    (at) => facts.entries[at - 1],
  );
  if (!cited.every((entry) => entry !== undefined)) return { state: "refused", why: "unknown_entry" };
  const whole = plainText(said.slice(citation[0].length));
  // A word or a number that is still being written cannot be judged yet.
  const text = isOver ? whole : whole.replace(/\S*$/, "").trimEnd();
  if (text.length > ANSWER_CHARS_MAX) return { state: "refused", why: "too_long" };
  const source = cited.map((entry) => `${entry.question} ${answerTextOf(entry)}`).join("\n");
  if (isInvented(text, `${source}\n${facts.question}`)) return { state: "refused", why: "invented" };
  const isOff = isOffTopic(text, source, cited, facts);
  if (!isOver) return { state: "growing", text: isOff ? "" : text };
  if (text === "") return { state: "refused", why: "empty" };
  if (isOff) return { state: "refused", why: "off_topic" };
  return { state: "answer", text, entries: cited.map(({ id }) => id) };
}

/** Figures of more than one digit, addresses and links come from the entries or from the visitor, or from nowhere. */
export function isInvented(text: string, source: string): boolean {
  const known = new Set(figuresIn(source));
  if (figuresIn(text).some((figure) => figure.length > 1 && !known.has(figure))) return true;
  const addresses =
    text.match(/(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]}']|[^\s@]+@[^\s@]+\.\p{L}{2,}/giu) ?? [];
  return addresses.some((address) => !source.includes(address));
}

/** "€ 565.000" and "565,000" are one figure. */
function figuresIn(text: string): string[] {
  const figures = text.match(/\d+(?:[.,:\u00a0 ]\d{2,3})*/g) ?? [];
  return figures.map((figure) => figure.replace(/\D/g, ""));
}

/** Where the entries are in another language than the answer, words cannot tell. */
function isOffTopic(
  text: string,
  source: string,
  cited: readonly KnowledgeEntry[],
  { question, language }: CitableFacts,
): boolean {
  if (cited.some((entry) => entry.language !== language)) return false;
  const known = new Set(tellingWords(`${source}\n${question}`, language).map(termOf));
  const words = tellingWords(text, language).map(termOf);
  return words.filter((word) => known.has(word)).length < words.length * SHARED_MIN;
}

function termOf({ stem, concept }: { readonly stem: string; readonly concept: string | null }): string {
  return concept ?? stem;
}
