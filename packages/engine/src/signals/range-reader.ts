/** Reads symbols from a text in which the likely ones take less room (range coding), since gzip cannot see how likely a weight is. */

/** How often each symbol came so far; writer and reader count alike, so nothing about it is in the text. */
export interface Odds {
  readonly counts: Uint32Array;
  total: number;
}

/** 64 characters, six bits each, which gzip packs without loss. */
const FIRST = 63;
const BACKSLASH = 92;
const INSTEAD = 33;
export const DIGITS = 64;
/** The range is held above this, so that all numbers stay whole below 2⁵³. */
export const RANGE_MIN = 2 ** 40;
const COUNT_STEP = 2;

export function evenOdds(symbols: number): Odds {
  return { counts: new Uint32Array(symbols).fill(1), total: symbols };
}

export function count(odds: Odds, symbol: number): void {
  odds.counts[symbol]! += COUNT_STEP;
  odds.total += COUNT_STEP;
}

/** The character for a digit: 63 … 126, without the one that string literals must escape. */
export function characterOf(digit: number): string {
  return String.fromCharCode(digit + FIRST === BACKSLASH ? INSTEAD : digit + FIRST);
}

export function createReader(text: string): (odds: Odds) => number {
  let at = 0;
  let code = 0;
  let range = 1;
  return (odds) => {
    while (range < RANGE_MIN) {
      const unit = text.charCodeAt(at);
      code = code * DIGITS + (unit === INSTEAD ? BACKSLASH : unit) - FIRST;
      range *= DIGITS;
      at += 1;
    }
    const share = Math.floor(range / odds.total);
    const aim = Math.floor(code / share);
    let symbol = 0;
    let below = 0;
    while (below + odds.counts[symbol]! <= aim) {
      below += odds.counts[symbol]!;
      symbol += 1;
    }
    code -= below * share;
    range = odds.counts[symbol]! * share;
    count(odds, symbol);
    return symbol;
  };
}
