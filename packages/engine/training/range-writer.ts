/** Writes the text that `signals/range-reader.ts` reads. */
import { characterOf, count, DIGITS, RANGE_MIN, type Odds } from "../src/signals/range-reader.ts";

/** So many digits are held back, because a carry may still change them. */
const HELD = 8;
const FULL = DIGITS ** HELD;

export interface RangeWriter {
  write(odds: Odds, symbol: number): void;
  /** Everything that was written. Nothing may be written after it. */
  text(): string;
}

export function createRangeWriter(): RangeWriter {
  const digits: number[] = [];
  let low = 0;
  let range = 1;
  const push = () => {
    digits.push(Math.floor(low / (FULL / DIGITS)));
    low = (low % (FULL / DIGITS)) * DIGITS;
  };
  const carry = () => {
    low -= FULL;
    let at = digits.length - 1;
    for (; digits[at] === DIGITS - 1; at -= 1) digits[at] = 0;
    digits[at]! += 1;
  };
  return {
    write(odds, symbol) {
      while (range < RANGE_MIN) {
        push();
        range *= DIGITS;
      }
      const share = Math.floor(range / odds.total);
      let below = 0;
      for (let at = 0; at < symbol; at += 1) below += odds.counts[at]!;
      low += below * share;
      range = odds.counts[symbol]! * share;
      if (low >= FULL) carry();
      count(odds, symbol);
    },
    text() {
      for (let at = 0; at < HELD; at += 1) push();
      return digits.slice(HELD).map(characterOf).join("");
    },
  };
}
