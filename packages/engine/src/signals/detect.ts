/** The built-in detector: what a message asks for, how sure that is, and which words say so. */
import type { Signal } from "../domain/signal.ts";
import { carryingWords } from "./carrying-words.ts";
import type { Detection, Detector, SiteNouns } from "./detector.ts";
import { HEADS, type Head } from "./heads.ts";
import { isSure, judge, tokensToJudge, type Judgement } from "./judge.ts";
import type { Token } from "./tokens.ts";

export const detector: Detector = { detect };

/** Which signal each head stands for. */
const TYPES = {
  demo: "demo_request",
  price: "price_question",
  human: "human_request",
  "price-simple": "price_question",
} as const satisfies Record<Head, Signal["type"]>;

function detect(text: string, nouns?: SiteNouns): Detection {
  return detectIn(tokensToJudge(text, nouns));
}

/** What a message of these words asks for. */
export function detectIn(tokens: readonly Token[]): Detection {
  const judgement = judge(tokens);
  const found = HEADS.map((_, head) => signalOf(judgement, head));
  const plainPrice = found[HEADS.indexOf("price-simple")] ?? null;
  const signals = found
    .flatMap((signal) => (signal === null || signal.complex === false ? [] : [signal]))
    .sort((a, b) => b.confidence - a.confidence);
  return { signals, plainPrice: signals.some(({ complex }) => complex) ? null : plainPrice };
}

function signalOf({ tokens, confidences, carried }: Judgement, head: number): Signal | null {
  const confidence = confidences[head]!;
  if (!isSure(confidence, head)) return null;
  const type = TYPES[HEADS[head]!];
  const signal = { type, confidence, spans: carryingWords(tokens, carried, head, HEADS.length) };
  return type === "price_question" ? { ...signal, complex: HEADS[head] === "price" } : signal;
}
