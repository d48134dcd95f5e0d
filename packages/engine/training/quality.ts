/** The figures that are kept beside the model: per language, on messages that were written blind by others and never trained on. */
import { carryingWords } from "../src/signals/carrying-words.ts";
import { confidenceOf } from "../src/signals/calibration.ts";
import { HEADS } from "../src/signals/heads.ts";
import { read, type Weights } from "../src/signals/network.ts";
import { unpack, type PackedModel } from "../src/signals/packed.ts";
import { piecesOf } from "../src/signals/pieces.ts";
import { tokensOf } from "../src/signals/tokens.ts";
import type { Example } from "./example.ts";
import { measure, type Figures, type Judged } from "./measure.ts";

export interface LanguageQuality extends Figures {
  /** The same, apart for messages that use a signal's own words without asking. */
  readonly nearMissAlarms: number;
  readonly calmAlarms: number;
}

export type Quality = Readonly<Record<string, LanguageQuality>>;

export function qualityOf(test: readonly Example[], model: PackedModel): Quality {
  const weights = unpack(model);
  const judged = test.map((example) => judgedBy(example, model, weights));
  const languages = [...new Set(test.map(({ language }) => language))].sort();
  return Object.fromEntries(
    languages.map((language) => {
      const own = judged.filter(({ example }) => example.language === language);
      return [
        language,
        {
          ...measure(own),
          nearMissAlarms: measure(own.filter(isNearMiss)).falseAlarms,
          calmAlarms: measure(own.filter((one) => !isNearMiss(one))).falseAlarms,
        },
      ];
    }),
  );
}

/** How well underlined words match those of the corpus: characters in both, over characters in either. */
export function spanOverlap(examples: readonly Example[], model: PackedModel): number {
  const weights = unpack(model);
  let both = 0;
  let either = 0;
  for (const { text, labels, marked } of examples) {
    if (labels.length !== 1 || marked.length === 0) continue;
    const head = HEADS.indexOf(labels[0]!);
    const tokens = tokensOf(text);
    const found = carryingWords(tokens, read(tokens.map(piecesOf), weights).carried, head, HEADS.length);
    for (let at = 0; at < text.length; at += 1) {
      const isIn = (spans: typeof found) => spans.some(({ start, end }) => at >= start && at < end);
      const isFound = isIn(found);
      const isMarked = marked.some(({ start, end }) => at >= start && at < end);
      if (isFound && isMarked) both += 1;
      if (isFound || isMarked) either += 1;
    }
  }
  return both / Math.max(1, either);
}

function judgedBy(example: Example, model: PackedModel, weights: Weights): Judged {
  const { scores } = read(tokensOf(example.text).map(piecesOf), weights);
  const confidences = HEADS.map((_, head) => confidenceOf(scores[head]!, model.calibration[head]!));
  return {
    example,
    confidences,
    fired: confidences.map((confidence, head) => confidence >= model.thresholds[head]!),
  };
}

/** A test set says so in the description of the idea. */
function isNearMiss({ example }: Judged): boolean {
  return example.idea.includes("near:");
}
