/** That the network learns what it is taught, and that what is written down is what was learned. */
import { describe, expect, it } from "vitest";
import { read } from "../src/signals/network.ts";
import { unpack } from "../src/signals/packed.ts";
import { piecesOf } from "../src/signals/pieces.ts";
import { createLearner, type Lesson, type Pace } from "./learner.ts";
import { pack } from "./pack.ts";
import { createRandom } from "./random.ts";

const SHAPE = { word: 4, near: 8, far: 8, heads: 4 };
const PACE: Pace = {
  wordRate: 0.02,
  layerRate: 0.02,
  wordDropout: 0,
  pieceDropout: 0,
  part: 1,
  patternDropout: 0,
  carryWeight: 1,
  liveCost: 0,
};

/** "… not … see" asks for nothing, "… see" does: the order of two words and their company decide. */
const LESSONS = [
  lesson("can we see it", 1),
  lesson("we can not see it", 0),
  lesson("not now it can", 0),
  lesson("see", 1),
];

function lesson(text: string, asks: number): Lesson {
  const words = text.split(" ");
  return {
    words: words.map((letters) => piecesOf({ letters })),
    targets: Float64Array.of(asks, 0, 0, 0),
    carried: Int8Array.from(words.flatMap((word) => [asks === 1 && word === "see" ? 1 : 0, 0, 0, 0])),
    weight: 1,
  };
}

function taught(seed: number) {
  const learner = createLearner(SHAPE, createRandom(seed));
  const losses = Array.from({ length: 300 }, () => learner.learn(LESSONS, PACE));
  return { learner, losses };
}

describe("the learner", () => {
  it("learns that a word turns another round, and which word carried it", () => {
    const { learner, losses } = taught(1);
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 20);
    const verdicts = LESSONS.map(({ words }) => read(words, learner.weights).scores[0]! > 0);
    expect(verdicts).toEqual([true, false, false, true]);
    const { carried } = read(LESSONS[0]!.words, learner.weights);
    expect([0, 1, 2, 3].map((word) => carried[word * 4]! > 0)).toEqual([false, false, true, false]);
  });

  it("draws the same weights from the same seed", () => {
    expect(taught(3).learner.weights.near).toEqual(taught(3).learner.weights.near);
  });

  it("survives sharing rows and being written down", () => {
    const { learner } = taught(1);
    learner.share();
    for (let step = 0; step < 100; step += 1) learner.learn(LESSONS, PACE);
    const packed = pack(learner.weights, learner.ownSteps, [], []);
    const restored = unpack(JSON.parse(JSON.stringify(packed)) as typeof packed);
    for (const { words } of LESSONS) {
      const before = read(words, learner.weights).scores;
      const after = read(words, restored).scores;
      for (const [head, score] of after.entries())
        expect(Math.abs(score - before[head]!)).toBeLessThan(0.5 + 0.05 * Math.abs(score));
    }
    expect(restored.pieces.length).toBeLessThan(learner.weights.pieces.length / 5);
  });
});
