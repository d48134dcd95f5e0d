/**
 * The numbers of every piece, while they are learned. First each piece has a row of its own. From `share` on, only the
 * pieces that matter most keep one, on a few levels; all others read one of a few shared rows, and go on learning which.
 */
import { OWN_LEVELS, SHARED_ROWS } from "../src/signals/packed.ts";
import { PIECE_NUMBERS } from "../src/signals/pieces.ts";
import { adam, parameter } from "./adam.ts";
import type { Random } from "./random.ts";

/** How many pieces keep a row of their own. */
const OWN_ROWS = 3_350;
/** How many root-mean-squares the outermost level stands for. */
const STEP_SPREAD = 2.4;
const SHARED_RATE = 0.001;
/** How often the shared rows are moved to the middle of the pieces that read them, when sharing begins. */
const SETTLING = 12;
/** A piece seen long ago counts less when shared rows are placed. */
const FADING = 0.999;

export interface Vocabulary {
  /** What the network reads with. */
  readonly rowOf: Uint16Array;
  readonly rows: Float64Array;
  /** The size of a level in each of a word's numbers; zeros before `share`. */
  readonly ownSteps: Float64Array;
  /** Adds to the slope of a piece's numbers. */
  feel(piece: number, slopes: Float64Array, at: number, scale: number): void;
  /** Moves what was felt since the last time. `part` of the full rate. */
  learn(rate: number, part: number, step: number): void;
  share(): void;
}

/** Row 0 … SHARED_ROWS − 1 are shared; then one for each piece. */
export function createVocabulary(word: number, random: Random): Vocabulary {
  const start = SHARED_ROWS * word;
  const wishes = parameter(PIECE_NUMBERS * word, () => (random.next() - 0.5) * 0.2);
  const shared = parameter(start, () => 0);
  const rows = new Float64Array(start + PIECE_NUMBERS * word);
  rows.set(wishes.values, start);
  const rowOf = Uint16Array.from({ length: PIECE_NUMBERS }, (_, piece) => SHARED_ROWS + piece);
  const ownSteps = new Float64Array(word);
  const importance = new Float64Array(PIECE_NUMBERS);
  const seen = new Float64Array(PIECE_NUMBERS);
  const touched: number[] = [];
  const isTouched = new Uint8Array(PIECE_NUMBERS);
  let isShared = false;

  function feel(piece: number, slopes: Float64Array, at: number, scale: number): void {
    if (isTouched[piece] === 0) {
      isTouched[piece] = 1;
      touched.push(piece);
    }
    const to = piece * word;
    for (let i = 0; i < word; i += 1) wishes.gradient[to + i]! += slopes[at + i]! * scale;
  }

  function learn(rate: number, part: number, step: number): void {
    for (const piece of touched) {
      const from = piece * word;
      const row = rowOf[piece]! * word;
      let felt = 0;
      for (let i = 0; i < word; i += 1) {
        const slope = wishes.gradient[from + i]!;
        felt += (slope * rows[row + i]!) ** 2;
        if (row < start) shared.gradient[row + i]! += slope;
      }
      importance[piece]! += felt;
      seen[piece] = FADING * seen[piece]! + 1;
      adam(wishes, from, from + word, rate * part, step);
      settle(piece);
      isTouched[piece] = 0;
    }
    touched.length = 0;
    if (isShared) adam(shared, 0, start, SHARED_RATE * part, step, rows);
  }

  /** Reads a piece's wish as its row: as it is, on levels, or as the nearest shared one. */
  function settle(piece: number): void {
    const row = rowOf[piece]!;
    if (row < SHARED_ROWS) {
      rowOf[piece] = nearest(piece);
      return;
    }
    for (let i = 0; i < word; i += 1) {
      const wish = wishes.values[piece * word + i]!;
      rows[row * word + i] = isShared ? onLevel(wish, ownSteps[i]!) : wish;
    }
  }

  function nearest(piece: number): number {
    const from = piece * word;
    let best = 0;
    let least = Infinity;
    for (let row = 0; row < SHARED_ROWS; row += 1) {
      let distance = 0;
      for (let i = 0; i < word; i += 1) distance += (wishes.values[from + i]! - rows[row * word + i]!) ** 2;
      if (distance < least) {
        least = distance;
        best = row;
      }
    }
    return best;
  }

  function share(): void {
    const ranked = [...rowOf.keys()].sort((a, b) => importance[b]! - importance[a]! || a - b);
    const owners = ranked.slice(0, OWN_ROWS);
    const others = ranked.slice(OWN_ROWS).sort((a, b) => a - b);
    for (const piece of others) {
      if (seen[piece] === 0) wishes.values.fill(0, piece * word, (piece + 1) * word);
    }
    for (let i = 0; i < word; i += 1) {
      const square = owners.reduce((sum, piece) => sum + wishes.values[piece * word + i]! ** 2, 0);
      ownSteps[i] = Number((Math.sqrt(square / owners.length) * (STEP_SPREAD / OWN_LEVELS)).toPrecision(4));
    }
    isShared = true;
    for (const piece of owners) settle(piece);
    placeShared([...rowOf.keys()]);
    for (const piece of others) rowOf[piece] = nearest(piece);
  }

  /**
   * K-means, each piece weighing as often as it is seen. Owners count too: their neighbours are many, and rows that few
   * others read make which row a piece reads cheap to write down.
   */
  function placeShared(readers: readonly number[]): void {
    for (let row = 0; row < SHARED_ROWS; row += 1) {
      const piece = random.pick(readers);
      rows.set(wishes.values.subarray(piece * word, (piece + 1) * word), row * word);
    }
    for (let round = 0; round < SETTLING; round += 1) {
      const sums = new Float64Array(start);
      const weights = new Float64Array(SHARED_ROWS);
      for (const piece of readers) {
        const row = nearest(piece);
        const weight = 1 + seen[piece]!;
        weights[row]! += weight;
        for (let i = 0; i < word; i += 1) sums[row * word + i]! += weight * wishes.values[piece * word + i]!;
      }
      for (let at = 0; at < start; at += 1) {
        const weight = weights[Math.floor(at / word)]!;
        if (weight > 0) rows[at] = sums[at]! / weight;
      }
    }
  }

  return { rowOf, rows, ownSteps, feel, learn, share };
}

function onLevel(value: number, step: number): number {
  return Math.max(-OWN_LEVELS, Math.min(OWN_LEVELS, Math.round(value / step))) * step;
}
