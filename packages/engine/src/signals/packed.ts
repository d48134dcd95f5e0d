/** The written form of a model: plain text that gzip brings down to what the weights really say. */
import type { Shape, Weights } from "./network.ts";
import { PIECE_NUMBERS } from "./pieces.ts";
import type { Calibration } from "./calibration.ts";

/** The characters of the text: printable, and none that a string literal must escape. */
// Not `Array.from`: pages with an old Prototype.js replace it by one that maps nothing.
export const ALPHABET = [...new Uint8Array(94).keys()]
  .map((at) => String.fromCharCode(33 + at))
  .filter((character) => !`"'\`\\$`.includes(character))
  .join("");
/** A gap of this many or more is written as this character, once for every so many. */
export const GAP_MAX = 80;
/** Piece levels go from minus this to plus this; two fit in one character. */
export const PIECE_LEVELS = 3;
/** Layer levels, one a character. */
export const LAYER_LEVELS = 44;

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
  /** Steps from each known piece number to the next. */
  readonly gaps: string;
  /** Levels of the known pieces: all rows of the first two numbers of a word, then of the next two. */
  readonly levels: string;
  /** The size of a level in each of a word's numbers. */
  readonly steps: readonly number[];
  readonly layers: Readonly<
    Record<(typeof LAYERS)[number], { readonly step: number; readonly levels: string }>
  >;
  readonly calibration: readonly Calibration[];
  /** The confidence from which a finding counts, one a head. */
  readonly thresholds: readonly number[];
}

export function unpack(packed: PackedModel): Weights {
  const { shape, steps } = packed;
  const numbers = numbersOf(packed.gaps);
  const rowOf = new Uint32Array(PIECE_NUMBERS);
  for (const [index, number] of numbers.entries()) rowOf[number] = index + 1;
  const pieces = new Float64Array((numbers.length + 1) * shape.word);
  const wide = 2 * PIECE_LEVELS + 1;
  let at = 0;
  for (let i = 0; i < shape.word; i += 2) {
    for (let row = 1; row <= numbers.length; row += 1) {
      const pair = ALPHABET.indexOf(packed.levels.charAt(at));
      pieces[row * shape.word + i] = ((pair % wide) - PIECE_LEVELS) * steps[i]!;
      pieces[row * shape.word + i + 1] = (Math.floor(pair / wide) - PIECE_LEVELS) * steps[i + 1]!;
      at += 1;
    }
  }
  const layer = (name: (typeof LAYERS)[number]) =>
    Float64Array.from(
      packed.layers[name].levels,
      (character) => (ALPHABET.indexOf(character) - LAYER_LEVELS) * packed.layers[name].step,
    );
  return {
    shape,
    rowOf,
    pieces,
    near: layer("near"),
    nearBias: layer("nearBias"),
    far: layer("far"),
    farBias: layer("farBias"),
    verdict: layer("verdict"),
    verdictBias: layer("verdictBias"),
    carry: layer("carry"),
    carryBias: layer("carryBias"),
  };
}

function numbersOf(gaps: string): number[] {
  const numbers: number[] = [];
  let number = -1;
  for (const character of gaps) {
    const gap = ALPHABET.indexOf(character);
    number += gap;
    if (gap < GAP_MAX) numbers.push(number);
  }
  return numbers;
}
