/**
 * What agents found wrong, with the words that did it, to learn from (H90). Nothing is copied: a text is here as long as
 * its conversation is kept, and gone with it.
 */
import {
  type Handoff,
  type Language,
  TEXT_SIGNALS,
  type TextSignal,
  type TriggerType,
  trainingLines,
  type Verdict,
  type VerdictKind,
} from "@sophie/engine";
import { explain } from "@sophie/engine/detector";
import type { Site, Storage } from "../storage/storage.ts";

const ITEMS_MAX = 200;
const EXPORTED_MAX = 5_000;
/** What is not asked for at all still does not count. */
const HARDLY_ANY = 1e-6;
const WRONG: readonly VerdictKind[] = ["wrong_escalation"];

export interface Improvement {
  readonly handoff: Handoff["id"];
  readonly trigger: TriggerType;
  readonly confidence: number;
  readonly language: Language;
  readonly verdict: Verdict;
  /** The message that set it off; null when none did. */
  readonly evidence: Handoff["evidence"];
  /** What each word added to the confidence, as the detector reads it today; empty for what it did not read. */
  readonly features: readonly { readonly words: string; readonly share: number }[];
}

/** The newest first. */
export async function improvementList(
  storage: Pick<Storage, "judgedHandoffs">,
  { config }: Site,
  trigger: TriggerType | null,
): Promise<readonly Improvement[]> {
  const handoffs = await storage.judgedHandoffs(config.id, WRONG, trigger, ITEMS_MAX);
  return handoffs.flatMap((handoff): Improvement[] => {
    const { id, verdict, confidence, language, evidence } = handoff;
    if (verdict === undefined) return [];
    const features = featuresOf(handoff, config);
    return [{ handoff: id, trigger: handoff.trigger, confidence, language, verdict, evidence, features }];
  });
}

/** A corpus file: see `trainingLines`. */
export async function improvementLines(
  storage: Pick<Storage, "judgedHandoffs">,
  { config }: Site,
  trigger: TriggerType | null,
): Promise<string> {
  const handoffs = await storage.judgedHandoffs(config.id, WRONG, trigger, EXPORTED_MAX);
  return trainingLines(
    handoffs.flatMap(({ trigger: of, source, evidence }) =>
      source === "text" && evidence !== null && isTextSignal(of) ? [{ signal: of, text: evidence.text }] : [],
    ),
  );
}

function featuresOf({ trigger, evidence }: Handoff, nouns: Site["config"]): Improvement["features"] {
  if (evidence === null || !isTextSignal(trigger)) return [];
  // It fired once: what is asked is why, not whether it would today.
  const thresholds = { [trigger]: HARDLY_ANY };
  const { findings } = explain(evidence.text, { ...nouns, thresholds });
  const finding = findings.find(({ signal }) => signal.type === trigger && signal.complex !== false);
  return (finding?.contributions ?? []).map(({ words, share }) => ({ words, share }));
}

function isTextSignal(trigger: TriggerType): trigger is TextSignal {
  return TEXT_SIGNALS.some((signal) => signal === trigger);
}
