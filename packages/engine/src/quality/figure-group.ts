/** Handoffs that are alike in everything that a report asks about, counted: all reports are sums over these. */
import type { HandoffStatus } from "../domain/handoff-status.ts";
import type { ResponseBucket } from "../domain/quality-report.ts";
import type { Channel } from "../domain/routing-rule.ts";
import type { TriggerType } from "../domain/trigger.ts";
import { isRightSignal, type VerdictKind } from "../domain/verdict.ts";

export interface FigureGroup {
  readonly trigger: TriggerType;
  readonly channel: Channel;
  readonly status: HandoffStatus;
  readonly verdict: VerdictKind | null;
  readonly hasContact: boolean;
  readonly response: ResponseBucket;
  readonly count: number;
  /** How many of them a visitor rated, and the sum of what they gave. */
  readonly ratings: number;
  readonly ratingSum: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Up to when an answer belongs to a bucket; what came after the last is `later` (H96). */
const RESPONSE_BOUNDS_MS = [
  { bucket: "15min", belowMs: 15 * MINUTE_MS },
  { bucket: "1h", belowMs: HOUR_MS },
  { bucket: "4h", belowMs: 4 * HOUR_MS },
  { bucket: "24h", belowMs: 24 * HOUR_MS },
] as const satisfies readonly { readonly bucket: ResponseBucket; readonly belowMs: number }[];

/** `afterMs`: from the beginning to the first answer; null for none. */
export function responseBucket(afterMs: number | null): ResponseBucket {
  if (afterMs === null) return "none";
  return RESPONSE_BOUNDS_MS.find(({ belowMs }) => afterMs < belowMs)?.bucket ?? "later";
}

export function countOf(
  groups: readonly FigureGroup[],
  wanted: (group: FigureGroup) => boolean = () => true,
): number {
  return groups.reduce((sum, group) => (wanted(group) ? sum + group.count : sum), 0);
}

/** Became a contact, or was judged a customer later. */
export function isConverted({ hasContact, verdict }: Pick<FigureGroup, "hasContact" | "verdict">): boolean {
  return hasContact || verdict === "converted";
}

export function isJudged({ verdict }: Pick<FigureGroup, "verdict">): boolean {
  return verdict !== null;
}

export function isRight({ verdict }: Pick<FigureGroup, "verdict">): boolean {
  return verdict !== null && isRightSignal(verdict);
}

export function isOver({ status }: Pick<FigureGroup, "status">): boolean {
  return status === "completed" || status === "cancelled";
}
