/** That a confidence means what it says, and that figures are counted right. */
import { describe, expect, it } from "vitest";
import { confidenceOf } from "../src/signals/calibration.ts";
import { calibrate } from "./calibrate.ts";
import type { Example } from "./example.ts";
import { measure, type Judged } from "./measure.ts";
import { createRandom } from "./random.ts";

describe("calibration", () => {
  it("gives scores back as the share that was right, rising all the way", () => {
    const random = createRandom(5);
    const outcomes = Array.from({ length: 20_000 }, () => {
      const score = random.next() * 8 - 4;
      return { score, isRight: random.chance(1 / (1 + Math.exp(-2 * score))) };
    });
    const points = calibrate(outcomes);
    for (const score of [-2, -0.5, 0, 0.5, 2]) {
      expect(confidenceOf(score, points)).toBeCloseTo(1 / (1 + Math.exp(-2 * score)), 1);
    }
    expect(points.map(([, confidence]) => confidence)).toEqual(
      points.map(([, confidence]) => confidence).toSorted((a, b) => a - b),
    );
  });

  it("stays flat beyond its ends", () => {
    expect(
      confidenceOf(-99, [
        [0, 0.2],
        [1, 0.9],
      ]),
    ).toBe(0.2);
    expect(
      confidenceOf(99, [
        [0, 0.2],
        [1, 0.9],
      ]),
    ).toBe(0.9);
  });
});

describe("figures", () => {
  const judged = (labels: Example["labels"], confidences: number[]): Judged => ({
    example: { text: "", language: "en", domain: "car", idea: "", labels, marked: [], weight: 1 },
    confidences,
    fired: confidences.map((confidence) => confidence >= 0.5),
  });

  it("count hits, misses, false alarms and the gap between said and so", () => {
    const figures = measure([
      judged(["demo"], [1, 0, 0, 0]),
      judged(["demo"], [0, 0, 0, 0]),
      judged([], [1, 0, 0, 0]),
      judged([], [0, 0, 0, 0]),
    ]);
    expect(figures.signals.demo).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(figures.falseAlarms).toBe(0.5);
    expect(figures.calibrationError).toBeCloseTo((1 + 0 + 1) / 12, 2);
  });
});
