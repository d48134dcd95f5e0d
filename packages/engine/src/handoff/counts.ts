/** The figures at the head of the queue (R1, R2, H7–H9). */
import type { Handoff } from "../domain/handoff.ts";
import { isOpen } from "../domain/handoff-status.ts";

/** Whole numbers. */
export interface HandoffCounts {
  /** Pending, and nothing else; the badge shows the same number. */
  readonly waiting: number;
  /** Urgent and not over. High is not counted. */
  readonly urgent: number;
  /** High and not over, shown apart. */
  readonly high: number;
}

/** Counts those that are not over. */
export function countHandoffs(handoffs: Iterable<Pick<Handoff, "status" | "priority">>): HandoffCounts {
  let waiting = 0;
  let urgent = 0;
  let high = 0;
  for (const { status, priority } of handoffs) {
    if (status === "pending") waiting += 1;
    if (isOpen(status) && priority === "urgent") urgent += 1;
    if (isOpen(status) && priority === "high") high += 1;
  }
  return { waiting, urgent, high };
}
