/** A detector that a test can foresee: each agreed word means one signal, and nothing else means anything. */
import type { Signal } from "../domain/signal.ts";
import type { Detector } from "../signals/detector.ts";

/** `keywordDetector({ makelaar: "human_request" })`. Words are looked for in lower case, anywhere in the text. */
export function keywordDetector(
  words: Readonly<Record<string, Exclude<Signal["type"], "hot_lead">>>,
): Detector {
  return {
    detect(text) {
      const lower = text.toLowerCase();
      const signals = Object.entries(words).flatMap(([word, type]): Signal[] => {
        const start = lower.indexOf(word);
        return start < 0 ? [] : [{ type, confidence: 0.9, spans: [{ start, end: start + word.length }] }];
      });
      return { signals, plainPrice: null };
    },
  };
}
