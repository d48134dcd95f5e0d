/** The order of the queue: the same list on every desk. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { HandoffId } from "../domain/id.ts";
import { PRIORITIES } from "../domain/priority.ts";
import { TRIGGER_TYPES } from "../domain/trigger.ts";
import { aHandoff, MONDAY_NINE } from "../testing/builders.ts";
import { compareHandoffs } from "./order.ts";

const id = (text: string) => HandoffId.parse(text);
const sorted = (...handoffs: ReturnType<typeof aHandoff>[]) =>
  handoffs.toSorted(compareHandoffs).map((handoff) => handoff.id);

it("H79 R8 urgent, high, normal, low", () => {
  const shuffled = (["normal", "urgent", "low", "high"] as const).map((priority) =>
    aHandoff({ id: id(priority), priority }),
  );
  expect(sorted(...shuffled)).toEqual(["urgent", "high", "normal", "low"]);
});

it("H80 with equal priority the higher lead score comes first", () => {
  const eighty = aHandoff({ id: id("a"), priority: "high", score: 80 });
  const ninety = aHandoff({ id: id("b"), priority: "high", score: 90 });
  expect(sorted(eighty, ninety)).toEqual(["b", "a"]);
});

it("H81 with equal priority and score demos come first, then the oldest, then by id", () => {
  const human = aHandoff({ id: id("a"), trigger: "human_request", createdAt: MONDAY_NINE - 9 });
  const demo = aHandoff({ id: id("d"), createdAt: MONDAY_NINE });
  const older = aHandoff({ id: id("c"), createdAt: MONDAY_NINE - 1 });
  const twin = aHandoff({ id: id("b"), createdAt: MONDAY_NINE });
  expect(sorted(human, demo, older, twin)).toEqual(["c", "b", "d", "a"]);
});

it("H81 a demo stands above others, not above a higher priority or score", () => {
  const demo = aHandoff({ id: id("a"), priority: "normal", score: 10 });
  const better = aHandoff({ id: id("b"), priority: "normal", score: 11, trigger: "hot_lead" });
  const sooner = aHandoff({ id: id("c"), priority: "high", trigger: "custom" });
  expect(sorted(demo, better, sooner)).toEqual(["c", "b", "a"]);
});

const handoff = fc
  .record({
    id: fc.nat({ max: 9 }).map((number) => id(`h${number}`)),
    priority: fc.constantFrom(...PRIORITIES),
    score: fc.integer({ min: 0, max: 3 }),
    trigger: fc.constantFrom(...TRIGGER_TYPES),
    createdAt: fc.integer({ min: MONDAY_NINE, max: MONDAY_NINE + 2 }),
  })
  .map(aHandoff);

it("R8 the order is total: any two have one, it does not go round, and only the same row is equal", () => {
  fc.assert(
    fc.property(handoff, handoff, handoff, (a, b, c) => {
      expect(Math.sign(compareHandoffs(a, b))).toBe(-Math.sign(compareHandoffs(b, a)) + 0);
      const goesOn = compareHandoffs(a, b) <= 0 && compareHandoffs(b, c) <= 0;
      expect(!goesOn || compareHandoffs(a, c) <= 0).toBe(true);
      expect(compareHandoffs(a, b) !== 0 || a.id === b.id).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it("R8 two desks that got the same rows in another order show the same list", () => {
  const unique = fc.uniqueArray(handoff, { selector: (row) => row.id });
  const twice = unique.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(twice, ([one, other]) => {
      expect(sorted(...one)).toEqual(sorted(...other));
    }),
  );
});
