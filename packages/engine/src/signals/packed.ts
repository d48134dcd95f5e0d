/** The written form of a model: one text of symbols, each taking the room that its likelihood allows. */
import type { Calibration } from "./calibration.ts";
import { FAR_TAPS, NEAR_TAPS, type Shape, type Weights } from "./network.ts";
import { PIECE_NUMBERS } from "./pieces.ts";
import { createReader, evenOdds } from "./range-reader.ts";

/** So many rows are shared by all pieces that have none of their own. */
export const SHARED_ROWS = 24;
/** What stands for a row of one's own; after it come the shared rows, the most used first, so that most are found at once. */
export const OWN = 0;
/** Levels go from minus this to plus this: of own rows, of shared rows, of layers. */
export const OWN_LEVELS = 4;
export const SHARED_LEVELS = 60;
export const LAYER_LEVELS = 12;

/** In the order in which they are written. */
export const LAYERS = [
  "near",
  "nearBias",
  "far",
  "farBias",
  "verdict",
  "verdictBias",
  "carry",
  "carryBias",
] as const;

export interface PackedModel {
  readonly shape: Shape;
  /** In this order: the row of each piece; levels of the shared rows; levels of own rows, the first number of all, then the second; levels of the layers. */
  readonly symbols: string;
  /** The size of a level: of each number of own rows, of shared rows, of each layer. */
  readonly ownSteps: readonly number[];
  readonly sharedStep: number;
  readonly layerSteps: readonly number[];
  readonly calibration: readonly Calibration[];
  /** The confidence from which a finding counts, one a head. */
  readonly thresholds: readonly number[];
}

export function unpack(packed: PackedModel): Weights {
  const { shape } = packed;
  const next = createReader(packed.symbols);
  const levels = (amount: number, highest: number, step: number) => {
    const odds = evenOdds(2 * highest + 1);
    return new Float64Array(amount).map(() => (next(odds) - highest) * step);
  };
  const rowOf = new Uint16Array(PIECE_NUMBERS);
  const rowOdds = evenOdds(SHARED_ROWS + 1);
  let rows = SHARED_ROWS;
  for (let number = 0; number < PIECE_NUMBERS; number += 1) {
    const symbol = next(rowOdds);
    rowOf[number] = symbol === OWN ? rows : symbol - 1;
    if (symbol === OWN) rows += 1;
  }
  const pieces = new Float64Array(rows * shape.word);
  pieces.set(levels(SHARED_ROWS * shape.word, SHARED_LEVELS, packed.sharedStep));
  for (let i = 0; i < shape.word; i += 1) {
    const column = levels(rows - SHARED_ROWS, OWN_LEVELS, packed.ownSteps[i]!);
    for (let own = 0; own < column.length; own += 1) {
      pieces[(SHARED_ROWS + own) * shape.word + i] = column[own]!;
    }
  }
  const { word, near, far, heads } = shape;
  let layer = 0;
  const read = (amount: number) => levels(amount, LAYER_LEVELS, packed.layerSteps[layer++]!);
  return {
    shape,
    rowOf,
    pieces,
    near: read(NEAR_TAPS.length * word * near),
    nearBias: read(near),
    far: read(FAR_TAPS.length * near * far),
    farBias: read(far),
    verdict: read(far * heads),
    verdictBias: read(heads),
    carry: read(far * heads),
    carryBias: read(heads),
  };
}
