/** What would ring next, as far as the log tells: set by one entry, called off by another. */
import { isOpen } from "../domain/handoff-status.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import { COLLECT_MS, SURVEY_MS } from "../domain/visitor-waits.ts";
import type { ReplayState, ReplayTimer, ReplayTimerKind } from "./replay-state.ts";

/** `after` is the state with everything in it but its timers. */
export function timersAfter(
  before: ReplayState,
  after: ReplayState,
  entry: LogEntry,
): readonly ReplayTimer[] {
  const held = new Map(before.timers.map(({ kind, at }) => [kind, at]));
  const set = (kind: ReplayTimerKind, at: number | null | undefined) => {
    if (at !== undefined && at !== null) held.set(kind, at);
    else if (at === null) held.delete(kind);
  };
  set("collect-due", collectAt(after, entry));
  set("sla-due", responseAt(after, entry));
  set("promise-due", promiseAt(after));
  set("survey-due", surveyAt(before, after, entry));
  return [...held]
    .map(([kind, at]) => ({ kind, at }))
    .toSorted((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
}

/** Undefined leaves a timer as it is; null calls it off. */
function collectAt({ procedure, control }: ReplayState, entry: LogEntry): number | null | undefined {
  if (procedure.state !== "collecting" || control !== "bot") return null;
  return entry.kind === "procedure" ? entry.at + COLLECT_MS : undefined;
}

function responseAt({ handoff }: ReplayState, entry: LogEntry): number | null | undefined {
  if (handoff === null || !isOpen(handoff.status)) return null;
  if (handoff.respondedAt !== null || handoff.breachedAt !== null || handoff.routed?.mode === "none")
    return null;
  // Met at the due time, breached after it (R5).
  return entry.kind === "handoff" && entry.dueAt !== undefined ? entry.dueAt + 1 : undefined;
}

/** Kept at its time, broken after it. */
function promiseAt({ promise, earlierPromises }: ReplayState): number | null {
  const open = [...earlierPromises, ...(promise === null ? [] : [promise])].filter(
    ({ state }) => state === "open",
  );
  return open.length === 0 ? null : Math.min(...open.map(({ dueAt }) => dueAt)) + 1;
}

function surveyAt(
  before: ReplayState,
  { control }: ReplayState,
  { at }: LogEntry,
): number | null | undefined {
  if (control !== "survey") return null;
  return before.control === "survey" ? undefined : at + SURVEY_MS;
}
