/** Chooses from which confidence a finding counts. */
import { confidenceOf, type Calibration } from "../src/signals/calibration.ts";
import { HEADS } from "../src/signals/heads.ts";
import { has } from "./example.ts";
import { SIGNALS } from "./measure.ts";
import type { Scored } from "./predict.ts";

/**
 * A false alarm costs an agent's trust, so it is bounded first, and the best mean F1 is taken within that. Two thirds of
 * the corpus' calm messages are near-misses written to trip the network, which visitors are not.
 */
const FALSE_ALARMS_MAX = 0.065;
const CHOICES = Array.from({ length: 56 }, (_, at) => (35 + at) / 100);

/**
 * One a head. The signals share one: confidence is calibrated, so the same limit means the same odds of being wrong, and
 * no signal pays for the near-misses that were written for another.
 */
export function chooseThresholds(scored: readonly Scored[], calibration: readonly Calibration[]): number[] {
  const confidences = HEADS.map((_, head) =>
    Float64Array.from(scored, ({ scores }) => confidenceOf(scores[head]!, calibration[head]!)),
  );
  const f1At = (head: number, threshold: number) => {
    const fired = confidences[head]!.map((confidence) => (confidence >= threshold ? 1 : 0));
    return f1(
      fired,
      scored.map(({ example }) => has(example, HEADS[head]!)),
    );
  };
  const calm = [...scored.keys()].filter((at) => scored[at]!.example.labels.length === 0);
  const alarmsAt = (threshold: number) =>
    calm.filter((at) => SIGNALS.some((_, head) => confidences[head]![at]! >= threshold)).length;
  const quiet = CHOICES.filter((threshold) => alarmsAt(threshold) <= calm.length * FALSE_ALARMS_MAX);
  const shared = bestOf(quiet, (threshold) =>
    SIGNALS.reduce((sum, _, head) => sum + f1At(head, threshold), 0),
  );
  const plain = bestOf(CHOICES, (threshold) => f1At(SIGNALS.length, threshold));
  return [...SIGNALS.map(() => shared), plain];
}

function bestOf(choices: readonly number[], worth: (choice: number) => number): number {
  const rated = choices.map((choice) => ({ choice, worth: worth(choice) }));
  return rated.reduce((best, one) => (one.worth > best.worth ? one : best)).choice;
}

function f1(fired: Float64Array, isThere: readonly boolean[]): number {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const [at, there] of isThere.entries()) {
    if (fired[at] === 1 && there) right += 1;
    else if (fired[at] === 1) wrong += 1;
    else if (there) missed += 1;
  }
  return (2 * right) / Math.max(1, 2 * right + wrong + missed);
}
