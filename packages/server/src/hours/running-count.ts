/** A count that is under way when somebody edits the hours: what has passed stays, the rest is counted by what holds from then on. */
import { type DueTime, dueTime, type Hours, openTime } from "./due-time.ts";

export interface RunningCount {
  readonly from: number;
  readonly targetMs: number;
  /** What had been counted when the hours were changed the last time; null if they never were. */
  readonly counted: { readonly until: number; readonly ms: number } | null;
}

/** The count as it stands at the moment of an edit: `before` are the hours that held until then. */
export function interrupted(count: RunningCount, before: Hours, at: number): RunningCount {
  const { from, targetMs, counted } = count;
  const passed = (counted?.ms ?? 0) + openTime(before, counted?.until ?? from, at);
  return { from, targetMs, counted: { until: at, ms: Math.min(targetMs, passed) } };
}

/** Null if the hours do not hold what is left of it within 400 days. */
export function dueOfCount({ from, targetMs, counted }: RunningCount, hours: Hours): DueTime | null {
  if (counted === null) return dueTime(hours, from, targetMs);
  const rest = dueTime(hours, counted.until, targetMs - counted.ms);
  if (rest === null) return null;
  const passed = { from, to: counted.until, ms: counted.ms, notes: [{ kind: "hours_changed" }] } as const;
  return { dueAt: rest.dueAt, blocks: [passed, ...rest.blocks] };
}
