/** The figures that are kept beside the model: per language, on messages that were written blind by others and never trained on. */
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

/** The test set as the model judges it. */
export function judgeAll(test: readonly Example[], model: PackedModel): Judged[] {
  const weights = unpack(model);
  return test.map((example) => judgedBy(example, model, weights));
}

export function qualityOf(judged: readonly Judged[]): Quality {
  const languages = [...new Set(judged.map(({ example }) => example.language))].sort();
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
