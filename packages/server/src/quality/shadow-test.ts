/** Reads past messages again with another threshold, and says what it would find that today's does not, or no longer (N4). Changes nothing. */
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type DetectionThresholds,
  isRightSignal,
  type MessageEntry,
  type ShadowTest,
  type TextSignal,
  VERDICT_KINDS,
  type VerdictKind,
} from "@sophie/engine";
import { detector, MODEL_THRESHOLDS } from "@sophie/engine/detector";
import type { Site, Storage } from "../storage/storage.ts";

const DAY_MS = 24 * 60 * 60_000;
const WITHIN_DAYS = 28;
const MESSAGES_MAX = 4_000;
const JUDGED_MAX = 2_000;
const EXAMPLES_MAX = 12;
/** So many are read before others have their turn; a message takes a tenth of a millisecond. */
const AT_ONCE = 50;

interface Found {
  readonly entry: MessageEntry;
  readonly confidence: number;
  readonly verdict: VerdictKind | null;
}

export async function shadowTest(
  storage: Pick<Storage, "visitorTexts" | "judgedHandoffs">,
  { config, settings }: Site,
  signal: TextSignal,
  to: number,
  now: number,
): Promise<ShadowTest> {
  const from = settings.thresholds?.[signal] ?? MODEL_THRESHOLDS[signal];
  const texts = await storage.visitorTexts(config.id, now - WITHIN_DAYS * DAY_MS, MESSAGES_MAX);
  const judged = await storage.judgedHandoffs(config.id, VERDICT_KINDS, signal, JUDGED_MAX);
  const verdicts = new Map(
    judged.map(({ evidence, verdict }) => [evidence?.message, verdict?.kind ?? null] as const),
  );
  const lowest: DetectionThresholds = { [signal]: Math.min(from, to) };
  const found: Found[] = [];
  for (const [at, entry] of texts.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
    const { signals } = detector.detect(entry.text, { ...config, thresholds: lowest });
    const confidence = signals.find(({ type }) => type === signal)?.confidence;
    if (confidence === undefined) continue;
    found.push({ entry, confidence, verdict: verdicts.get(entry.id) ?? null });
  }

  const oldest = texts.at(-1)?.at ?? now;
  // Where there is more than is read, a shorter time stands for it.
  const days = texts.length < MESSAGES_MAX ? WITHIN_DAYS : Math.max(1 / 24, (now - oldest) / DAY_MS);
  const isNow = ({ confidence }: Found) => confidence >= from;
  const isThen = ({ confidence }: Found) => confidence >= to;
  const foundNow = found.filter(isNow);
  const foundThen = found.filter(isThen);
  return {
    signal,
    from,
    to,
    messages: texts.length,
    days,
    foundNow: foundNow.length,
    foundThen: foundThen.length,
    changePerWeek: Math.round((10 * 7 * (foundThen.length - foundNow.length)) / days) / 10,
    precisionNow: expectedPrecision(foundNow),
    precisionThen: expectedPrecision(foundThen),
    examples: examplesOf(
      found.filter((each) => isNow(each) !== isThen(each)),
      to > from ? "lost" : "gained",
      from,
    ),
  };
}

/** By its verdict where a message has one, else by what the confidence promises: it is calibrated. */
function expectedPrecision(found: readonly Found[]): number | null {
  if (found.length === 0) return null;
  const worth = ({ verdict, confidence }: Found) =>
    verdict === null ? confidence : isRightSignal(verdict) ? 1 : 0;
  return found.reduce((sum, each) => sum + worth(each), 0) / found.length;
}

/** Those nearest to today's threshold say most. */
function examplesOf(
  changed: readonly Found[],
  change: "gained" | "lost",
  threshold: number,
): ShadowTest["examples"] {
  return changed
    .toSorted((a, b) => Math.abs(a.confidence - threshold) - Math.abs(b.confidence - threshold))
    .slice(0, EXAMPLES_MAX)
    .map(({ entry, confidence, verdict }) => ({ text: entry.text, confidence, change, verdict }));
}
