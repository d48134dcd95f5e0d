/** Where a site's thresholds stand, what its verdicts say about them, and who changed them when (N4, T19). */
import {
  type AgentId,
  isRightSignal,
  proposeThreshold,
  type SignalThreshold,
  TEXT_SIGNALS,
  TextSignal,
  type ThresholdFacts,
  thresholdRows,
  VERDICTS_NEEDED,
} from "@sophie/engine";
import { MODEL_THRESHOLDS } from "@sophie/engine/detector";
import * as z from "zod";
import type { Site, Storage } from "../storage/storage.ts";

const DAY_MS = 24 * 60 * 60_000;
/** Older verdicts are of another time. */
const JUDGED_WITHIN_MS = 365 * DAY_MS;
const JUDGED_MAX = 5_000;
/** By which a week's handoffs are reckoned. */
const WEEKS = 4;
const NOTES_MAX = 500;

/** The name of a change in the audit. */
export const THRESHOLD_SET = "threshold.set";

/** What the audit keeps of a change. Null: as the model has it. */
const ThresholdNote = z.object({
  signal: TextSignal,
  from: z.number().nullable(),
  to: z.number().nullable(),
  version: z.int(),
});

export interface ThresholdChange extends z.infer<typeof ThresholdNote> {
  readonly at: number;
  readonly by: AgentId;
}

type Read = Pick<Storage, "judgedConfidences" | "confidencesSince" | "notesOf">;

export function readThresholds(storage: Read, site: Site, now: number): Promise<SignalThreshold[]> {
  return Promise.all(
    TEXT_SIGNALS.map(async (signal) => {
      const model = MODEL_THRESHOLDS[signal];
      const threshold = site.settings.thresholds?.[signal] ?? model;
      const facts = await factsOf(storage, site, signal, threshold, now);
      return {
        signal,
        threshold,
        model,
        judged: facts.judged.length,
        needed: VERDICTS_NEEDED,
        rows: thresholdRows(facts),
        proposal: proposeThreshold(facts),
      };
    }),
  );
}

async function factsOf(
  storage: Read,
  { config }: Site,
  signal: TextSignal,
  threshold: number,
  now: number,
): Promise<ThresholdFacts> {
  const [judged, recent] = await Promise.all([
    storage.judgedConfidences(config.id, signal, now - JUDGED_WITHIN_MS, JUDGED_MAX),
    storage.confidencesSince(config.id, signal, now - WEEKS * 7 * DAY_MS),
  ]);
  return {
    threshold,
    judged: judged.map(({ confidence, verdict }) => ({ confidence, isRight: isRightSignal(verdict) })),
    recent,
    weeks: WEEKS,
  };
}

/** The newest first. */
export async function thresholdChanges(
  storage: Pick<Storage, "notesOf">,
  site: Site["config"]["id"],
): Promise<readonly ThresholdChange[]> {
  const notes = await storage.notesOf(site, NOTES_MAX);
  return notes
    .filter(({ action }) => action === THRESHOLD_SET)
    .map(({ at, actor, detail }) => ({ ...ThresholdNote.parse(JSON.parse(detail)), at, by: actor }));
}
