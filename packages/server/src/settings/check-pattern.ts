/**
 * Whether a pattern for an answer may be used on what visitors type: one on which a few hundred characters can keep a
 * browser busy for ever is refused, as is one that is none.
 */
import { type Context, createContext, Script } from "node:vm";

export interface PatternFault {
  readonly code: "pattern_invalid" | "pattern_slow";
  readonly sentence: string;
}

/** What a visitor may type into a field is no longer than this (`readFieldValue`). */
const ANSWER_CHARS = 200;
/** An honest pattern takes microseconds. */
const MATCH_MS_MAX = 25;
/** Repeating a character of the pattern is what makes a bad one try every way of dividing it. */
const PUMPED_MAX = 24;

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

/** Where a match can be stopped. Making one takes longer than hundreds of matches. */
let room: Context | null = null;
const MATCH = new Script("new RegExp(pattern, 'u').test(text)");

/** Tries it on what hurts such patterns, with a clock beside it. */
function isSlow(pattern: string): boolean {
  room ??= createContext({ text: "", pattern: "" });
  const place = room;
  place["pattern"] = `^(?:${pattern})$`;
  return attacks(pattern).some((text) => {
    place["text"] = text;
    try {
      MATCH.runInContext(place, { timeout: MATCH_MS_MAX });
      return false;
    } catch {
      return true;
    }
  });
}

function attacks(pattern: string): readonly string[] {
  const letters = new Set(["a", "A", "0", " ", "-", ...(pattern.match(/[\p{L}\p{N} ._-]/gu) ?? [])]);
  const alone = [...letters].slice(0, PUMPED_MAX);
  const pairs = alone.slice(0, 8).flatMap((one) => alone.slice(0, 8).map((other) => one + other));
  return [...alone, ...pairs].map((pump) => `${pump.repeat(ANSWER_CHARS).slice(0, ANSWER_CHARS - 1)}\0`);
}
