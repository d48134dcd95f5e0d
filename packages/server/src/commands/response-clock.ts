/** The one place where the due time of a handoff is made: from the targets of its queue, counted by the queue's hours (H35–H38, R7). */
import type { Handoff, Priority, ResponseTarget } from "@sophie/engine";
import type { Hours } from "../hours/due-time.ts";
import { dueOfCount, interrupted, type RunningCount } from "../hours/running-count.ts";
import type { ResponseRules } from "./response-rules.ts";

const MINUTE_MS = 60_000;
/** When somebody is warned: with a quarter left. */
const WARN_PART = 0.75;

export type ResponseClock = Pick<Handoff, "dueAt" | "target">;

/** A clock that starts at `at`. */
export function startedClock(rules: ResponseRules, priority: Priority, at: number): ResponseClock {
  const targetMs = rules.targets.minutes[priority] * MINUTE_MS;
  return clockOf({ from: at, targetMs, counted: null }, rules);
}

/** The same clock after the hours were changed at `at`: what has passed stays, the rest goes by the new ones. */
export function recountedClock(
  { target }: ResponseClock,
  before: ResponseRules,
  after: ResponseRules,
  at: number,
): ResponseClock {
  return clockOf(interrupted(countOf(target), hoursBehind(target, before), at), after);
}

export function countOf({ from, ms, counted }: ResponseTarget): RunningCount {
  return { from, targetMs: ms, counted };
}

/** A target remembers its own clock: that may be the wall's where the queue's hours hold no answer. */
export function hoursBehind({ clock }: ResponseTarget, { hours }: ResponseRules): Hours {
  return { calendar: hours.calendar, clock };
}

/** Hours that never come promise nothing; then every hour counts, so that somebody is reminded all the same. */
function clockOf(count: RunningCount, { hours, targets }: ResponseRules): ResponseClock {
  const due = dueOfCount(count, hours);
  const counted = due === null ? ({ ...hours, clock: "wall" } as const) : hours;
  const dueAt = due?.dueAt ?? momentOf(count, counted);
  const warnMs = Math.round(WARN_PART * count.targetMs);
  const isWarned = count.counted !== null && count.counted.ms >= warnMs;
  const warnAt = isWarned ? count.counted.until : momentOf({ ...count, targetMs: warnMs }, counted);
  const target = {
    ms: count.targetMs,
    clock: counted.clock,
    stopOn: targets.stopOn,
    from: count.from,
    warnAt,
    counted: count.counted,
  };
  return { dueAt, target };
}

/** Of a count that has a due time: either its hours hold more than it, or every hour counts. */
function momentOf(count: RunningCount, hours: Hours): number {
  const due = dueOfCount(count, hours);
  if (due === null) throw new Error("A part of a target that is due has a due time.");
  return due.dueAt;
}
