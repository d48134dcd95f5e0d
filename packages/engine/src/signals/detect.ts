/** The built-in detector: phrases of six languages, minus what is negated or over and done with. */
import type { Signal } from "../domain/signal.ts";
import type { Span } from "../domain/span.ts";
import type { Detection, Detector, SiteNouns } from "./detector.ts";
import { fold } from "./fold.ts";
import { OWN_NEGATION, PHRASES, TURNED_ROUND, type Phrase } from "./phrases.ts";

/** Beyond this nothing is read, so that the time for one message is bounded. */
const TEXT_CHARS_MAX = 4_000;

export const phraseDetector: Detector = { detect };

function detect(text: string, nouns: SiteNouns = { roleNouns: [], productNouns: [] }): Detection {
  const folded = fold(text.slice(0, TEXT_CHARS_MAX));
  const found = new Map<Signal["type"], { confidence: number; spans: Span[] }>();
  for (const phrase of [...PHRASES, ...phrasesOf(nouns)]) {
    for (const span of spansOf(phrase, folded)) {
      const known = found.get(phrase.type) ?? { confidence: 0, spans: [] };
      known.confidence = Math.max(known.confidence, phrase.confidence);
      known.spans.push(span);
      found.set(phrase.type, known);
    }
  }
  const signals = [...found].map(([type, { confidence, spans }]) => ({
    type,
    confidence,
    spans: merge(spans),
  }));
  return { signals: signals.sort((a, b) => b.confidence - a.confidence) };
}

function* spansOf(phrase: Phrase, folded: string): Generator<Span> {
  for (const match of folded.matchAll(phrase.pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (TURNED_ROUND.test(folded.slice(0, start)) && !OWN_NEGATION.test(match[0])) continue;
    yield { start, end };
  }
}

function phrasesOf(nouns: SiteNouns): Phrase[] {
  const role = alternatives(nouns.roleNouns);
  const product = alternatives(nouns.productNouns);
  const phrases: Phrase[] = [];
  if (role !== "") {
    const asked = `(?:${role}) (?:te )?(?:spreken|beschikbaar|bereikbaar|available|verfugbar|disponible|disponivel)`;
    phrases.push({
      type: "human_request",
      confidence: 0.88,
      pattern: new RegExp(`(?<![a-z])${asked}(?![a-z])`, "g"),
    });
  }
  if (product !== "") {
    phrases.push({
      type: "demo_request",
      confidence: 0.85,
      pattern: new RegExp(`(?<![a-z])(?:${product})(?![a-z])`, "g"),
    });
  }
  return phrases;
}

function alternatives(words: readonly string[]): string {
  return words
    .map((word) => fold(word.trim()).replace(/[^\p{L}\p{N} ]/gu, "\\$&"))
    .filter((word) => word !== "")
    .join("|");
}

/** Sorted, with those that touch or overlap made one. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
