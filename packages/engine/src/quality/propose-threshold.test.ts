/** Proposals that verdicts give ground for, and those that they do not. */
import { expect, it } from "vitest";
import { type JudgedConfidence, proposeThreshold, thresholdRows } from "./propose-threshold.ts";

function verdicts(count: number, confidence: number, right: number): JudgedConfidence[] {
  return Array.from({ length: count }, (_, at) => ({ confidence, isRight: at < right }));
}

const UNSURE_WRONG = [...verdicts(20, 0.62, 4), ...verdicts(40, 0.9, 38)];

it("N4 nothing is proposed before there are fifty verdicts", () => {
  const facts = { threshold: 0.6, recent: [], weeks: 4 };
  expect(proposeThreshold({ ...facts, judged: UNSURE_WRONG.slice(0, 49) })).toBeNull();
  expect(proposeThreshold({ ...facts, judged: UNSURE_WRONG.slice(0, 50) })).not.toBeNull();
});

it("N4 the lowest threshold with enough precision is proposed, with what it changes a week", () => {
  const recent = [...verdicts(40, 0.62, 0), ...verdicts(80, 0.9, 0)].map(({ confidence }) => confidence);
  expect(proposeThreshold({ threshold: 0.6, judged: UNSURE_WRONG, recent, weeks: 4 })).toMatchObject({
    threshold: 0.65,
    why: "raise",
    precisionNow: { count: 42, of: 60 },
    precision: { count: 38, of: 40 },
    changePerWeek: -10,
  });
});

it("N4 no more right ones are given up than the rest is worth", () => {
  // Precision would be reached only by losing nearly everything.
  const judged = [...verdicts(60, 0.62, 36), ...verdicts(10, 0.9, 10)];
  expect(proposeThreshold({ threshold: 0.6, judged, recent: [], weeks: 4 })).toBeNull();
});

it("N4 where even the least sure are right, less sureness is proposed, for a trial to tell what it brings", () => {
  const judged = [...verdicts(30, 0.62, 29), ...verdicts(40, 0.9, 40)];
  expect(proposeThreshold({ threshold: 0.6, judged, recent: [], weeks: 4 })).toMatchObject({
    threshold: 0.55,
    why: "lower",
    changePerWeek: null,
  });
});

it("N4 a threshold that does well is left alone", () => {
  const judged = [...verdicts(30, 0.62, 26), ...verdicts(40, 0.9, 37)];
  expect(proposeThreshold({ threshold: 0.6, judged, recent: [], weeks: 4 })).toBeNull();
});

it("T19 thresholds are shown with precision and with what they keep, from today's up", () => {
  const rows = thresholdRows({ threshold: 0.62, judged: UNSURE_WRONG, recent: [0.7, 0.9, 0.95], weeks: 2 });
  expect(rows.map(({ threshold }) => threshold)).toEqual([0.62, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);
  expect(rows[0]).toMatchObject({ precision: { count: 42, of: 60 }, kept: { share: 1 }, perWeek: 1.5 });
  expect(rows[1]).toMatchObject({ precision: { count: 38, of: 40 }, kept: { count: 38, of: 42 } });
  expect(rows.at(-1)).toMatchObject({ precision: { of: 0 }, perWeek: 0.5 });
});
