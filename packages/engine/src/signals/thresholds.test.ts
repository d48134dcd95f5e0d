/** A site's own thresholds: they decide what counts, and nothing else. */
import { expect, it } from "vitest";
import { detector, MODEL_THRESHOLDS } from "./detect.ts";
import { explain } from "./explain.ts";

const NOUNS = { roleNouns: [], productNouns: [] };
const TEXT = "Kan ik het huis morgen bezichtigen?";

it("N4 a signal counts from its site's threshold on, and no other signal is touched", () => {
  const found = detector.detect(TEXT, NOUNS).signals.find(({ type }) => type === "demo_request");
  const confidence = found?.confidence ?? 0;
  expect(confidence).toBeGreaterThanOrEqual(MODEL_THRESHOLDS.demo_request);
  const types = (demo_request: number) =>
    detector.detect(TEXT, { ...NOUNS, thresholds: { demo_request } }).signals;
  expect(types(confidence)).toEqual([found]);
  expect(types(Math.min(1, confidence + 0.0001))).toEqual([]);
  expect(detector.detect(TEXT, { ...NOUNS, thresholds: { human_request: 0.99 } }).signals).toEqual([found]);
});

it("N4 a lower threshold lets through what the model alone would not", () => {
  const unsure = "misschien eens kijken";
  const low = {
    ...NOUNS,
    thresholds: { demo_request: 0.0001, price_question: 0.0001, human_request: 0.0001 },
  };
  expect(detector.detect(unsure, low).signals.length).toBeGreaterThan(
    detector.detect(unsure, NOUNS).signals.length,
  );
});

it("N1 an explanation goes by the same thresholds", () => {
  expect(explain(TEXT, { ...NOUNS, thresholds: { demo_request: 0.99999 } }).findings).toEqual([]);
});
