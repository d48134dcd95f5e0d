/** One course of lessons, from random weights to a network that fits in its file. */
import type { Shape } from "../src/signals/network.ts";
import { HEADS } from "../src/signals/heads.ts";
import type { Example } from "./example.ts";
import { createLearner, type Learner, type Pace } from "./learner.ts";
import { lessonOf, othersOf, prepare, type Chances, type Material, type Others } from "./lessons.ts";
import { createRandom } from "./random.ts";
import type { Prepared } from "./rewordings.ts";

const SHAPE: Shape = { word: 8, near: 48, far: 48, heads: HEADS.length };

const ROUNDS = 11;
const CHANCES: Chances = {
  joined: 0.2,
  alsoAsked: 0.4,
  listed: 0.05,
  unmarked: 0.4,
  mistyped: 0.05,
  swapped: 0.12,
  standIn: 0.1,
  framed: 0.12,
  recored: 0.3,
};
const PACE: Omit<Pace, "part"> = {
  wordRate: 0.009,
  layerRate: 0.003,
  wordDropout: 0.08,
  pieceDropout: 0.1,
  patternDropout: 0.1,
  carryWeight: 1,
  liveCost: 0.04,
};
/** Beside lines in a language that the corpus does not have. */
const NOBODY: Others = { calm: [], asking: [] };
/** How many outside lines are drawn for each round; others the next time. */
const MORE_A_ROUND = 12_000;
const BATCH = 32;
const WARM_UP = 0.05;
/** From here on the pieces stand as in the file. */
const SHARE_AT = 0.4;

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
  const others = othersByLanguage(own);
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
        .map((item) =>
          lessonOf(item, others.get(item.example.language) ?? NOBODY, material, CHANCES, random),
        );
      loss += learner.learn(lessons, { ...PACE, part: partAt(step / steps) }) * lessons.length;
      step += 1;
    }
    tell(`round ${round} of ${ROUNDS}: loss ${(loss / items.length).toFixed(4)}`);
    if (round === Math.round(SHARE_AT * ROUNDS)) learner.share();
  }
  return learner;
}

function othersByLanguage(own: readonly Prepared[]): Map<string, Others> {
  const languages = new Set(own.map(({ example }) => example.language));
  return new Map(
    [...languages].map((language) => [
      language,
      othersOf(own.filter(({ example }) => example.language === language)),
    ]),
  );
}

/** Of the full rates: quickly up, then down along half a cosine. */
function partAt(progress: number): number {
  if (progress < WARM_UP) return progress / WARM_UP;
  return 0.5 * (1 + Math.cos((Math.PI * (progress - WARM_UP)) / (1 - WARM_UP))) + 0.01;
}
