/** Teaches the network: the same forward pass as `signals/network.ts`, the way back, and Adam. */
import { convolve, embed, FAR_TAPS, NEAR_TAPS, type Shape, type Weights } from "../src/signals/network.ts";
import { PIECE_NUMBERS } from "../src/signals/pieces.ts";
import type { Random } from "./random.ts";

/** One message as the learner takes it. */
export interface Lesson {
  readonly words: readonly (readonly number[])[];
  /** 0–1 a head. */
  readonly targets: Float64Array;
  /** `words × heads`: 1 carries, 0 does not, -1 unknown. */
  readonly carried: Int8Array;
  readonly weight: number;
}

export interface Pace {
  readonly wordRate: number;
  readonly layerRate: number;
  readonly wordDropout: number;
  readonly pieceDropout: number;
  readonly patternDropout: number;
  readonly carryWeight: number;
  readonly decay: number;
}

export interface Learner {
  readonly weights: Weights;
  /** One step over one batch; returns the mean loss. */
  learn(batch: readonly Lesson[], pace: Pace): number;
  /** Keeps the `count` pieces that mattered most since the last call, and forgets the others. */
  keep(count: number): void;
  /** From now on pieces are read as whole steps of `-levels … levels`, as the model file holds them, and learn within that. */
  coarsen(levels: number): void;
  /** The size of a step in each of a word's numbers; zeros before `coarsen`. */
  readonly steps: Float64Array;
}

interface Parameter {
  readonly values: Float64Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.99;
/** How many root-mean-squares the outermost level stands for. */
const STEP_SPREAD = 2.4;

export function createLearner(shape: Shape, random: Random): Learner {
  const { word, near, far, heads } = shape;
  const rows = PIECE_NUMBERS + 1;
  const pieces = parameter(rows * word, () => (random.next() - 0.5) * 0.2);
  const nearP = parameter(NEAR_TAPS.length * word * near, () => gaussian(random) * Math.sqrt(2 / (word * 3)));
  const nearBias = parameter(near, () => 0.02);
  const farP = parameter(FAR_TAPS.length * near * far, () => gaussian(random) * Math.sqrt(2 / (near * 3)));
  const farBias = parameter(far, () => 0.02);
  const verdict = parameter(far * heads, () => gaussian(random) * Math.sqrt(1 / far));
  const verdictBias = parameter(heads, () => -1);
  const carry = parameter(far * heads, () => gaussian(random) * Math.sqrt(1 / far));
  const carryBias = parameter(heads, () => -2);
  const layers = [nearP, nearBias, farP, farBias, verdict, verdictBias, carry, carryBias];
  const rowOf = Uint32Array.from({ length: PIECE_NUMBERS }, (_, number) => number + 1);
  pieces.values.fill(0, 0, word);
  const importance = new Float64Array(rows);
  const weights: Weights = {
    shape,
    rowOf,
    pieces: pieces.values,
    near: nearP.values,
    nearBias: nearBias.values,
    far: farP.values,
    farBias: farBias.values,
    verdict: verdict.values,
    verdictBias: verdictBias.values,
    carry: carry.values,
    carryBias: carryBias.values,
  };
  /** What Adam moves once the pieces that are read have been coarsened. */
  let fine: Float64Array | null = null;
  let levelsMax = 0;
  const steps = new Float64Array(word);
  const touched: number[] = [];
  const isTouched = new Uint8Array(rows);
  let step = 0;

  function learn(batch: readonly Lesson[], pace: Pace): number {
    let loss = 0;
    for (const lesson of batch) if (lesson.words.length > 0) loss += study(lesson, pace, 1 / batch.length);
    step += 1;
    for (const layer of layers) {
      adam(layer, 0, layer.values.length, pace.layerRate, step, pace.decay, layer.values);
    }
    for (const row of touched) {
      for (let i = row * word; i < (row + 1) * word; i += 1) {
        const felt = pieces.gradient[i]! * pieces.values[i]!;
        importance[row]! += felt * felt;
      }
      adam(pieces, row * word, (row + 1) * word, pace.wordRate, step, pace.decay, fine ?? pieces.values);
      if (fine !== null) coarsenRow(row, fine);
      isTouched[row] = 0;
    }
    touched.length = 0;
    return loss / batch.length;
  }

  function study(lesson: Lesson, pace: Pace, share: number): number {
    const words = lesson.words.map((numbers) =>
      random.chance(pace.wordDropout) ? [] : numbers.filter(() => !random.chance(pace.pieceDropout)),
    );
    const count = words.length;
    const x = new Float64Array(count * word);
    for (let t = 0; t < count; t += 1) if (words[t]!.length > 0) embed(words[t]!, weights, x, t * word);
    const h1 = convolve(x, count, word, NEAR_TAPS, weights.near, weights.nearBias, near);
    const h2 = convolve(h1, count, near, FAR_TAPS, weights.far, weights.farBias, far);
    const kept = Float64Array.from({ length: far }, () =>
      random.chance(pace.patternDropout) ? 0 : 1 / (1 - pace.patternDropout),
    );
    const strongest = new Float64Array(far);
    const place = new Int32Array(far).fill(-1);
    for (let t = 0; t < count; t += 1) {
      for (let j = 0; j < far; j += 1) {
        if (h2[t * far + j]! > strongest[j]!) {
          strongest[j] = h2[t * far + j]!;
          place[j] = t;
        }
      }
    }
    const dh2 = new Float64Array(count * far);
    let loss = 0;
    for (let c = 0; c < heads; c += 1) {
      let score = verdictBias.values[c]!;
      for (let j = 0; j < far; j += 1) score += strongest[j]! * kept[j]! * verdict.values[j * heads + c]!;
      const sure = 1 / (1 + Math.exp(-score));
      const target = lesson.targets[c]!;
      loss -= lesson.weight * (target * Math.log(sure + 1e-7) + (1 - target) * Math.log(1 - sure + 1e-7));
      const slope = (sure - target) * lesson.weight * share;
      verdictBias.gradient[c]! += slope;
      for (let j = 0; j < far; j += 1) {
        if (place[j]! < 0 || kept[j] === 0) continue;
        verdict.gradient[j * heads + c]! += slope * strongest[j]! * kept[j]!;
        dh2[place[j]! * far + j]! += slope * kept[j]! * verdict.values[j * heads + c]!;
      }
    }
    carryBack(lesson, pace, share, h2, dh2);
    const dh1 = backwards(h1, count, near, FAR_TAPS, farP, farBias, far, h2, dh2);
    const dx = backwards(x, count, word, NEAR_TAPS, nearP, nearBias, near, h1, dh1);
    for (let t = 0; t < count; t += 1) {
      const scale = 1 / Math.sqrt(words[t]!.length || 1);
      for (const number of words[t]!) {
        const row = rowOf[number]!;
        if (row === 0) continue;
        if (isTouched[row] === 0) {
          isTouched[row] = 1;
          touched.push(row);
        }
        for (let i = 0; i < word; i += 1) pieces.gradient[row * word + i]! += dx[t * word + i]! * scale;
      }
    }
    return loss;
  }

  /** The second lesson of each message: which words carry what was asked. */
  function carryBack(lesson: Lesson, pace: Pace, share: number, h2: Float64Array, dh2: Float64Array): void {
    const count = lesson.words.length;
    const part = (pace.carryWeight * lesson.weight * share) / Math.max(4, count);
    if (part === 0) return;
    for (let t = 0; t < count; t += 1) {
      for (let c = 0; c < heads; c += 1) {
        const target = lesson.carried[t * heads + c]!;
        if (target < 0) continue;
        let score = carryBias.values[c]!;
        for (let j = 0; j < far; j += 1) score += h2[t * far + j]! * carry.values[j * heads + c]!;
        const slope = (1 / (1 + Math.exp(-score)) - target) * part;
        carryBias.gradient[c]! += slope;
        for (let j = 0; j < far; j += 1) {
          if (h2[t * far + j] === 0) continue;
          carry.gradient[j * heads + c]! += slope * h2[t * far + j]!;
          dh2[t * far + j]! += slope * carry.values[j * heads + c]!;
        }
      }
    }
  }

  function keep(count: number): void {
    const ranked = Array.from({ length: rows - 1 }, (_, at) => at + 1)
      .filter((row) => importance[row]! > 0)
      .sort((a, b) => importance[b]! - importance[a]! || a - b);
    const staying = new Set(ranked.slice(0, count));
    for (let row = 1; row < rows; row += 1) {
      if (staying.has(row)) continue;
      rowOf[row - 1] = 0;
      pieces.values.fill(0, row * word, (row + 1) * word);
    }
    importance.fill(0);
  }

  function coarsen(levels: number): void {
    levelsMax = levels;
    for (let i = 0; i < word; i += 1) {
      let square = 0;
      let known = 0;
      for (let row = 1; row < rows; row += 1) {
        if (rowOf[row - 1] === 0 || importance[row] === 0) continue;
        square += pieces.values[row * word + i]! ** 2;
        known += 1;
      }
      steps[i] = Number((Math.sqrt(square / Math.max(1, known)) * (STEP_SPREAD / levels)).toPrecision(4));
    }
    fine = pieces.values.slice();
    for (let row = 1; row < rows; row += 1) if (rowOf[row - 1] !== 0) coarsenRow(row, fine);
  }

  function coarsenRow(row: number, from: Float64Array): void {
    for (let i = 0; i < word; i += 1) {
      const level = Math.round(from[row * word + i]! / steps[i]!);
      pieces.values[row * word + i] = Math.max(-levelsMax, Math.min(levelsMax, level)) * steps[i]!;
    }
  }

  return { weights, learn, keep, coarsen, steps };
}

function backwards(
  input: Float64Array,
  count: number,
  inputs: number,
  taps: readonly number[],
  matrix: Parameter,
  bias: Parameter,
  outputs: number,
  out: Float64Array,
  dout: Float64Array,
): Float64Array {
  const dinput = new Float64Array(count * inputs);
  const active = new Int32Array(outputs);
  for (let t = 0; t < count; t += 1) {
    let felt = 0;
    for (let j = 0; j < outputs; j += 1) {
      const at = t * outputs + j;
      if (out[at]! <= 0 || dout[at] === 0) continue;
      bias.gradient[j]! += dout[at]!;
      active[felt] = j;
      felt += 1;
    }
    if (felt === 0) continue;
    for (let tap = 0; tap < taps.length; tap += 1) {
      const from = t + taps[tap]!;
      if (from < 0 || from >= count) continue;
      for (let i = 0; i < inputs; i += 1) {
        const row = (tap * inputs + i) * outputs;
        const value = input[from * inputs + i]!;
        let sum = 0;
        for (let k = 0; k < felt; k += 1) {
          const j = active[k]!;
          const slope = dout[t * outputs + j]!;
          sum += slope * matrix.values[row + j]!;
          matrix.gradient[row + j]! += slope * value;
        }
        dinput[from * inputs + i]! += sum;
      }
    }
  }
  return dinput;
}

function adam(
  p: Parameter,
  from: number,
  to: number,
  rate: number,
  step: number,
  decay: number,
  values: Float64Array,
): void {
  const level =
    Math.sqrt(1 - SQUARE_DECAY ** Math.min(step, 2_000)) / (1 - MEAN_DECAY ** Math.min(step, 400));
  for (let i = from; i < to; i += 1) {
    const gradient = p.gradient[i]!;
    p.gradient[i] = 0;
    p.mean[i] = MEAN_DECAY * p.mean[i]! + (1 - MEAN_DECAY) * gradient;
    p.square[i] = SQUARE_DECAY * p.square[i]! + (1 - SQUARE_DECAY) * gradient * gradient;
    values[i]! -= rate * ((level * p.mean[i]!) / (Math.sqrt(p.square[i]!) + 1e-6) + decay * values[i]!);
  }
}

function parameter(length: number, start: () => number): Parameter {
  return {
    values: Float64Array.from({ length }, start),
    gradient: new Float32Array(length),
    mean: new Float32Array(length),
    square: new Float32Array(length),
  };
}

function gaussian(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += random.next();
  return sum - 6;
}
