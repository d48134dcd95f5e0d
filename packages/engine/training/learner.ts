/** Teaches the network: the same forward pass as `signals/network.ts`, the way back, and Adam. */
import { convolve, embed, FAR_TAPS, NEAR_TAPS, type Shape, type Weights } from "../src/signals/network.ts";
import { adam, parameter } from "./adam.ts";
import { backwards } from "./backwards.ts";
import type { Random } from "./random.ts";
import { createVocabulary } from "./vocabulary.ts";

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
  /** Which part of both rates is used now. */
  readonly part: number;
  readonly wordDropout: number;
  readonly pieceDropout: number;
  readonly patternDropout: number;
  readonly carryWeight: number;
  /** What each pattern of neighbours costs while it is live: few live ones make the network fast. */
  readonly liveCost: number;
}

export interface Learner {
  readonly weights: Weights;
  /** One step over one batch; returns the mean loss. */
  learn(batch: readonly Lesson[], pace: Pace): number;
  /** From now on the pieces stand as the model file holds them, and learn within that. */
  share(): void;
  /** The size of a level in each of a word's numbers; zeros before `share`. */
  readonly ownSteps: Float64Array;
}

export function createLearner(shape: Shape, random: Random): Learner {
  const { word, near, far, heads } = shape;
  const vocabulary = createVocabulary(word, random);
  const nearP = parameter(NEAR_TAPS.length * word * near, () => gaussian(random) * Math.sqrt(2 / (word * 3)));
  const nearBias = parameter(near, () => 0.02);
  const farP = parameter(FAR_TAPS.length * near * far, () => gaussian(random) * Math.sqrt(2 / (near * 3)));
  const farBias = parameter(far, () => 0.02);
  const verdict = parameter(far * heads, () => gaussian(random) * Math.sqrt(1 / far));
  const verdictBias = parameter(heads, () => -1);
  const carry = parameter(far * heads, () => gaussian(random) * Math.sqrt(1 / far));
  const carryBias = parameter(heads, () => -2);
  const layers = [nearP, nearBias, farP, farBias, verdict, verdictBias, carry, carryBias];
  const weights: Weights = {
    shape,
    rowOf: vocabulary.rowOf,
    pieces: vocabulary.rows,
    near: nearP.values,
    nearBias: nearBias.values,
    far: farP.values,
    farBias: farBias.values,
    verdict: verdict.values,
    verdictBias: verdictBias.values,
    carry: carry.values,
    carryBias: carryBias.values,
  };
  let step = 0;

  function learn(batch: readonly Lesson[], pace: Pace): number {
    let loss = 0;
    for (const lesson of batch) if (lesson.words.length > 0) loss += study(lesson, pace, 1 / batch.length);
    step += 1;
    for (const layer of layers) adam(layer, 0, layer.values.length, pace.layerRate * pace.part, step);
    vocabulary.learn(pace.wordRate, pace.part, step);
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
    const dh2 = new Float64Array(count * far);
    const loss = judgeBack(lesson, pace, share, h2, dh2);
    carryBack(lesson, pace, share, h2, dh2);
    const dh1 = backwards(h1, count, near, FAR_TAPS, farP, farBias, far, h2, dh2);
    const cost = (pace.liveCost * share) / count;
    for (let at = 0; at < dh1.length; at += 1) dh1[at]! += cost;
    const dx = backwards(x, count, word, NEAR_TAPS, nearP, nearBias, near, h1, dh1);
    for (let t = 0; t < count; t += 1) {
      const scale = 1 / Math.sqrt(words[t]!.length || 1);
      for (const piece of words[t]!) vocabulary.feel(piece, dx, t * word, scale);
    }
    return loss;
  }

  /** The first lesson of each message: what it asks for. */
  function judgeBack(lesson: Lesson, pace: Pace, share: number, h2: Float64Array, dh2: Float64Array): number {
    const kept = Float64Array.from({ length: far }, () =>
      random.chance(pace.patternDropout) ? 0 : 1 / (1 - pace.patternDropout),
    );
    const strongest = new Float64Array(far);
    const place = new Int32Array(far).fill(-1);
    for (let at = 0; at < h2.length; at += 1) {
      const j = at % far;
      if (h2[at]! <= strongest[j]!) continue;
      strongest[j] = h2[at]!;
      place[j] = at;
    }
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
        dh2[place[j]!]! += slope * kept[j]! * verdict.values[j * heads + c]!;
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

  return { weights, learn, share: vocabulary.share, ownSteps: vocabulary.ownSteps };
}

function gaussian(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += random.next();
  return sum - 6;
}
