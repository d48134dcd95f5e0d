/** The built-in detector: what a message asks for, how sure that is, and which words say so. */
import type { DetectionThresholds, TextSignal } from "../domain/detection-thresholds.ts";
import type { Signal } from "../domain/signal.ts";
import { carryingWords } from "./carrying-words.ts";
import type { Detection, Detector, SiteNouns } from "./detector.ts";
import { HEADS, type Head } from "./heads.ts";
import { judge, modelThreshold, tokensToJudge, type Judgement } from "./judge.ts";
import type { Token } from "./tokens.ts";

/**
 * The built-in detector: six languages, less than 40 kB with its model. Loading it is the cost; one text takes
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
  const counts = HEADS.map((_, head) => judgement.confidences[head]! >= thresholdOf(head, thresholds));
  const several = counts.filter((does) => does).length > 1;
  const found = HEADS.map((_, head) => (counts[head] === true ? signalOf(judgement, head, several) : null));
  const plainPrice = found[HEADS.indexOf("price-simple")] ?? null;
  const signals = found
    .flatMap((signal) => (signal === null || signal.complex === false ? [] : [signal]))
    .sort((a, b) => b.confidence - a.confidence);
  return { signals, plainPrice: signals.some(({ complex }) => complex) ? null : plainPrice };
}

/** A site's threshold is for what is escalated; a plain price is only answered. */
function thresholdOf(head: number, own: DetectionThresholds): number {
  const name = HEADS[head]!;
  return (name === "price-simple" ? undefined : own[TYPES[name]]) ?? modelThreshold(head);
}

function signalOf({ tokens, confidences, carried }: Judgement, head: number, several: boolean): Signal {
  const type = TYPES[HEADS[head]!];
  const spans = carryingWords(tokens, carried, head, HEADS.length, several);
  const signal = { type, confidence: confidences[head]!, spans };
  return type === "price_question" ? { ...signal, complex: HEADS[head] === "price" } : signal;
}
