/** Writes a learned network in the form that `signals/packed.ts` reads. */
import type { Calibration } from "../src/signals/calibration.ts";
import type { Weights } from "../src/signals/network.ts";
import {
  LAYER_LEVELS,
  LAYERS,
  OWN,
  OWN_LEVELS,
  SHARED_LEVELS,
  SHARED_ROWS,
  type PackedModel,
} from "../src/signals/packed.ts";
import { evenOdds } from "../src/signals/range-reader.ts";
import { createRangeWriter, type RangeWriter } from "./range-writer.ts";

/** `ownSteps` is the size of one level in each number of the rows that stand for one piece; they must already stand on levels. */
export function pack(
  weights: Weights,
  ownSteps: Float64Array,
  calibration: readonly Calibration[],
  thresholds: readonly number[],
): PackedModel {
  const { shape, rowOf, pieces } = weights;
  const { word } = shape;
  const writer = createRangeWriter();
  const rowOdds = evenOdds(SHARED_ROWS + 1);
  const order = mostUsedFirst(rowOf);
  for (const row of rowOf) writer.write(rowOdds, row < SHARED_ROWS ? 1 + order.indexOf(row) : OWN);
  const shared = Float64Array.from(
    order.flatMap((row) => [...pieces.subarray(row * word, (row + 1) * word)]),
  );
  const sharedStep = stepFor(shared, SHARED_LEVELS);
  writeLevels(writer, shared, SHARED_LEVELS, sharedStep);
  const own = [...rowOf].filter((row) => row >= SHARED_ROWS);
  for (let i = 0; i < word; i += 1) {
    writeLevels(
      writer,
      own.map((row) => pieces[row * word + i]!),
      OWN_LEVELS,
      ownSteps[i]!,
    );
  }
  const layerSteps = LAYERS.map((name) => {
    const step = stepFor(weights[name], LAYER_LEVELS);
    writeLevels(writer, weights[name], LAYER_LEVELS, step);
    return step;
  });
  return {
    shape,
    symbols: writer.text(),
    ownSteps: [...ownSteps],
    sharedStep,
    layerSteps,
    calibration,
    thresholds,
  };
}

function mostUsedFirst(rowOf: Uint16Array): number[] {
  const uses = new Uint32Array(SHARED_ROWS);
  for (const row of rowOf) if (row < SHARED_ROWS) uses[row]! += 1;
  return [...uses.keys()].sort((a, b) => uses[b]! - uses[a]! || a - b);
}

/** The model as a TypeScript file. */
export function sourceOf(model: PackedModel): string {
  return `/** The detector's weights, as \`npm run train\` wrote them. Data: do not edit. */
import type { PackedModel } from "./packed.ts";

export const MODEL: PackedModel = ${JSON.stringify(model)};
`;
}

function writeLevels(
  writer: RangeWriter,
  values: Float64Array | readonly number[],
  highest: number,
  step: number,
): void {
  const odds = evenOdds(2 * highest + 1);
  for (const value of values) writer.write(odds, Math.round(value / step) + highest);
}

function stepFor(values: Float64Array, highest: number): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return roundedUp(largest / highest || 1);
}

/** Short, and never so small that the largest value falls beyond the last level. */
function roundedUp(step: number): number {
  const rounded = Number(step.toPrecision(5));
  return rounded < step ? Number((rounded * 1.0001).toPrecision(5)) : rounded;
}
