/** `npm run train [-- --more DIR]`: from the corpus to `src/signals/model.ts`, and the figures of what it had not seen. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseArgs } from "node:util";
import { confidenceOf, type Calibration } from "../src/signals/calibration.ts";
import { calibrate } from "./calibrate.ts";
import { holdCourse } from "./course.ts";
import { HEADS } from "../src/signals/heads.ts";
import { has } from "./example.ts";
import { measure, type Figures, type Judged } from "./measure.ts";
import { pack, sourceOf } from "./pack.ts";
import { keepFigures } from "./keep-figures.ts";
import type { Scored } from "./predict.ts";
import { chooseThresholds } from "./thresholds.ts";

const here = import.meta.dirname;
const { values: options } = parseArgs({ options: { more: { type: "string" } } });
const tell = (said: string) => console.log(said);

const { more } = options;
const [{ unseen }, final] = await Promise.all([
  holdCourse({ name: "four fifths", more, leftOut: { fold: 0 } }, tell),
  holdCourse({ name: "everything", more, leftOut: null }, tell),
]);
const calibration = HEADS.map((head, at) =>
  calibrate(unseen.map(({ example, scores }) => ({ score: scores[at]!, isRight: has(example, head) }))),
);
const thresholds = chooseThresholds(unseen, calibration);
tell(`thresholds ${HEADS.map((head, at) => `${head} ${thresholds[at]}`).join(", ")}`);
report(unseen.map((scored) => judged(scored, calibration, thresholds)));

const model = pack(final.weights, final.ownSteps, calibration, thresholds);
const source = sourceOf(model);
writeFileSync(join(here, "../src/signals/model.ts"), source);
tell(`model.ts: ${source.length} bytes, ${gzipSync(source, { level: 9 }).length} gzipped`);

for (const [language, figures] of Object.entries(keepFigures(model)))
  tell(`frozen ${line(language, figures)}`);

function judged(
  { example, scores }: Scored,
  points: readonly Calibration[],
  limits: readonly number[],
): Judged {
  const confidences = HEADS.map((_, at) => confidenceOf(scores[at]!, points[at]!));
  return { example, confidences, fired: confidences.map((confidence, at) => confidence >= limits[at]!) };
}

function report(all: readonly Judged[]): void {
  for (const language of [...new Set(all.map(({ example }) => example.language))].sort()) {
    tell(`held out ${line(language, measure(all.filter(({ example }) => example.language === language)))}`);
  }
}

function line(language: string, { macroF1, signals, falseAlarms, calibrationError }: Figures): string {
  const each = Object.entries(signals).map(
    ([name, { precision, recall, f1 }]) =>
      `${name} ${percent(f1)} (p ${percent(precision)} r ${percent(recall)})`,
  );
  return (
    `${language}: macro-F1 ${percent(macroF1)}; ${each.join(", ")}; ` +
    `false alarms ${percent(falseAlarms)}; calibration error ${percent(calibrationError)}`
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
