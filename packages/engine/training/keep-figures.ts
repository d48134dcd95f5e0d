/** Measures a model on the two test sets and writes what it finds: `quality.json` for the frozen one, the tables and the plot of the model card. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PackedModel } from "../src/signals/packed.ts";
import { calibrationPlot } from "./calibration-plot.ts";
import { readTestSet } from "./corpus.ts";
import { binsOf, SIGNALS } from "./measure.ts";
import { judgeAll, qualityOf, type LanguageQuality, type Quality } from "./quality.ts";

const here = import.meta.dirname;
const DOCS = join(here, "../../../docs");
const ORDER = ["nl", "en", "de", "fr", "pt", "es"];

export function keepFigures(model: PackedModel): Quality {
  const judged = judgeAll(readTestSet(join(here, "frozen")), model);
  const quality = qualityOf(judged);
  writeFileSync(join(here, "quality.json"), `${JSON.stringify(quality, rounded, 2)}\n`);
  writeFileSync(join(DOCS, "images/calibration.svg"), calibrationPlot(binsOf(judged)));
  const card = join(DOCS, "model-card.md");
  const second = qualityOf(judgeAll(readTestSet(join(here, "second")), model));
  const figures = withTable(readFileSync(card, "utf8"), "figures", tableOf(quality));
  writeFileSync(card, withTable(figures, "second", tableOf(second)));
  return quality;
}

/** The text with what stands between `<!-- name -->` and `<!-- /name -->` replaced. */
function withTable(text: string, name: string, table: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`The model card has no place for its ${name}`);
  return `${text.slice(0, from + open.length)}\n\n${table}\n\n${text.slice(to)}`;
}

function tableOf(quality: Quality): string {
  const rows = ORDER.map((language) => [language, ...cellsOf(quality[language]!)]);
  const signals = SIGNALS.map((signal) => `${signal} P / R / F1`);
  const head = [
    "language",
    "messages",
    "macro-F1",
    ...signals,
    "calm that fire",
    "near-misses that fire",
    "calibration error",
  ];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cellsOf(one: LanguageQuality): string[] {
  const each = SIGNALS.map((signal) => {
    const { precision, recall, f1 } = one.signals[signal];
    return [precision, recall, f1].map(percent).join(" / ");
  });
  return [
    String(one.messages),
    `**${percent(one.macroF1)}**`,
    ...each,
    `${percent(one.calmAlarms)} %`,
    `${percent(one.nearMissAlarms)} %`,
    percent(one.calibrationError),
  ];
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
}
