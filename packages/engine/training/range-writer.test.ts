/** That what is written is what is read, and takes the room that its likelihood allows. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReader, evenOdds } from "../src/signals/range-reader.ts";
import { createRandom } from "./random.ts";
import { createRangeWriter } from "./range-writer.ts";

function written(symbols: readonly number[], of: number): string {
  const writer = createRangeWriter();
  const odds = evenOdds(of);
  for (const symbol of symbols) writer.write(odds, symbol);
  return writer.text();
}

describe("the range coder", () => {
  it("reads back any symbols", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(32), { maxLength: 400 }), (symbols) => {
        const read = createReader(written(symbols, 33));
        const odds = evenOdds(33);
        expect(symbols.map(() => read(odds))).toEqual(symbols);
      }),
    );
  });

  it("takes close to the bits that lopsided symbols are worth, in characters that need no escape", () => {
    const random = createRandom(1);
    const symbols = Array.from({ length: 20_000 }, () => (random.chance(0.9) ? 0 : 1));
    const text = written(symbols, 2);
    const bitsEach = -(0.9 * Math.log2(0.9) + 0.1 * Math.log2(0.1));
    expect(text.length * 6).toBeLessThan(20_000 * bitsEach * 1.03);
    expect(JSON.stringify(text)).toHaveLength(text.length + 2);
  });
});
