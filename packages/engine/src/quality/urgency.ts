/** Everything urgent is nothing urgent (H43): how many of the last handoffs are, and what pushed them up. */
import type { Handoff } from "../domain/handoff.ts";
import type { Urgency, UrgencyFactor } from "../domain/quality-report.ts";
import { explainPriority } from "../handoff/priority-of.ts";
import { shareOf } from "./share.ts";

export type UrgencyFigure = Pick<Handoff, "priority" | "trigger" | "score" | "confidence" | "activity"> & {
  /** By how many levels waiting raised it. */
  readonly aged: number;
};

/** How many handoffs are looked at, and how many before them say what is usual. */
export const URGENCY_LOOKS_AT = 50;
export const URGENCY_COMPARES_WITH = 500;
/** More than this share, and urgent says nothing any more. */
const TOO_MANY = 0.3;
/** A level of priority, in points. */
const AGED_POINTS = 20;

/** What a factor adds where nothing is known of how it was before: a visitor like most, who was asked nothing special. */
const USUAL_POINTS: Readonly<Record<UrgencyFactor, number>> = {
  trigger: 28,
  score: 9,
  confidence: 16,
  activity: 8,
  waiting: 0,
};

/** `figures`: the newest first, as many as there are up to both numbers together. */
export function urgencyOf(figures: readonly UrgencyFigure[]): Urgency {
  const last = figures.slice(0, URGENCY_LOOKS_AT);
  const before = figures.slice(URGENCY_LOOKS_AT, URGENCY_LOOKS_AT + URGENCY_COMPARES_WITH);
  const urgentOnes = last.filter(({ priority }) => priority === "urgent");
  const urgent = shareOf(urgentOnes.length, last.length);
  // A handful is no pattern.
  const isTooMany = last.length === URGENCY_LOOKS_AT && (urgent.share ?? 0) > TOO_MANY;
  const now = meanPoints(urgentOnes.length > 0 ? urgentOnes : last);
  const usual = before.length < URGENCY_LOOKS_AT ? USUAL_POINTS : meanPoints(before);
  const factors = Object.keys(USUAL_POINTS) as UrgencyFactor[];
  const [factor] = factors.toSorted((a, b) => now[b] - usual[b] - (now[a] - usual[a]));
  if (!isTooMany || factor === undefined || now[factor] <= usual[factor]) {
    return { urgent, isTooMany, factor: null, pointsNow: 0, pointsBefore: 0 };
  }
  return { urgent, isTooMany, factor, pointsNow: rounded(now[factor]), pointsBefore: rounded(usual[factor]) };
}

function meanPoints(figures: readonly UrgencyFigure[]): Record<UrgencyFactor, number> {
  const sums = { trigger: 0, score: 0, confidence: 0, activity: 0, waiting: 0 };
  for (const figure of figures) {
    for (const { factor, points } of explainPriority(figure).parts) sums[factor] += points;
    sums.waiting += AGED_POINTS * figure.aged;
  }
  for (const factor of Object.keys(sums) as UrgencyFactor[]) sums[factor] /= Math.max(1, figures.length);
  return sums;
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
