/**
 * The network that reads a message: pieces → words → words with their neighbours → words in their clause → the strongest of each.
 * Plain additions and multiplications in a fixed order, so that every engine computes the same bits.
 */

/** How far the first layer looks: two words to each side. */
export const NEAR_TAPS = [-2, -1, 0, 1, 2] as const;
/** How far the second layer looks, on top of the first: five words to each side in all. */
export const FAR_TAPS = [-3, 0, 3] as const;

const HERE = [0] as const;

export interface Shape {
  /** Numbers that stand for one word. */
  readonly word: number;
  /** Patterns of neighbouring words. */
  readonly near: number;
  /** Patterns of patterns. */
  readonly far: number;
  /** What is scored. */
  readonly heads: number;
}

/** Matrices are rows of inputs: the weights of input `i` for every output stand side by side. */
export interface Weights {
  readonly shape: Shape;
  /** Row of a piece's number in `pieces`; 0 is the row of zeros, for pieces that say nothing. */
  readonly rowOf: Uint32Array;
  readonly pieces: Float64Array;
  readonly near: Float64Array;
  readonly nearBias: Float64Array;
  readonly far: Float64Array;
  readonly farBias: Float64Array;
  /** From the strongest patterns of the message to its scores. */
  readonly verdict: Float64Array;
  readonly verdictBias: Float64Array;
  /** From one word's patterns to how much that word carries each score. */
  readonly carry: Float64Array;
  readonly carryBias: Float64Array;
}

export interface Reading {
  /** One score a head; 0 means as likely as not before calibration. */
  readonly scores: Float64Array;
  /** `words × heads`: above 0 where a word carries the score. */
  readonly carried: Float64Array;
}

/** Reads the words of one message, each given as its piece numbers. */
export function read(words: readonly (readonly number[])[], weights: Weights): Reading {
  const { word, near, far, heads } = weights.shape;
  const count = words.length;
  const x = new Float64Array(count * word);
  for (let t = 0; t < count; t += 1) embed(words[t]!, weights, x, t * word);
  const h1 = convolve(x, count, word, NEAR_TAPS, weights.near, weights.nearBias, near);
  const h2 = convolve(h1, count, near, FAR_TAPS, weights.far, weights.farBias, far);
  const strongest = new Float64Array(far);
  for (let t = 0; t < count; t += 1) {
    for (let j = 0; j < far; j += 1) {
      const value = h2[t * far + j]!;
      if (value > strongest[j]!) strongest[j] = value;
    }
  }
  const scores = weigh(strongest, 1, far, HERE, weights.verdict, weights.verdictBias, heads);
  const carried = weigh(h2, count, far, HERE, weights.carry, weights.carryBias, heads);
  return { scores, carried };
}

/** A word is the sum of its known pieces, held level by the root of how many it has. */
export function embed(pieces: readonly number[], weights: Weights, out: Float64Array, at: number): void {
  const { word } = weights.shape;
  for (let p = 0; p < pieces.length; p += 1) {
    const row = weights.rowOf[pieces[p]!]!;
    if (row === 0) continue;
    for (let i = 0; i < word; i += 1) out[at + i]! += weights.pieces[row * word + i]!;
  }
  const scale = 1 / Math.sqrt(pieces.length);
  for (let i = 0; i < word; i += 1) out[at + i]! *= scale;
}

/** Each place's weighted sum of itself and the places at `taps` from it; what is below zero counts as zero. */
export function convolve(
  input: Float64Array,
  count: number,
  inputs: number,
  taps: readonly number[],
  matrix: Float64Array,
  bias: Float64Array,
  outputs: number,
): Float64Array {
  const out = weigh(input, count, inputs, taps, matrix, bias, outputs);
  for (let at = 0; at < out.length; at += 1) if (out[at]! < 0) out[at] = 0;
  return out;
}

/** Four sums at a time stay in registers, so all layers are as wide as a multiple of four. */
const LANES = 4;

function weigh(
  input: Float64Array,
  count: number,
  inputs: number,
  taps: readonly number[],
  matrix: Float64Array,
  bias: Float64Array,
  outputs: number,
): Float64Array {
  const out = new Float64Array(count * outputs);
  const { live, lives } = liveInputs(input, count, inputs);
  for (let t = 0; t < count; t += 1) {
    for (let j = 0; j < outputs; j += LANES) {
      let a = bias[j]!;
      let b = bias[j + 1]!;
      let c = bias[j + 2]!;
      let d = bias[j + 3]!;
      for (let tap = 0; tap < taps.length; tap += 1) {
        const from = t + taps[tap]!;
        if (from < 0 || from >= count) continue;
        const first = from * inputs;
        const base = tap * inputs * outputs + j;
        for (let k = first; k < first + lives[from]!; k += 1) {
          const i = live[k]!;
          const value = input[first + i]!;
          const at = base + i * outputs;
          a += value * matrix[at]!;
          b += value * matrix[at + 1]!;
          c += value * matrix[at + 2]!;
          d += value * matrix[at + 3]!;
        }
      }
      const to = t * outputs + j;
      out[to] = a;
      out[to + 1] = b;
      out[to + 2] = c;
      out[to + 3] = d;
    }
  }
  return out;
}

/** Which inputs of each place are not zero: more than half of them are, and need no multiplying. */
function liveInputs(
  input: Float64Array,
  count: number,
  inputs: number,
): { live: Uint8Array; lives: Uint8Array } {
  const live = new Uint8Array(count * inputs);
  const lives = new Uint8Array(count);
  for (let t = 0; t < count; t += 1) {
    let found = 0;
    for (let i = 0; i < inputs; i += 1) {
      if (input[t * inputs + i] === 0) continue;
      live[t * inputs + found] = i;
      found += 1;
    }
    lives[t] = found;
  }
  return { live, lives };
}
