/** One entry further: the state after it, and what it did. Pure, and never throws, whatever the log holds. */
import type { Author } from "../domain/author.ts";
import { botMaySpeak } from "../domain/control.ts";
import type { LogEntry, MessageEntry } from "../domain/log-entry.ts";
import { changesBetween, type ReplayChange } from "./changes-between.ts";
import { passedBy, type ProcedureState } from "./procedure-states.ts";
import { handoffAfter } from "./replay-handoff.ts";
import type { ReplayProcedure, ReplayPromise, ReplayState } from "./replay-state.ts";
import { timersAfter } from "./replay-timers.ts";

/** One entry, and what it did. */
export interface ReplayStep {
  readonly entry: LogEntry;
  readonly state: ReplayState;
  /** The states of the procedure that this entry went through, in order: several, where nothing had to be asked (F2). */
  readonly passed: readonly ProcedureState[];
  readonly changes: readonly ReplayChange[];
}

/** The state after one more entry. Never throws, whatever the entry says. */
export function stepOn(before: ReplayState, entry: LogEntry): ReplayStep {
  const passed = passedBy(entry, before.procedure.state);
  const control = entry.kind === "control" ? entry.to : before.control;
  const base: ReplayState = {
    ...before,
    seq: entry.seq,
    at: entry.at,
    control,
    speaker: entry.kind === "control" ? speakerAfter(entry) : before.speaker,
    procedure: procedureAfter(before.procedure, entry, passed),
    visitor: entry.kind === "handoff" ? activityAfter(before, entry) : before.visitor,
    handoff: handoffAfter(before, entry),
    ...promisesAfter(before, entry),
    unknowns: entry.kind === "message" ? unknownsAfter(before.unknowns, entry) : before.unknowns,
    said: entry.kind === "message" ? saidAfter(before.said, entry) : before.said,
  };
  const state = { ...base, timers: timersAfter(before, base, entry) };
  return { entry, state, passed, changes: changesBetween(before, state) };
}

function speakerAfter({ to, by }: Extract<LogEntry, { kind: "control" }>): Author | null {
  if (botMaySpeak(to)) return { kind: "bot" };
  return to === "human" && by.kind === "agent" ? by : null;
}

function procedureAfter(
  before: ReplayProcedure,
  entry: LogEntry,
  passed: readonly ProcedureState[],
): ReplayProcedure {
  // Once somebody is called, or the visitor was told that nobody is, it is over.
  const isOver = entry.kind === "control" || entry.kind === "notice";
  if (isOver) return before.state === "idle" ? before : { ...before, state: "idle" };
  const state = passed.at(-1) ?? before.state;
  if (entry.kind === "procedure") {
    return { state, trigger: entry.trigger, open: entry.fields.map(({ key }) => key) };
  }
  if (passed.length === 0 || entry.kind !== "handoff") return before;
  const isNew = before.state === "idle";
  return { state, trigger: entry.trigger ?? before.trigger, open: isNew ? [] : before.open };
}

function activityAfter(
  { visitor }: ReplayState,
  { because }: Extract<LogEntry, { kind: "handoff" }>,
): ReplayState["visitor"] {
  return because === undefined || because === "waiting" ? visitor : because;
}

function promisesAfter(
  { promise, earlierPromises }: ReplayState,
  entry: LogEntry,
): Pick<ReplayState, "promise" | "earlierPromises"> {
  const earlier = earlierPromises.map((each) => promiseAfter(each, entry));
  if (entry.kind !== "notice" || entry.promised === undefined) {
    return { promise: promise === null ? null : promiseAfter(promise, entry), earlierPromises: earlier };
  }
  // The same time said again is no second promise.
  if (promise?.state === "open" && promise.dueAt === entry.promised)
    return { promise, earlierPromises: earlier };
  return {
    promise: { text: entry.text, dueAt: entry.promised, state: "open" },
    earlierPromises: promise === null ? earlier : [...earlier, promise],
  };
}

function promiseAfter(promise: ReplayPromise, entry: LogEntry): ReplayPromise {
  if (promise.state !== "open") return promise;
  if (entry.kind === "handoff" && entry.action === "promise_broken") {
    // An older log does not say which: there was one then.
    const isThis = entry.promised === undefined || entry.promised === promise.dueAt;
    return isThis ? { ...promise, state: "broken" } : promise;
  }
  const isAnswer =
    (entry.kind === "message" && entry.author.kind === "agent") ||
    (entry.kind === "handoff" && entry.action === "attempt");
  return isAnswer && entry.at <= promise.dueAt ? { ...promise, state: "kept" } : promise;
}

function unknownsAfter(unknowns: number, { author, intent }: MessageEntry): number {
  if (author.kind !== "bot") return unknowns;
  return intent === "admit" || intent === "offer" ? unknowns + 1 : 0;
}

function saidAfter(said: ReplayState["said"], { author: { kind } }: MessageEntry): ReplayState["said"] {
  return kind === "system" ? said : { ...said, [kind]: said[kind] + 1 };
}
