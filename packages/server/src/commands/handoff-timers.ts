/** What rings for a handoff as it stands, worked out from nothing but itself and its queue's rules: no verb can forget one. */
import { type Handoff, isOpen, respondedAt } from "@sophie/engine";
import { dueTime } from "../hours/due-time.ts";
import { nextClosing } from "../hours/next-closing.ts";
import type { Change } from "../storage/storage.ts";
import { overflowTime } from "./overflow-standing.ts";
import { planTime } from "./note-plan.ts";
import type { ResponseRules } from "./response-rules.ts";

export type Timers = NonNullable<Change["timers"]>;

const HOUR_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
/** One that waits for more than so many targets becomes more pressing by one level (Q9). */
const AGEING_TARGETS = 4;
/** After so many business hours without a word, whoever has it is asked (H95). */
export const NUDGE_MS = 24 * HOUR_MS;

export function handoffTimers(handoff: Handoff, rules: ResponseRules): Timers {
  // Where nobody is called, nobody is late (R16).
  const isCalled = isOpen(handoff.status) && handoff.mode !== "none";
  const isTicking = isCalled && respondedAt(handoff) === null && handoff.breachedAt === null;
  return [
    // Met at the due time, breached after it (R5).
    { kind: "sla-due", at: isTicking ? handoff.dueAt + 1 : null },
    { kind: "sla-warning", at: isTicking && handoff.warnedAt === null ? handoff.target.warnAt : null },
    { kind: "ageing-due", at: ageingAt(handoff, rules) },
    { kind: "overflow-due", at: overflowTime(handoff) },
    { kind: "plan-due", at: planTime(handoff) },
  ];
}

/** When somebody who waits for a person at once must be told that nobody comes any more today. */
export function closingTimer(
  { status, mode, firstResponseAt }: Handoff,
  { hours: { calendar } }: ResponseRules,
  at: number,
): Timers[number] {
  const isWaiting = (status === "pending" || status === "assigned") && firstResponseAt === null;
  return { kind: "closing-due", at: isWaiting && mode === "live" ? nextClosing(calendar, at) : null };
}

/** From when waiting makes it more pressing; null for what does not wait, or cannot become more so. */
export function ageingAt(
  { status, mode, priority, aged, cycleAt }: Handoff,
  { hours, targets }: ResponseRules,
): number | null {
  if (status !== "pending" || mode === "none" || priority === "urgent") return null;
  const waitMs = AGEING_TARGETS * targets.minutes[priority] * MINUTE_MS;
  const due = dueTime(hours, aged?.at ?? cycleAt, waitMs);
  return due === null ? null : due.dueAt + 1;
}

/** When somebody is asked about it if nothing happens after `at`. */
export function nudgeAt({ hours: { calendar } }: ResponseRules, at: number): number {
  return dueTime({ calendar, clock: "business" }, at, NUDGE_MS)?.dueAt ?? at + NUDGE_MS;
}
