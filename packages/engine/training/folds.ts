/** Scores every message of the corpus with a network that was taught without its idea, so that thresholds are not chosen on what was learned by heart. */
import type { Example } from "./example.ts";
import type { Material } from "./lessons.ts";
import { predict, type Scored } from "./predict.ts";
import { foldOf, FOLDS, splitBy } from "./split.ts";
import { teach } from "./teach.ts";

export function scoreUnseen(
  examples: readonly Example[],
  more: readonly Example[],
  material: Material,
  tell: (line: string) => void,
): Scored[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { training, heldOut } = splitBy(examples, ({ idea }) => foldOf(idea) === fold);
    tell(`fold ${fold + 1} of ${FOLDS}: ${training.length} messages, ${heldOut.length} held out`);
    return predict(heldOut, teach(training, more, material, () => {}).weights);
  }).flat();
}
