/** Measures findings against labels: precision, recall, F1, false alarms, calibration error. */
import type { Head } from "../src/signals/heads.ts";
import { has, type Example } from "./example.ts";

/** The three signals that may be escalated; a plain list-price question is found too, and counted apart. */
export const SIGNALS = ["demo", "price", "human"] as const satisfies readonly Head[];

/** What was found in one message, as confidences in the order of `HEADS`. */
export interface Judged {
  readonly example: Example;
  readonly confidences: readonly number[];
  readonly fired: readonly boolean[];
}

export interface SignalFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Figures {
  readonly messages: number;
  readonly macroF1: number;
  readonly signals: Readonly<Record<(typeof SIGNALS)[number], SignalFigures>>;
  /** The share of messages without any of the three signals in which one fired. */
  readonly falseAlarms: number;
  /** Expected calibration error over all three signals. */
  readonly calibrationError: number;
}

export function measure(judged: readonly Judged[]): Figures {
  const signals = Object.fromEntries(
    SIGNALS.map((signal, at) => [signal, signalFigures(judged, signal, at)]),
  ) as Record<(typeof SIGNALS)[number], SignalFigures>;
  const calm = judged.filter(({ example }) => example.labels.length === 0);
  const alarms = calm.filter(({ fired }) => SIGNALS.some((_, at) => fired[at]));
  return {
    messages: judged.length,
    macroF1: SIGNALS.reduce((sum, signal) => sum + signals[signal].f1, 0) / SIGNALS.length,
    signals,
    falseAlarms: alarms.length / Math.max(1, calm.length),
    calibrationError: calibrationError(judged),
  };
}

function signalFigures(judged: readonly Judged[], signal: Head, at: number): SignalFigures {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { example, fired } of judged) {
    if (fired[at]) {
      if (has(example, signal)) right += 1;
      else wrong += 1;
    } else if (has(example, signal)) missed += 1;
  }
  return {
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
    f1: (2 * right) / Math.max(1, 2 * right + wrong + missed),
  };
}

/** One tenth of the scale of confidence: how often a label was there, beside what was said. */
export interface Bin {
  readonly count: number;
  /** Means, 0–1; 0 where nothing fell into the bin. */
  readonly said: number;
  readonly so: number;
}

export function binsOf(judged: readonly Judged[]): Bin[] {
  const sums = Array.from({ length: 10 }, () => ({ said: 0, so: 0, count: 0 }));
  for (const { example, confidences } of judged) {
    for (const [at, signal] of SIGNALS.entries()) {
      const confidence = confidences[at]!;
      const sum = sums[Math.min(9, Math.floor(confidence * 10))]!;
      sum.said += confidence;
      sum.so += has(example, signal) ? 1 : 0;
      sum.count += 1;
    }
  }
  return sums.map(({ said, so, count }) => ({
    count,
    said: said / Math.max(1, count),
    so: so / Math.max(1, count),
  }));
}

/** Each bin's gap between what was said and what was so, weighed by its size. */
function calibrationError(judged: readonly Judged[]): number {
  const bins = binsOf(judged);
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { said, so, count }) => sum + Math.abs(said - so) * count, 0) / Math.max(1, all);
}
