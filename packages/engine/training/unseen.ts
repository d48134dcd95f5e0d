/** Scores the held-out fifth of the corpus with a network that was taught without it, so that nothing is chosen on what was learned by heart. */
import type { Example } from "./example.ts";
import type { Material } from "./lessons.ts";
import { predict, type Scored } from "./predict.ts";
import { foldOf, splitBy } from "./split.ts";
import { teach } from "./teach.ts";

export function scoreUnseen(
  examples: readonly Example[],
  more: readonly Example[],
  material: Material,
  tell: (line: string) => void,
): Scored[] {
  const { training, heldOut } = splitBy(examples, ({ idea }) => foldOf(idea) === 0);
  tell(`${training.length} messages to learn from, ${heldOut.length} held out`);
  return predict(heldOut, teach(training, more, material, tell).weights);
}
