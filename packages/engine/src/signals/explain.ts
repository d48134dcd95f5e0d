/**
 * Says why a message was judged as it was (N1), by taking its words away and looking again.
 * Shares are in confidence: they are what each removal took, one after the other, so they add up to the confidence exactly.
 */
import type { DetectionThresholds } from "../domain/detection-thresholds.ts";
import type { Signal } from "../domain/signal.ts";
import type { Span } from "../domain/span.ts";
import type { SiteNouns } from "./detector.ts";
import { detectIn } from "./detect.ts";
import { HEADS } from "./heads.ts";
import { judge, tokensToJudge } from "./judge.ts";
import { isMark, type Token } from "./tokens.ts";

/** Beside the underlined words, so many others are named; the rest counts as one. */
const OTHERS_MAX = 6;
/** Only the words nearest to the underlined ones are tried, so that a long message stays cheap. */
const TRIED_MAX = 24;

/** What one stretch of text, or everything else, adds to the confidence. */
export interface Contribution {
  /** As typed; "…" for all words that are not named. */
  readonly words: string;
  /** Null for "…". */
  readonly span: Span | null;
  /** What the confidence lost when these words went, after those listed before. Below 0: they spoke against it. */
  readonly share: number;
}

/** One signal with its reasons; the shares add up to its confidence. */
export interface Finding {
  readonly signal: Signal;
  /** Shares that add up to the confidence. Underlined words first. */
  readonly contributions: readonly Contribution[];
  /** What the confidence would be without the underlined words that matter most, and whether it would still count. */
  readonly without: { readonly words: string; readonly confidence: number; readonly fires: boolean };
}

/** Everything that was found in one text. */
export interface Explanation {
  /** Every signal that counts, and the plain price question where there is one. */
  readonly findings: readonly Finding[];
}

/**
 * What the detector finds and why: the share of each word, and what would be left without the words that
 * matter most.
 */
export function explain(text: string, nouns?: SiteNouns): Explanation {
  const tokens = tokensToJudge(text, nouns);
  const { signals, plainPrice } = detectIn(tokens, nouns?.thresholds);
  const all = plainPrice === null ? signals : [...signals, plainPrice];
  return { findings: all.map((signal) => explainOne(text, tokens, signal, nouns?.thresholds)) };
}

function explainOne(
  text: string,
  tokens: readonly Token[],
  signal: Signal,
  thresholds: DetectionThresholds | undefined,
): Finding {
  const head = headOf(signal);
  const confidenceOf = (left: readonly Token[]) => judge(left).confidences[head]!;
  const drop = (span: Span, from: readonly Token[]) =>
    from.filter((token) => token.start < span.start || token.end > span.end);
  const underlined = signal.spans
    .map((span) => ({ span, confidence: confidenceOf(drop(span, tokens)) }))
    .sort((a, b) => a.confidence - b.confidence);
  const top = underlined[0]!;
  const others = nearest(tokens, signal.spans)
    .map((span) => ({ span, effect: Math.abs(signal.confidence - confidenceOf(drop(span, tokens))) }))
    .sort((a, b) => b.effect - a.effect || a.span.start - b.span.start)
    .slice(0, OTHERS_MAX);
  const contributions: Contribution[] = [];
  let left = tokens;
  let confidence = signal.confidence;
  for (const { span } of [...underlined, ...others]) {
    left = drop(span, left);
    const next = confidenceOf(left);
    contributions.push({ words: text.slice(span.start, span.end), span, share: confidence - next });
    confidence = next;
  }
  if (left.length > 0) contributions.push({ words: "…", span: null, share: confidence });
  const after = detectIn(drop(top.span, tokens), thresholds);
  const fires =
    signal.complex === false
      ? after.plainPrice !== null
      : after.signals.some(({ type }) => type === signal.type);
  return {
    signal,
    contributions,
    without: { words: text.slice(top.span.start, top.span.end), confidence: top.confidence, fires },
  };
}

function headOf({ type, complex }: Signal): number {
  if (type === "demo_request") return HEADS.indexOf("demo");
  if (type === "human_request") return HEADS.indexOf("human");
  return HEADS.indexOf(complex === false ? "price-simple" : "price");
}

/** The words outside the spans, those nearest to a span first. */
function nearest(tokens: readonly Token[], spans: readonly Span[]): Span[] {
  const distance = ({ start, end }: Token) =>
    Math.min(...spans.map((span) => Math.max(span.start - end, start - span.end, 0)));
  return tokens
    .filter(
      (token) => !isMark(token) && !spans.some((span) => token.start < span.end && token.end > span.start),
    )
    .sort((a, b) => distance(a) - distance(b) || a.start - b.start)
    .slice(0, TRIED_MAX)
    .map(({ start, end }) => ({ start, end }));
}
