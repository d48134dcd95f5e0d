/** Q15: detection must not get worse unnoticed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MODEL } from "../src/signals/model.ts";
import { readTestSet } from "./corpus.ts";
import { SIGNALS } from "./measure.ts";
import { judgeAll, qualityOf, type Quality } from "./quality.ts";

/** A point of a hundred. */
const DROP_MAX = 0.01;

const kept = JSON.parse(readFileSync(join(import.meta.dirname, "quality.json"), "utf8")) as Quality;
const now = qualityOf(judgeAll(readTestSet(join(import.meta.dirname, "frozen")), MODEL));

describe("Q15 on the frozen test set", () => {
  it("covers the languages it covered", () => {
    expect(Object.keys(now)).toEqual(Object.keys(kept));
  });

  it.each(Object.keys(kept))("%s is no more than a point worse than kept in quality.json", (language) => {
    const before = kept[language]!;
    const after = now[language]!;
    for (const signal of SIGNALS) {
      for (const figure of ["precision", "recall", "f1"] as const) {
        const drop = before.signals[signal][figure] - after.signals[signal][figure];
        expect({ signal, figure, isWorse: drop > DROP_MAX }).toEqual({ signal, figure, isWorse: false });
      }
    }
    expect(after.macroF1).toBeGreaterThanOrEqual(before.macroF1 - DROP_MAX);
    expect(after.falseAlarms).toBeLessThanOrEqual(before.falseAlarms + DROP_MAX);
    expect(after.calibrationError).toBeLessThanOrEqual(before.calibrationError + DROP_MAX);
  });

  it.each(Object.keys(kept))("%s says how sure it is, within 5 points", (language) => {
    expect(now[language]!.calibrationError).toBeLessThanOrEqual(0.05);
  });
});
