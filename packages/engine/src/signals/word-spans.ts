/** The words of a text with their exact places, plain enough to be compared: blind to case, accents and hidden signs. */
import { fold } from "./fold.ts";

export interface WordSpan {
  readonly word: string;
  /** UTF-16 offsets into the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether a sentence ends between the word before and this one. */
  readonly isAfterBreak: boolean;
}

/** A word goes on over marks and over signs that nobody sees: soft hyphens, zero-width spaces and joiners. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*/gu;
const UNSEEN = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const BREAK = /[.!?\u2026]/;

const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };

export function wordSpans(text: string): readonly WordSpan[] {
  const folded = fold(text);
  let before = 0;
  return [...folded.matchAll(WORD)].map(({ 0: found, index }) => {
    const isAfterBreak = BREAK.test(folded.slice(before, index));
    const end = index + found.length;
    before = end;
    return { word: plain(found), start: index, end, isAfterBreak };
  });
}

function plain(found: string): string {
  return found.replace(UNSEEN, "").replace(/[ßæœøłđ]/g, (letter) => LETTERS[letter] ?? letter);
}
