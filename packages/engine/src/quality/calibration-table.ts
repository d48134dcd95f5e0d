/** Whether the bands of the lead score are where the outcomes are: band by outcome, and where the borders would lie by them (5.5). */
import type { Calibration } from "../domain/quality-report.ts";
import type { Band } from "../domain/lead-score.ts";
import { type FigureGroup, isConverted, isJudged } from "./figure-group.ts";
import { shareOf } from "./share.ts";

/** Ended handoffs of one score. */
export type ScoreGroup = Pick<FigureGroup, "verdict" | "hasContact" | "count"> & { readonly score: number };

export interface Bands {
  readonly warm: number;
  readonly hot: number;
}

const SCORE_MAX = 100;
/** Borders are proposed in steps of this. */
const STEP = 5;
/** Fewer say too little about a border. */
const ENDED_MIN = 100;
const CONVERTED_MIN = 20;

export function calibrationTable(groups: readonly ScoreGroup[], bands: Bands): Calibration {
  return {
    bands: [
      bandRow("cold", 0, bands.warm - 1, groups),
      bandRow("warm", bands.warm, bands.hot - 1, groups),
      bandRow("hot", bands.hot, SCORE_MAX, groups),
    ],
    suggested: suggestBands(groups, bands),
  };
}

function bandRow(
  band: Band,
  from: number,
  to: number,
  groups: readonly ScoreGroup[],
): Calibration["bands"][number] {
  const own = groups.filter(({ score }) => score >= from && score <= to);
  const handoffs = sum(own);
  return {
    band,
    from,
    to,
    handoffs,
    contact: shareOf(sum(own.filter(({ hasContact }) => hasContact)), handoffs),
    converted: shareOf(sum(own.filter(({ verdict }) => verdict === "converted")), handoffs),
    wrong: shareOf(
      sum(own.filter(({ verdict }) => verdict === "wrong_escalation")),
      sum(own.filter(isJudged)),
    ),
  };
}

/** Each border where it parts best who became a contact or customer from who did not; never applied by itself. */
function suggestBands(groups: readonly ScoreGroup[], bands: Bands): Calibration["suggested"] {
  const converted = groups.filter(isConverted);
  if (sum(groups) < ENDED_MIN || sum(converted) < CONVERTED_MIN) return null;
  if (sum(converted) === sum(groups)) return null;
  const hot = bestBorder(groups, 50, 90);
  const warm = bestBorder(
    groups.filter(({ score }) => score < hot),
    10,
    hot - 2 * STEP,
  );
  return warm === bands.warm && hot === bands.hot ? null : { warm, hot };
}

/** By Youden: the share of the converted at or above it, less the share of the others. The lowest of equals. */
function bestBorder(groups: readonly ScoreGroup[], from: number, to: number): number {
  const converted = groups.filter(isConverted);
  const others = groups.filter((group) => !isConverted(group));
  let best = { border: from, gain: -1 };
  for (let border = from; border <= to; border += STEP) {
    const gain = shareFrom(border, converted) - shareFrom(border, others);
    if (gain > best.gain + 1e-9) best = { border, gain };
  }
  return best.border;
}

function shareFrom(border: number, groups: readonly ScoreGroup[]): number {
  const all = sum(groups);
  return all === 0 ? 0 : sum(groups.filter(({ score }) => score >= border)) / all;
}

function sum(groups: readonly ScoreGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}
