/** How long a client stays away: bounded, growing, and spread over the whole interval. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

const attempt = fc.nat({ max: 10_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it("P21 a wait is a whole number of ms, never negative, and below 30 s and 500 ms · 2^attempt", () => {
  fc.assert(
    fc.property(attempt, chance, (failures, random) => {
      const waitMs = backoffMs(failures, random);
      expect(Number.isInteger(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThan(30_000);
      expect(waitMs).toBeLessThan(500 * 2 ** Math.min(failures, 16));
    }),
  );
});

it("P21 with the same luck a later try never waits less than an earlier one", () => {
  fc.assert(
    fc.property(attempt, chance, (failures, random) => {
      expect(backoffMs(failures + 1, random)).toBeGreaterThanOrEqual(backoffMs(failures, random));
    }),
  );
});

it("P21 the whole interval is used, so that a thousand visitors do not come back as one wave", () => {
  expect([0, 0.5, 0.999].map((random) => backoffMs(3, random))).toEqual([0, 2_000, 3_996]);
  expect([0, 0.5, 0.999].map((random) => backoffMs(60, random))).toEqual([0, 15_000, 29_970]);
});
