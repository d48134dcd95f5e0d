/** Writes a learned network in the form that `signals/packed.ts` reads. */
import type { Calibration } from "../src/signals/calibration.ts";
import { ALPHABET, GAP_MAX, GROUPS, LAYER_LEVELS, LAYERS, type PackedModel } from "../src/signals/packed.ts";
import type { Weights } from "../src/signals/network.ts";

/** `steps` is the size of one level in each of a word's numbers; the pieces must already stand on levels. */
export function pack(
  weights: Weights,
  steps: Float64Array,
  calibration: readonly Calibration[],
  thresholds: readonly number[],
): PackedModel {
  const { word } = weights.shape;
  const known = [...weights.rowOf.keys()].filter((number) => {
    const row = weights.rowOf[number]!;
    return row !== 0 && weights.pieces.subarray(row * word, (row + 1) * word).some((value) => value !== 0);
  });
  const levels: number[] = [];
  for (let i = 0; i < word; i += 1) {
    for (const number of known) {
      levels.push(Math.round(weights.pieces[weights.rowOf[number]! * word + i]! / steps[i]!));
    }
  }
  return {
    shape: weights.shape,
    gaps: gapsOf(known),
    levels: levelsIn(levels),
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

export const MODEL: PackedModel = ${JSON.stringify(model)};
`;
}

function levelsIn(levels: readonly number[]): string {
  const placeOf = new Map(GROUPS.map((group, place) => [group.join(), place]));
  const size = GROUPS[0]!.length;
  let written = "";
  for (let at = 0; at < levels.length; at += size) {
    const group = Array.from({ length: size }, (_, offset) => levels[at + offset] ?? 0);
    written += ALPHABET.charAt(placeOf.get(group.join())!);
  }
  return written;
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
