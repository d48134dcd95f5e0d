/** How soon a handoff wants a person, most pressing first (catalogue H34–H38). */
import * as z from "zod/mini";

export const PRIORITIES = ["urgent", "high", "normal", "low"] as const;

export const Priority = z.enum(PRIORITIES);
export type Priority = z.infer<typeof Priority>;

const MINUTE_MS = 60_000;

/** First-response target for each priority, in ms (H35–H38). */
export const RESPONSE_TARGET_MS: Readonly<Record<Priority, number>> = {
  urgent: 15 * MINUTE_MS,
  high: 60 * MINUTE_MS,
  normal: 4 * 60 * MINUTE_MS,
  low: 24 * 60 * MINUTE_MS,
};

/** So many levels up; nothing is more pressing than urgent. */
export function morePressing(priority: Priority, levels: number): Priority {
  return PRIORITIES[Math.max(0, priorityRank(priority) - levels)] ?? priority;
}

/** 0 for urgent … 3 for low. */
export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}
