/** The written form of a model: plain text that gzip brings down to what the weights really say. */
import type { Shape, Weights } from "./network.ts";
import { PIECE_NUMBERS } from "./pieces.ts";
import type { Calibration } from "./calibration.ts";

/** The characters of the text: printable, none that a string literal must escape, and letters with accents for what is rare. */
export const ALPHABET = countTo(94)
  .map((at) => String.fromCharCode(33 + at))
  .filter((character) => !`"'\`\\$`.includes(character))
  .concat(countTo(36).map((at) => String.fromCharCode(0xc0 + at)))
  .join("");
/** A gap of this many or more is written as this character, once for every so many. */
export const GAP_MAX = 80;
/** Piece levels go from minus this to plus this. */
export const PIECE_LEVELS = 2;
/** So many levels share a character: with fewer, gzip sees repetition where there is only chance. */
const GROUP = 3;
/** What a character can stand for, the likeliest first, so that the rare ones get the accents. */
export const GROUPS: readonly (readonly number[])[] = allGroups();
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
  /** Levels of the known pieces: the first number of all of them, then the second of all. */
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
  const place = new Map(ALPHABET.split("").map((character, at) => [character, at]));
  const levels = packed.levels.split("").flatMap((character) => GROUPS[place.get(character)!]!);
  for (let i = 0; i < shape.word; i += 1) {
    for (let row = 0; row < numbers.length; row += 1) {
      pieces[(row + 1) * shape.word + i] = levels[i * numbers.length + row]! * steps[i]!;
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

function allGroups(): number[][] {
  let groups: number[][] = [[]];
  for (let at = 0; at < GROUP; at += 1) {
    groups = groups.flatMap((group) =>
      countTo(2 * PIECE_LEVELS + 1).map((level) => [...group, level - PIECE_LEVELS]),
    );
  }
  const size = (group: readonly number[]) => group.reduce((sum, level) => sum + level * level, 0);
  return groups.sort((a, b) => size(a) - size(b));
}

/**
 * 0, 1, … `length` − 1. Nothing here uses `Array.from`: pages with an old Prototype.js replace it by one that ignores
 * its second argument, and the detector runs on any page (promise Q26).
 */
function countTo(length: number): number[] {
  return [...new Uint8Array(length).keys()];
}
