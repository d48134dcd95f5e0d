/** What Sophie would hear in one sentence under these settings: signals and own words, where, how sure, and whether they start anything. */
import {
  createTriggerFinder,
  type Detector,
  type HandoffSettings,
  type Signal,
  type SignalType,
  type SiteNouns,
  type Span,
} from "@sophie/engine";

export type HeardThing = {
  readonly spans: readonly Span[];
  /** Whether a handoff begins. */
  readonly starts: boolean;
} & (
  | {
      readonly kind: "signal";
      readonly signal: SignalType;
      /** 0–1. */
      readonly confidence: number;
      /** A question for one list price, which Sophie answers herself. */
      readonly isPlainPrice: boolean;
    }
  | { readonly kind: "word"; readonly id: string; readonly name: string }
);

export function hearSentence(
  sentence: string,
  detector: Detector,
  nouns: SiteNouns,
  settings: Pick<HandoffSettings, "signals" | "triggers">,
): readonly HeardThing[] {
  const { signals, plainPrice } = detector.detect(sentence, nouns);
  const found = signals.map((signal) => heardSignal(signal, settings.signals[signal.type], false));
  const plain = plainPrice === null ? [] : [heardSignal(plainPrice, false, true)];
  return [...found, ...wordsIn(sentence, settings.triggers), ...plain];
}

function heardSignal(
  { type, confidence, spans }: Signal,
  starts: boolean,
  isPlainPrice: boolean,
): HeardThing {
  return { kind: "signal", signal: type, confidence, spans, starts, isPlainPrice };
}

/** Each word once, with every place in which it stands. */
function wordsIn(sentence: string, triggers: HandoffSettings["triggers"]): readonly HeardThing[] {
  const places = new Map<string, { readonly name: string; readonly spans: Span[] }>();
  for (const { trigger, span } of createTriggerFinder(triggers)(sentence)) {
    const held = places.get(trigger.id) ?? { name: trigger.name, spans: [] };
    held.spans.push(span);
    places.set(trigger.id, held);
  }
  return [...places].map(([id, { name, spans }]) => ({ kind: "word", id, name, spans, starts: true }));
}
