/** Finds the exact words that carry a finding, as a person would underline them. */
import type { Span } from "../domain/span.ts";
import type { Token } from "./tokens.ts";
import { HEADS } from "./heads.ts";
import { isMark } from "./tokens.ts";

/** A word counts when it carries nearly as much as the strongest one, and when it is not far from carrying at all. */
const BELOW_STRONGEST = 2.8;
const LOWEST = -1.5;
/** So many words that carry nothing are underlined with those on both sides of them. */
const GAP_MAX = 1;
/** Words this short (er, to, je, im, la) say nothing at the edge of what is underlined; nor do these. */
const EDGE_LETTERS_MAX = 2;
const EDGE_WORDS = wordsOf(
  "the and het een der die das den dem ein eine einen einem einer und les des une los las una uma please graag bitte",
);
/** In Dutch and German what is to be seen stands before the verb, and is not what is asked. */
const LEADING_WORDS = wordsOf("huis woning haus wohnung auto");
/** Nothing is bridged over a word that joins two requests. */
const JOINING = wordsOf("and en und et e y or oder ou");
/** Further stretches are underlined only where they carry nearly as much as the strongest one. */
const FURTHER_BELOW = 1.5;
const FURTHER_LOWEST = -1;
const SPANS_MAX = 3;
const NEVER = -1e9;

/**
 * At least one span for a message with a word in it, in order, without overlap, surest kept. Where the message asks for
 * `several` things, a word that joins parts one from the other.
 */
export function carryingWords(
  tokens: readonly Token[],
  carried: Float64Array,
  head: number,
  heads: number,
  several: boolean,
): Span[] {
  const isApart = (token: Token) => isMark(token) || (several && JOINING.has(token.letters));
  const own = (at: number) => (isApart(tokens[at]!) ? NEVER : carried[at * heads + head]!);
  const isOwn = (at: number) => !isOthers(carried.subarray(at * heads, (at + 1) * heads), head);
  const hasOwn = tokens.some((token, at) => !isApart(token) && isOwn(at));
  const weightOf = (at: number) => (!hasOwn || isOwn(at) ? own(at) : NEVER);
  let best = NEVER;
  for (let at = 0; at < tokens.length; at += 1) best = Math.max(best, weightOf(at));
  const limit = Math.min(best, Math.max(LOWEST, best - BELOW_STRONGEST));
  const nextCarrying = (at: number) => {
    for (let next = at + 1; next <= at + 1 + GAP_MAX && next < tokens.length; next += 1) {
      if (weightOf(next) >= limit) return next;
      if (isMark(tokens[next]!) || JOINING.has(tokens[next]!.letters)) break;
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
    .filter(({ weight }, at) => at === 0 || weight >= Math.max(FURTHER_LOWEST, best - FURTHER_BELOW))
    .slice(0, SPANS_MAX)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

/** Whether a word is what another request in the same message stands on. Both price heads stand on the same words. */
function isOthers(all: Float64Array, head: number): boolean {
  const isPrice = (at: number) => HEADS[at]!.startsWith("price");
  return all.some((weight, at) => weight > 0 && weight > all[head]! && isPrice(at) !== isPrice(head));
}

function trimmed(words: readonly Token[]): Span {
  const isTelling = ({ letters }: Token) => letters.length > EDGE_LETTERS_MAX && !EDGE_WORDS.has(letters);
  const last = words.findLast(isTelling) ?? words.at(-1)!;
  const isFirst = (word: Token) => isTelling(word) && !LEADING_WORDS.has(word.letters);
  const first = words.find(isFirst) ?? words.find(isTelling) ?? words[0]!;
  return { start: first.start, end: last.end };
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
