/** Writes a learned network in the form that `signals/packed.ts` reads. */
import type { Calibration } from "../src/signals/calibration.ts";
import {
  ALPHABET,
  GAP_MAX,
  LAYER_LEVELS,
  LAYERS,
  PIECE_LEVELS,
  type PackedModel,
} from "../src/signals/packed.ts";
import type { Weights } from "../src/signals/network.ts";

/** `steps` is the size of one level in each of a word's numbers; the pieces must already stand on levels. */
export function pack(
  weights: Weights,
  steps: Float64Array,
  calibration: readonly Calibration[],
  thresholds: readonly number[],
): PackedModel {
  const { word } = weights.shape;
  const levelOf = (row: number, i: number) =>
    Math.round(weights.pieces[row * word + i]! / steps[i]!) + PIECE_LEVELS;
  const known = [...weights.rowOf.keys()].filter((number) => {
    const row = weights.rowOf[number]!;
    return row !== 0 && weights.pieces.subarray(row * word, (row + 1) * word).some((value) => value !== 0);
  });
  let levels = "";
  for (let i = 0; i < word; i += 2) {
    for (const number of known) {
      const row = weights.rowOf[number]!;
      levels += ALPHABET.charAt(levelOf(row, i) + (2 * PIECE_LEVELS + 1) * levelOf(row, i + 1));
    }
  }
  return {
    shape: weights.shape,
    gaps: gapsOf(known),
    levels,
    steps: [...steps],
    layers: Object.fromEntries(
      LAYERS.map((name) => [name, packLayer(weights[name])]),
    ) as PackedModel["layers"],
    calibration,
    thresholds,
  };
}

/** The model as a TypeScript file. */
export function sourceOf(model: PackedModel): string {
  return `/** The detector's weights, as \`npm run train\` wrote them. Data: do not edit. */
import type { PackedModel } from "./packed.ts";

export const MODEL: PackedModel = ${JSON.stringify(model, null, 1)};
`;
}

function gapsOf(numbers: readonly number[]): string {
  let gaps = "";
  let before = -1;
  for (const number of numbers) {
    let gap = number - before;
    for (; gap >= GAP_MAX; gap -= GAP_MAX) gaps += ALPHABET.charAt(GAP_MAX);
    gaps += ALPHABET.charAt(gap);
    before = number;
  }
  return gaps;
}

function packLayer(values: Float64Array): { step: number; levels: string } {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const step = Number((largest / LAYER_LEVELS || 1).toPrecision(6));
  return {
    step,
    levels: Array.from(values, (value) => ALPHABET.charAt(Math.round(value / step) + LAYER_LEVELS)).join(""),
  };
}
