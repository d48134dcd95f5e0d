/**
 * Whether a pattern for an answer may be used on what visitors type: one on which a few hundred characters can keep a
 * browser busy for ever is refused, as is one that is none.
 */
import { isSlowOn } from "./bounded-match.ts";

export interface PatternFault {
  readonly code: "pattern_invalid" | "pattern_slow";
  readonly sentence: string;
}

/** What a visitor may type into a field is no longer than this (`readFieldValue`). */
const ANSWER_CHARS = 200;
/** For all that is tried on one part; an honest one takes a millisecond. */
const MATCH_MS_MAX = 50;
/** Repeating a character of the pattern, or two, is what makes a bad one try every way of dividing it. */
const PAIRED_MAX = 10;
/** What fits nowhere, so that every way is tried: neither a word's character nor, for what takes only others, one of those. */
const ENDS = ["\0", "Z"];

const INVALID: PatternFault = {
  code: "pattern_invalid",
  sentence: "This is no regular expression. Look for a bracket that is not closed.",
};
const SLOW: PatternFault = {
  code: "pattern_slow",
  sentence: "This pattern could take for ever on some answers. Repeat no group that repeats within itself.",
};

/** Null if it may be used. */
export function checkPattern(pattern: string): PatternFault | null {
  try {
    void new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return INVALID;
  }
  return repeatsRepeated(pattern) || isSlow(pattern) ? SLOW : null;
}

/** A group that repeats without bound, and holds something that does, such as `(a+)+`. */
function repeatsRepeated(pattern: string): boolean {
  const bare = pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/gu, "x");
  /** For each group that is open: whether it holds an unbounded repetition. */
  const open: boolean[] = [false];
  for (let at = 0; at < bare.length; at += 1) {
    const rest = bare.slice(at + 1);
    if (bare[at] === "(") open.push(false);
    else if (bare[at] === ")") {
      const holds = open.pop() === true;
      if (holds && isRepetition(rest)) return true;
      if (holds) open[open.length - 1] = true;
    } else if (isRepetition(bare.slice(at))) open[open.length - 1] = true;
  }
  return false;
}

function isRepetition(text: string): boolean {
  return /^(?:[*+]|\{\d+,\}|\{\d+,\d{2,}\})/u.test(text);
}

/** Tries it, and each part of it up to the end of its group, on what hurts such patterns: a bad part may stand behind a good one. */
function isSlow(pattern: string): boolean {
  const texts = attacks(pattern);
  return partsOf(pattern).some((part) => isSlowOn(part, texts, MATCH_MS_MAX));
}

/** What can be read of it from each place on. */
function partsOf(pattern: string): readonly RegExp[] {
  const pieces = [...pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|./gsu)];
  const parts = pieces.map(({ index }, at) => {
    let depth = 0;
    const end = pieces.slice(at).find(([piece]) => {
      depth += piece === "(" ? 1 : piece === ")" ? -1 : 0;
      return depth < 0;
    });
    return pattern.slice(index, end?.index);
  });
  return [...new Set(parts)].flatMap((part) => {
    try {
      return [new RegExp(`^(?:${part})$`, "u")];
    } catch {
      return [];
    }
  });
}

function attacks(pattern: string): readonly string[] {
  const characters = new Set(["a", "A", "0", " ", "-", "_", "!", "é", ...(pattern.match(/./gsu) ?? [])]);
  const alone = [...characters];
  const pairs = alone
    .slice(0, PAIRED_MAX)
    .flatMap((one) => alone.slice(0, PAIRED_MAX).map((other) => one + other));
  const pumped = [...alone, ...pairs].map((pump) => pump.repeat(ANSWER_CHARS).slice(0, ANSWER_CHARS - 1));
  return pumped.flatMap((text) => ENDS.map((end) => text + end));
}
