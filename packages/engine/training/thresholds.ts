/** Chooses from which confidence a finding counts. */
import { confidenceOf, type Calibration } from "../src/signals/calibration.ts";
import { HEADS } from "../src/signals/heads.ts";
import { has } from "./example.ts";
import type { Scored } from "./predict.ts";

/**
 * A false alarm costs an agent's trust, so it weighs more than a miss: F with beta below one. The plain F-score hardly
 * moves between 0.5 and 0.75, while the false alarms fall by half.
 */
const BETA_SQUARED = 0.4 ** 2;

/** One a head: the confidence with the best F-score. */
export function chooseThresholds(scored: readonly Scored[], calibration: readonly Calibration[]): number[] {
  return HEADS.map((head, at) => {
    let best = { threshold: 0.5, f: 0 };
    for (let threshold = 0.3; threshold <= 0.8; threshold += 0.02) {
      let right = 0;
      let wrong = 0;
      let missed = 0;
      for (const { example, scores } of scored) {
        const fires = confidenceOf(scores[at]!, calibration[at]!) >= threshold;
        const is = has(example, head);
        if (fires && is) right += 1;
        else if (fires) wrong += 1;
        else if (is) missed += 1;
      }
      const f = ((1 + BETA_SQUARED) * right) / ((1 + BETA_SQUARED) * right + BETA_SQUARED * missed + wrong);
      if (f > best.f) best = { threshold, f };
    }
    return Math.round(best.threshold * 100) / 100;
  });
}
