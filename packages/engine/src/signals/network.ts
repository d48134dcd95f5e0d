/**
 * The network that reads a message: pieces → words → words with their neighbours → words in their clause → the strongest of each.
 * Plain additions and multiplications in a fixed order, so that every engine computes the same bits.
 */

/** How far the first layer looks: one word to each side. */
export const NEAR_TAPS = [-1, 0, 1] as const;
/** How far the second layer looks, on top of the first: seven words to each side in all. */
export const FAR_TAPS = [-6, -4, -2, 0, 2, 4, 6] as const;

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
  /** Row of a piece's number in `pieces`; many pieces share one. */
  readonly rowOf: Uint16Array;
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
  const { word } = weights.shape;
  const x = new Float64Array(words.length * word);
  for (let t = 0; t < words.length; t += 1) embed(words[t]!, weights, x, t * word);
  return readEmbedded(x, words.length, weights);
}

/** The same, of `count` words that have been embedded already. */
export function readEmbedded(x: Float64Array, count: number, weights: Weights): Reading {
  const { word, near, far, heads } = weights.shape;
  const h1 = convolve(x, count, word, NEAR_TAPS, weights.near, weights.nearBias, near);
  const h2 = convolve(h1, count, near, FAR_TAPS, weights.far, weights.farBias, far);
  const strongest = new Float64Array(far);
  for (let t = 0; t < count; t += 1) {
    for (let j = 0; j < far; j += 1) {
      const value = h2[t * far + j]!;
      if (value > strongest[j]!) strongest[j] = value;
    }
  }
  const scores = score(strongest, 1, far, weights.verdict, weights.verdictBias, heads);
  const carried = score(h2, count, far, weights.carry, weights.carryBias, heads);
  return { scores, carried };
}

/** A word is the sum of its pieces, held level by the root of how many it has. */
export function embed(numbers: readonly number[], weights: Weights, out: Float64Array, at: number): void {
  const { rowOf, pieces } = weights;
  const { word } = weights.shape;
  for (let p = 0; p < numbers.length; p += 1) {
    const row = rowOf[numbers[p]!]! * word;
    for (let i = 0; i < word; i += 1) out[at + i]! += pieces[row + i]!;
  }
  const scale = 1 / Math.sqrt(numbers.length);
  for (let i = 0; i < word; i += 1) out[at + i]! *= scale;
}

/** Eight sums at a time stay in registers, so the layers are as wide as a multiple of eight. */
const LANES = 8;

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
  const out = new Float64Array(count * outputs);
  const { live, lives } = liveInputs(input, count, inputs);
  // Of one place, all taps one after the other: the inputs that are not zero, and where their weights begin.
  const values = new Float64Array(taps.length * inputs);
  const rows = new Int32Array(taps.length * inputs);
  for (let t = 0; t < count; t += 1) {
    let terms = 0;
    for (let tap = 0; tap < taps.length; tap += 1) {
      const from = t + taps[tap]!;
      if (from < 0 || from >= count) continue;
      const last = from * inputs + lives[from]!;
      for (let k = from * inputs; k < last; k += 1) {
        values[terms] = input[from * inputs + live[k]!]!;
        rows[terms] = (tap * inputs + live[k]!) * outputs;
        terms += 1;
      }
    }
    for (let j = 0; j < outputs; j += LANES) {
      let a = bias[j]!;
      let b = bias[j + 1]!;
      let c = bias[j + 2]!;
      let d = bias[j + 3]!;
      let e = bias[j + 4]!;
      let f = bias[j + 5]!;
      let g = bias[j + 6]!;
      let h = bias[j + 7]!;
      for (let k = 0; k < terms; k += 1) {
        const value = values[k]!;
        const at = rows[k]! + j;
        a += value * matrix[at]!;
        b += value * matrix[at + 1]!;
        c += value * matrix[at + 2]!;
        d += value * matrix[at + 3]!;
        e += value * matrix[at + 4]!;
        f += value * matrix[at + 5]!;
        g += value * matrix[at + 6]!;
        h += value * matrix[at + 7]!;
      }
      const to = t * outputs + j;
      out[to] = a > 0 ? a : 0;
      out[to + 1] = b > 0 ? b : 0;
      out[to + 2] = c > 0 ? c : 0;
      out[to + 3] = d > 0 ? d : 0;
      out[to + 4] = e > 0 ? e : 0;
      out[to + 5] = f > 0 ? f : 0;
      out[to + 6] = g > 0 ? g : 0;
      out[to + 7] = h > 0 ? h : 0;
    }
  }
  return out;
}

/** One score a head, for each place. */
function score(
  patterns: Float64Array,
  count: number,
  far: number,
  matrix: Float64Array,
  bias: Float64Array,
  heads: number,
): Float64Array {
  const out = new Float64Array(count * heads);
  for (let t = 0; t < count; t += 1) {
    for (let c = 0; c < heads; c += 1) out[t * heads + c] = bias[c]!;
    for (let j = 0; j < far; j += 1) {
      const value = patterns[t * far + j]!;
      if (value === 0) continue;
      for (let c = 0; c < heads; c += 1) out[t * heads + c]! += value * matrix[j * heads + c]!;
    }
  }
  return out;
}

/** Which inputs of each place are not zero: most of a hidden layer's are, and need no multiplying. */
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
