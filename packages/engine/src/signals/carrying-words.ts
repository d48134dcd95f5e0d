/** Finds the exact words that carry a finding, as a person would underline them. */
import type { Span } from "../domain/span.ts";
import type { Token } from "./tokens.ts";
import { isMark } from "./tokens.ts";

/** A word counts when it carries nearly as much as the strongest one, and when it is not far from carrying at all. */
const BELOW_STRONGEST = 2.8;
const LOWEST = -1.5;
/** So many words that carry nothing are underlined with those on both sides of them. */
const GAP_MAX = 1;
/** Words this short (er, to, je, im, la) say nothing at the edge of what is underlined. */
const EDGE_LETTERS_MAX = 2;
const SPANS_MAX = 3;
const NEVER = -1e9;

/** At least one span for a message with a word in it, in order, without overlap, surest kept. */
export function carryingWords(
  tokens: readonly Token[],
  carried: Float64Array,
  head: number,
  heads: number,
): Span[] {
  const weightOf = (at: number) => (isMark(tokens[at]!) ? NEVER : carried[at * heads + head]!);
  let best = NEVER;
  for (let at = 0; at < tokens.length; at += 1) best = Math.max(best, weightOf(at));
  const limit = Math.min(best, Math.max(LOWEST, best - BELOW_STRONGEST));
  const nextCarrying = (at: number) => {
    for (let next = at + 1; next <= at + 1 + GAP_MAX && next < tokens.length; next += 1) {
      if (weightOf(next) >= limit) return next;
      if (isMark(tokens[next]!)) break;
    }
    return -1;
  };
  const found: { span: Span; weight: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (weightOf(at) < limit) continue;
    const first = at;
    let weight = weightOf(at);
    for (let next = nextCarrying(at); next >= 0; next = nextCarrying(at)) {
      at = next;
      weight = Math.max(weight, weightOf(at));
    }
    found.push({ span: trimmed(tokens.slice(first, at + 1)), weight });
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SPANS_MAX)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

function trimmed(words: readonly Token[]): Span {
  const isTelling = ({ letters }: Token) => letters.length > EDGE_LETTERS_MAX;
  const first = words.find(isTelling) ?? words[0]!;
  const last = words.findLast(isTelling) ?? words.at(-1)!;
  return { start: first.start, end: last.end };
}
