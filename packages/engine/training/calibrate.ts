/** Finds what a raw score is worth, from scores of messages that the network had not seen. */
import type { Calibration } from "../src/signals/calibration.ts";

/** A score, and whether the label was there. */
export interface Outcome {
  readonly score: number;
  readonly isRight: boolean;
}

const POINTS_MAX = 14;
const LOWEST = 0.002;
const HIGHEST = 0.995;

/** Isotonic regression (pool adjacent violators) over bins of equal size, as few straight lines. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const sorted = outcomes.toSorted((a, b) => a.score - b.score);
  const blocks = pooled(sorted);
  const points: [number, number][] = [];
  for (const { score, right, count } of blocks) {
    const confidence = Math.min(HIGHEST, Math.max(LOWEST, right / count));
    const before = points.at(-1);
    if (before === undefined || (score > before[0] + 0.05 && confidence > before[1] + 0.005)) {
      points.push([Math.round(score * 100) / 100, round(confidence)]);
    }
  }
  return points;
}

interface Block {
  readonly score: number;
  readonly right: number;
  readonly count: number;
}

function pooled(sorted: readonly Outcome[]): Block[] {
  const blocks: Block[] = [];
  for (const bin of binsOf(sorted)) {
    let block: Block = {
      score: bin.reduce((sum, { score }) => sum + score, 0) / bin.length,
      right: bin.filter(({ isRight }) => isRight).length,
      count: bin.length,
    };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.right / last.count >= block.right / block.count;
    ) {
      const count = last.count + block.count;
      block = {
        score: (last.score * last.count + block.score * block.count) / count,
        right: last.right + block.right,
        count,
      };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks;
}

/** Bins by score, finer where the answer turns: between -4 and 4. */
function binsOf(sorted: readonly Outcome[]): Outcome[][] {
  const edges = Array.from({ length: POINTS_MAX }, (_, at) => -4.5 + (9 * at) / (POINTS_MAX - 1));
  const bins: Outcome[][] = Array.from({ length: POINTS_MAX + 1 }, () => []);
  for (const outcome of sorted) {
    const above = edges.findIndex((edge) => outcome.score < edge);
    bins[above < 0 ? POINTS_MAX : above]!.push(outcome);
  }
  return bins.filter((bin) => bin.length > 0);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
