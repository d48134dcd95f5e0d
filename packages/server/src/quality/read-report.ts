/** A period's report of a site, read as counts and made by the engine's rules. */
import {
  calibrationTable,
  DEFAULT_SCORING_CONFIG,
  type QualityReport,
  qualityReport,
  URGENCY_COMPARES_WITH,
  URGENCY_LOOKS_AT,
  type Urgency,
  urgencyOf,
} from "@sophie/engine";
import type { Site, Storage } from "../storage/storage.ts";

export interface Period {
  /** Epoch ms; the first belongs to it, the second does not. */
  readonly from: number;
  readonly until: number;
}

type Counted = Pick<Storage, "figures" | "handleTimes" | "scoreFigures" | "urgencyFigures" | "containment">;

export async function readReport(
  storage: Counted,
  { config, scoring }: Site,
  { from, until }: Period,
): Promise<QualityReport> {
  const { id } = config;
  const [groups, handleTimes, scores, containment, urgency] = await Promise.all([
    storage.figures(id, from, until),
    storage.handleTimes(id, from, until),
    storage.scoreFigures(id, from, until),
    storage.containment(id, from, until),
    readUrgency(storage, id),
  ]);
  const { bands } = scoring ?? DEFAULT_SCORING_CONFIG;
  const calibration = calibrationTable(scores, bands);
  return qualityReport({ from, until, groups, handleTimes, containment, calibration, urgency });
}

/** Of the last handoffs, whatever period is looked at (H43). */
export async function readUrgency(
  storage: Pick<Storage, "urgencyFigures">,
  site: Site["config"]["id"],
): Promise<Urgency> {
  return urgencyOf(await storage.urgencyFigures(site, URGENCY_LOOKS_AT + URGENCY_COMPARES_WITH));
}
