/** The built-in detector: what a message asks for, how sure that is, and which words say so. */
import type { DetectionThresholds, TextSignal } from "../domain/detection-thresholds.ts";
import type { Signal } from "../domain/signal.ts";
import { carryingWords } from "./carrying-words.ts";
import type { Detection, Detector, SiteNouns } from "./detector.ts";
import { HEADS, type Head } from "./heads.ts";
import { judge, modelThreshold, tokensToJudge, type Judgement } from "./judge.ts";
import type { Token } from "./tokens.ts";

/**
 * The built-in detector: six languages, about 30 kB with its model. Loading it is the cost; one text takes
 * well under a millisecond.
 */
export const detector: Detector = { detect };

/** Which signal each head stands for. */
const TYPES = {
  demo: "demo_request",
  price: "price_question",
  human: "human_request",
  "price-simple": "price_question",
} as const satisfies Record<Head, Signal["type"]>;

/** From which confidence on the model's own findings count. */
export const MODEL_THRESHOLDS: Readonly<Record<TextSignal, number>> = {
  demo_request: modelThreshold(HEADS.indexOf("demo")),
  price_question: modelThreshold(HEADS.indexOf("price")),
  human_request: modelThreshold(HEADS.indexOf("human")),
};

function detect(text: string, nouns?: SiteNouns): Detection {
  return detectIn(tokensToJudge(text, nouns), nouns?.thresholds);
}

/** What a message of these words asks for. */
export function detectIn(tokens: readonly Token[], thresholds: DetectionThresholds = {}): Detection {
  const judgement = judge(tokens);
  const found = HEADS.map((_, head) => signalOf(judgement, head, thresholds));
  const plainPrice = found[HEADS.indexOf("price-simple")] ?? null;
  const signals = found
    .flatMap((signal) => (signal === null || signal.complex === false ? [] : [signal]))
    .sort((a, b) => b.confidence - a.confidence);
  return { signals, plainPrice: signals.some(({ complex }) => complex) ? null : plainPrice };
}

function signalOf(
  { tokens, confidences, carried }: Judgement,
  head: number,
  thresholds: DetectionThresholds,
): Signal | null {
  const confidence = confidences[head]!;
  const type = TYPES[HEADS[head]!];
  // A site's threshold is for what is escalated; a plain price is only answered.
  const own = HEADS[head] === "price-simple" ? undefined : thresholds[type];
  if (confidence < (own ?? modelThreshold(head))) return null;
  const signal = { type, confidence, spans: carryingWords(tokens, carried, head, HEADS.length) };
  return type === "price_question" ? { ...signal, complex: HEADS[head] === "price" } : signal;
}
