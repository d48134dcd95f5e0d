/** Bands of the lead score beside what became of them. */
import { expect, it } from "vitest";
import { calibrationTable, type ScoreGroup } from "./calibration-table.ts";

const BANDS = { warm: 30, hot: 70 };

function scored(score: number, count: number, more: Partial<ScoreGroup> = {}): ScoreGroup {
  return { score, count, verdict: null, hasContact: false, ...more };
}

it("5.5 each band is told with its outcomes and how sure they are", () => {
  const { bands } = calibrationTable(
    [
      scored(29, 40, { verdict: "wrong_escalation" }),
      scored(30, 10, { hasContact: true, verdict: "converted" }),
      scored(69, 10, { verdict: "right_escalation" }),
      scored(70, 5, { hasContact: true }),
      scored(100, 5),
    ],
    BANDS,
  );
  expect(
    bands.map(({ band, from, to, handoffs, contact, converted, wrong }) => [
      `${band} ${from}–${to}`,
      handoffs,
      contact.share,
      converted.share,
      wrong.share,
    ]),
  ).toEqual([
    ["cold 0–29", 40, 0, 0, 1],
    ["warm 30–69", 20, 0.5, 0.5, 0],
    ["hot 70–100", 10, 0.5, 0, null],
  ]);
  expect(bands[2]?.contact.low).toBeCloseTo(0.2366, 3);
});

it("5.5 borders are suggested where the outcomes part, only with enough of them, and not where they are already", () => {
  const outcomes = [
    scored(5, 80),
    scored(25, 30),
    scored(25, 6, { hasContact: true }),
    scored(55, 60),
    scored(58, 4, { hasContact: true }),
    scored(85, 30, { hasContact: true }),
    scored(85, 2),
  ];
  expect(calibrationTable(outcomes, BANDS).suggested).toEqual({ warm: 10, hot: 60 });
  expect(calibrationTable(outcomes, { warm: 10, hot: 60 }).suggested).toBeNull();
  const few = outcomes.map((group) => ({ ...group, count: Math.ceil(group.count / 3) }));
  expect(calibrationTable(few, BANDS).suggested).toBeNull();
});
