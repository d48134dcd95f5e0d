/** What a signal's verdicts say about its threshold: what others would have done, and which to try (N4, T19). Decides nothing. */
import { THRESHOLD_MIN } from "../domain/detection-thresholds.ts";
import type { ThresholdProposal, ThresholdRow } from "../domain/threshold-report.ts";
import { shareOf } from "./share.ts";

/** Fewer verdicts are no ground for a proposal. */
export const VERDICTS_NEEDED = 50;

/** What is aimed at: so many of those that fire are right. */
const PRECISION_WANTED = 0.85;
/** Of the right ones no more than the rest is given up for it. */
const KEPT_MIN = 0.7;
/** A proposal that would change less than this is none. */
const GAIN_MIN = 0.03;
/** From so many right ones, also among the least sure, more may be let through. */
const PRECISION_AMPLE = 0.95;
const LEAST_SURE_AMPLE = 0.9;

const STEP = 0.05;
const GRID_MAX = 0.95;

export interface JudgedConfidence {
  readonly confidence: number;
  readonly isRight: boolean;
}

export interface ThresholdFacts {
  /** What holds now. */
  readonly threshold: number;
  readonly judged: readonly JudgedConfidence[];
  /** Confidences of all handoffs of the signal in the last `weeks`. */
  readonly recent: readonly number[];
  readonly weeks: number;
}

/** Today's threshold and those above it. */
export function thresholdRows(facts: ThresholdFacts): ThresholdRow[] {
  const above: number[] = [];
  for (let at = Math.floor(facts.threshold / STEP) + 1; at * STEP <= GRID_MAX + 1e-9; at += 1) {
    above.push(hundredths(at * STEP));
  }
  return [facts.threshold, ...above.filter((each) => each > facts.threshold)].map((threshold) =>
    rowAt(threshold, facts),
  );
}

/** Null while there is too little to go by, or nothing better to offer. */
export function proposeThreshold(facts: ThresholdFacts): ThresholdProposal | null {
  const { judged, threshold } = facts;
  if (judged.length < VERDICTS_NEEDED) return null;
  const [now, ...others] = thresholdRows(facts);
  if (now === undefined) return null;
  const precisionNow = now.precision;
  if ((precisionNow.share ?? 0) >= PRECISION_WANTED) return lowered(facts, now);

  const bearable = others.filter(({ kept }) => (kept.share ?? 0) >= KEPT_MIN);
  const reached = bearable.find(({ precision }) => (precision.share ?? 0) >= PRECISION_WANTED);
  const best = reached ?? bearable.toSorted((a, b) => (b.precision.share ?? 0) - (a.precision.share ?? 0))[0];
  if (best === undefined || best.threshold <= threshold) return null;
  if ((best.precision.share ?? 0) - (precisionNow.share ?? 0) < GAIN_MIN) return null;
  return {
    threshold: best.threshold,
    why: "raise",
    precisionNow,
    precision: best.precision,
    changePerWeek: tenths(best.perWeek - now.perWeek),
  };
}

function lowered({ judged, threshold }: ThresholdFacts, now: ThresholdRow): ThresholdProposal | null {
  const leastSure = judged
    .toSorted((a, b) => a.confidence - b.confidence)
    .slice(0, Math.ceil(judged.length / 4));
  const rightOfThem = leastSure.filter(({ isRight }) => isRight).length / leastSure.length;
  const next = hundredths(threshold - STEP);
  const isAmple = (now.precision.share ?? 0) >= PRECISION_AMPLE && rightOfThem >= LEAST_SURE_AMPLE;
  if (!isAmple || next < THRESHOLD_MIN) return null;
  const { precision } = now;
  return { threshold: next, why: "lower", precisionNow: precision, precision, changePerWeek: null };
}

function rowAt(threshold: number, { judged, recent, weeks }: ThresholdFacts): ThresholdRow {
  const fires = judged.filter(({ confidence }) => confidence >= threshold);
  const right = fires.filter(({ isRight }) => isRight).length;
  return {
    threshold,
    precision: shareOf(right, fires.length),
    kept: shareOf(right, judged.filter(({ isRight }) => isRight).length),
    perWeek: tenths(recent.filter((confidence) => confidence >= threshold).length / weeks),
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
