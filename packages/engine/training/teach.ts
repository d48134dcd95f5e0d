/** One course of lessons, from random weights to a network that fits in its file. */
import type { Shape } from "../src/signals/network.ts";
import { PIECE_LEVELS } from "../src/signals/packed.ts";
import { HEADS } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";
import { createLearner, type Learner, type Pace } from "./learner.ts";
import { lessonOf, prepare, type Chances, type Material, type Prepared } from "./lessons.ts";
import { createRandom } from "./random.ts";

const SHAPE: Shape = { word: 8, near: 24, far: 24, heads: HEADS.length };

const ROUNDS = 14;
/** How many pieces the file has room for. */
const PIECES = 13_000;
const CHANCES: Chances = {
  joined: 0.25,
  unmarked: 0.4,
  mistyped: 0.05,
  swapped: 0.12,
  standIn: 0.1,
  framed: 0.08,
};
const PACE: Pace = {
  wordRate: 0.004,
  layerRate: 0.002,
  wordDropout: 0.08,
  pieceDropout: 0.1,
  patternDropout: 0.1,
  carryWeight: 2,
  decay: 0,
};
/** How many outside lines are drawn for each round; others the next time. */
const MORE_A_ROUND = 12_000;
const BATCH = 32;
const WARM_UP = 0.05;
/** Between these parts of the course the pieces are thinned out, by the same share each round, from so many times the final number. */
const THIN_FROM = 0.3;
const THIN_TO = 0.55;
const THIN_TIMES = 5;
/** From here on the pieces stand on the levels of the file. */
const COARSEN_AT = 0.7;

/** Deterministic: the same examples in the same order give the same weights. */
export function teach(
  examples: readonly Example[],
  more: readonly Example[],
  material: Material,
  tell: (line: string) => void,
): Learner {
  const random = createRandom(1);
  const own = prepare(examples);
  const outside = prepare(more);
  const calm = calmOf(own);
  const learner = createLearner(SHAPE, random);
  const perRound = own.length + (outside.length > 0 ? MORE_A_ROUND : 0);
  const steps = Math.ceil(perRound / BATCH) * ROUNDS;
  let step = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const items: Prepared[] = [...own];
    while (items.length < perRound) items.push(random.pick(outside));
    random.shuffle(items);
    let loss = 0;
    for (let at = 0; at < items.length; at += BATCH) {
      const lessons = items
        .slice(at, at + BATCH)
        .map((item) => lessonOf(item, calm.get(item.example.language) ?? [], material, CHANCES, random));
      loss += learner.learn(lessons, paced(step / steps)) * lessons.length;
      step += 1;
    }
    tell(`round ${round} of ${ROUNDS}: loss ${(loss / items.length).toFixed(4)}`);
    thin(learner, round);
  }
  return learner;
}

/** What the file has no room for goes little by little, so that the rest can take over. */
function thin(learner: Learner, round: number): void {
  const from = Math.round(THIN_FROM * ROUNDS);
  const to = Math.round(THIN_TO * ROUNDS);
  if (round >= from && round <= to) {
    learner.keep(Math.round(PIECES * THIN_TIMES ** ((to - round) / (to - from))));
  }
  if (round === Math.round(COARSEN_AT * ROUNDS)) learner.coarsen(PIECE_LEVELS);
}

function calmOf(own: readonly Prepared[]): Map<string, Prepared[]> {
  const calm = new Map<string, Prepared[]>();
  for (const item of own) {
    if (item.example.labels.length > 0) continue;
    const known = calm.get(item.example.language);
    if (known === undefined) calm.set(item.example.language, [item]);
    else known.push(item);
  }
  return calm;
}

/** Quickly up, then down along half a cosine. */
function paced(progress: number): Pace {
  const part =
    progress < WARM_UP
      ? progress / WARM_UP
      : 0.5 * (1 + Math.cos((Math.PI * (progress - WARM_UP)) / (1 - WARM_UP))) + 0.01;
  return { ...PACE, wordRate: PACE.wordRate * part, layerRate: PACE.layerRate * part };
}
