/** Wilson's interval against figures from its definition, and its promises for any numbers. */
import { check, integer, nat, property } from "fast-check";
import { expect, it } from "vitest";
import { shareOf } from "./share.ts";

it.each([
  // Count, of, low, high: by hand from Wilson's formula with z = 1.96.
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
  [81, 263, 0.2553, 0.3662],
])("H92 %d of %d lies between %d and %d", (count, of, low, high) => {
  const share = shareOf(count, of);
  expect(share.low).toBeCloseTo(low, 3);
  expect(share.high).toBeCloseTo(high, 3);
});

it("H92 nothing of nothing says nothing", () => {
  expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: 0, high: 1 });
});

it("H92 an interval holds its share, stays in 0–1, and narrows with more", () => {
  const holds = property(integer({ min: 1, max: 5_000 }), nat(5_000), (of, given) => {
    const count = Math.min(given, of);
    const { share, low, high } = shareOf(count, of);
    const more = shareOf(count * 4, of * 4);
    const isInside = low >= 0 && high <= 1 && share !== null && low <= share && share <= high;
    return isInside && more.high - more.low < high - low;
  });
  expect(check(holds).failed).toBe(false);
});
