/** How well, how fast and how big: Sophie's detector beside nlp.js and a keyword list, taught the same corpus, measured on messages that none of them has seen. */
import { join } from "node:path";
import { readCorpus, readTestSet } from "../packages/engine/training/corpus.ts";
import type { Example } from "../packages/engine/training/example.ts";
import { SIGNALS, type Contender } from "./detector/contender.ts";
import { keywordList } from "./detector/keyword-list.ts";
import { nlpJs } from "./detector/nlp-js.ts";
import { sophie } from "./detector/sophie.ts";

const TRAINING = join(import.meta.dirname, "../packages/engine/training");

export interface DetectorFigures {
  readonly name: string;
  /** Means over six languages, 0–1. */
  readonly macroF1: number;
  readonly dutchF1: number;
  /** Of the messages that ask for nothing, the share in which something fires. */
  readonly falseAlarms: number;
  readonly nearMisses: number;
  /** Median for one message, one thread. */
  readonly micros: number;
  readonly gzipBytes: number;
}

export async function benchDetector(): Promise<DetectorFigures[]> {
  const corpus = readCorpus(join(TRAINING, "corpus"));
  const test = readTestSet(join(TRAINING, "frozen"));
  const figures: DetectorFigures[] = [];
  for (const contender of [await sophie(), await nlpJs(corpus), keywordList(corpus)]) {
    figures.push(await measure(contender, test));
  }
  return figures;
}

interface Answer {
  readonly example: Example;
  readonly found: readonly string[];
  readonly micros: number;
}

async function measure(contender: Contender, test: readonly Example[]): Promise<DetectorFigures> {
  for (const { text, language } of test) await contender.detect(text, language);
  const answers: Answer[] = [];
  for (const example of test) {
    const start = performance.now();
    const found = await contender.detect(example.text, example.language);
    answers.push({ example, found, micros: (performance.now() - start) * 1_000 });
  }
  const languages = [...new Set(test.map(({ language }) => language))];
  const calm = answers.filter(({ example }) => example.labels.length === 0);
  return {
    name: contender.name,
    macroF1: mean(languages.map((language) => macroF1(answers, language))),
    dutchF1: macroF1(answers, "nl"),
    falseAlarms: shareFired(calm.filter(({ example }) => !isNearMiss(example))),
    nearMisses: shareFired(calm.filter(({ example }) => isNearMiss(example))),
    micros: answers.map(({ micros }) => micros).sort((a, b) => a - b)[Math.floor(answers.length / 2)]!,
    gzipBytes: contender.gzipBytes,
  };
}

/** The test set marks its near-misses in the description of the idea. */
function isNearMiss({ idea }: Example): boolean {
  return idea.includes("near:");
}

function macroF1(answers: readonly Answer[], language: string): number {
  const own = answers.filter(({ example }) => example.language === language);
  return mean(
    SIGNALS.map((signal) => {
      const right = own.filter(
        ({ example, found }) => example.labels.includes(signal) && found.includes(signal),
      );
      const labelled = own.filter(({ example }) => example.labels.includes(signal));
      const fired = own.filter(({ found }) => found.includes(signal));
      return (2 * right.length) / Math.max(1, labelled.length + fired.length);
    }),
  );
}

function shareFired(answers: readonly Answer[]): number {
  return answers.filter(({ found }) => found.length > 0).length / Math.max(1, answers.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
