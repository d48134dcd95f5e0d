/** One course of lessons, from random weights to a network that fits in its file. */
import type { Shape } from "../src/signals/network.ts";
import { PIECE_LEVELS } from "../src/signals/packed.ts";
import { HEADS } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";
import { createLearner, type Learner, type Pace } from "./learner.ts";
import { lessonOf, prepare, type Chances, type Material, type Prepared } from "./lessons.ts";
import { createRandom } from "./random.ts";

export const SHAPE: Shape = { word: 8, near: 24, far: 24, heads: HEADS.length };

/** How many outside lines are drawn for each round; others the next time. */
const MORE_A_ROUND = 12_000;
const BATCH = 32;
const ROUNDS = 14;
/** Between these rounds the pieces are thinned out, by the same share each round, from so many times `PIECES_KEPT` down to it. */
const THIN_FROM = 4;
const THIN_TO = 8;
const PIECES_KEPT = 12_000;
const PIECES_AT_FIRST = 5 * PIECES_KEPT;
/** From here on the pieces stand on the levels of the file. */
const COARSEN_AFTER = 10;
const CHANCES: Chances = {
  joined: 0.25,
  unmarked: 0.4,
  mistyped: 0.05,
  swapped: 0.1,
  standIn: 0.1,
  framed: 0.08,
};
const PACE: Pace = {
  wordRate: 0.004,
  layerRate: 0.002,
  wordDropout: 0.1,
  pieceDropout: 0.15,
  patternDropout: 0.2,
  carryWeight: 2,
  decay: 0,
};
const WARM_UP = 0.05;

/** Deterministic: the same examples in the same order give the same weights. */
export function teach(
  examples: readonly Example[],
  more: readonly Example[],
  material: Material,
  tell: (line: string) => void,
  seed = 1,
): Learner {
  const random = createRandom(seed);
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
    if (round >= THIN_FROM && round <= THIN_TO) learner.keep(piecesAfter(round));
    if (round === COARSEN_AFTER) learner.coarsen(PIECE_LEVELS);
  }
  return learner;
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

function piecesAfter(round: number): number {
  const left = (THIN_TO - round) / (THIN_TO - THIN_FROM);
  return Math.round(PIECES_KEPT * (PIECES_AT_FIRST / PIECES_KEPT) ** left);
}

/** Quickly up, then down along half a cosine. */
function paced(progress: number): Pace {
  const part =
    progress < WARM_UP
      ? progress / WARM_UP
      : 0.5 * (1 + Math.cos((Math.PI * (progress - WARM_UP)) / (1 - WARM_UP))) + 0.01;
  return { ...PACE, wordRate: PACE.wordRate * part, layerRate: PACE.layerRate * part };
}
