/** Makes a period's report of its counted handoffs: pure, so that the same figures are the same report anywhere. */
import type {
  Calibration,
  ChannelQuality,
  Containment,
  QualityReport,
  ResponseQuality,
  ReviewTask,
  Share,
  SignalQuality,
  Urgency,
} from "../domain/quality-report.ts";
import { RESPONSE_BUCKETS } from "../domain/quality-report.ts";
import { TRIGGER_TYPES, type TriggerType } from "../domain/trigger.ts";
import { VERDICT_KINDS } from "../domain/verdict.ts";
import { countOf, type FigureGroup, isConverted, isJudged, isOver, isRight } from "./figure-group.ts";
import { shareOf } from "./share.ts";

/** Below this share of right ones, a signal's logic is to be looked at (H92). */
const PRECISION_FLOOR = 0.7;
/** Fewer verdicts say too little. */
const REVIEW_FROM = 20;

/** The median time of handling, in ms, by signal. */
export type HandleTimes = ReadonlyMap<TriggerType, number>;

export interface ReportParts {
  readonly from: number;
  readonly until: number;
  readonly groups: readonly FigureGroup[];
  readonly handleTimes: HandleTimes;
  readonly containment: Pick<Containment, "conversations" | "alone" | "cameBack">;
  readonly calibration: Calibration;
  readonly urgency: Urgency;
}

export function qualityReport({ groups, handleTimes, containment, ...rest }: ReportParts): QualityReport {
  const signals = TRIGGER_TYPES.map((trigger) => signalQuality(trigger, groups, handleTimes)).filter(
    ({ handoffs }) => handoffs > 0,
  );
  const { conversations, alone, cameBack } = containment;
  return {
    ...rest,
    ...figuresOf(groups),
    judged: countOf(groups, isJudged),
    ended: countOf(groups, isOver),
    signals,
    channels: channelsIn(groups),
    responses: responsesIn(groups),
    containment: { ...containment, solved: shareOf(alone - cameBack, conversations) },
    tasks: reviewTasks(signals),
  };
}

/** Signals whose verdicts say that they fire wrongly too often, the worst first. */
function reviewTasks(signals: readonly Pick<SignalQuality, "trigger" | "precision">[]): ReviewTask[] {
  return signals
    .filter(({ precision: { of, share } }) => of >= REVIEW_FROM && (share ?? 1) < PRECISION_FLOOR)
    .map(({ trigger, precision }) => ({ trigger, precision, floor: PRECISION_FLOOR }))
    .sort((a, b) => (a.precision.share ?? 0) - (b.precision.share ?? 0));
}

interface Figures {
  readonly handoffs: number;
  readonly hit: Share;
  readonly precision: Share;
}

function figuresOf(groups: readonly FigureGroup[]): Figures {
  const handoffs = countOf(groups);
  return {
    handoffs,
    hit: shareOf(
      countOf(groups, (group) => group.hasContact && group.status === "completed"),
      handoffs,
    ),
    precision: shareOf(countOf(groups, isRight), countOf(groups, isJudged)),
  };
}

function signalQuality(
  trigger: TriggerType,
  groups: readonly FigureGroup[],
  handleTimes: HandleTimes,
): SignalQuality {
  const own = groups.filter((group) => group.trigger === trigger);
  const ratings = own.reduce((sum, group) => sum + group.ratings, 0);
  const ratingSum = own.reduce((sum, group) => sum + group.ratingSum, 0);
  const verdicts: SignalQuality["verdicts"] = {};
  for (const kind of VERDICT_KINDS) {
    const count = countOf(own, ({ verdict }) => verdict === kind);
    if (count > 0) verdicts[kind] = count;
  }
  return {
    trigger,
    ...figuresOf(own),
    verdicts,
    handleMs: handleTimes.get(trigger) ?? null,
    rating: ratings === 0 ? null : ratingSum / ratings,
    ratings,
  };
}

function channelsIn(groups: readonly FigureGroup[]): ChannelQuality[] {
  return [...new Set(groups.map(({ channel }) => channel))]
    .map((channel) => ({ channel, ...figuresOf(groups.filter((group) => group.channel === channel)) }))
    .sort((a, b) => b.handoffs - a.handoffs);
}

function responsesIn(groups: readonly FigureGroup[]): ResponseQuality[] {
  return RESPONSE_BUCKETS.map((bucket) => {
    // What is still under way has had no chance yet.
    const own = groups.filter((group) => group.response === bucket && isOver(group));
    const handoffs = countOf(own);
    return {
      bucket,
      handoffs,
      converted: shareOf(countOf(own, isConverted), handoffs),
      tooLate: shareOf(
        countOf(own, ({ verdict }) => verdict === "too_late"),
        countOf(own, isJudged),
      ),
    };
  });
}
