/** Messages that were judged wrong, as lines of the detector's corpus (H90): what they asked for was nothing. */
import type { TextSignal } from "../domain/detection-thresholds.ts";

export interface JudgedText {
  readonly signal: TextSignal;
  readonly text: string;
}

/** An idea a signal, labelled `none`, a message a line; what could say who wrote it is masked. */
export function trainingLines(judged: readonly JudgedText[]): string {
  const signals = [...new Set(judged.map(({ signal }) => signal))].toSorted();
  return signals
    .map((signal) => {
      const texts = judged.filter((each) => each.signal === signal).map(({ text }) => lineOf(text));
      const lines = [...new Set(texts)].filter((line) => line !== "");
      return [`@ none | judged no ${signal.replace("_", " ")}`, ...lines].join("\n");
    })
    .map((idea) => `${idea}\n`)
    .join("\n");
}

/** One line, which neither opens an idea nor marks words. */
function lineOf(text: string): string {
  return text
    .replace(/[^\s@]{1,64}@[^\s@]{1,255}/gu, "naam@voorbeeld.nl")
    .replace(/\+?\d(?:[ ./()-]*\d){6,}/gu, "0600000000")
    .replace(/\s+/gu, " ")
    .replace(/[[\]]/gu, "")
    .replace(/^[@\s]+/u, "")
    .trim();
}
