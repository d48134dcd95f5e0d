/**
 * Storage in which no handoff is ever written without its clock: every change that holds one gets its due time and its
 * timers here, in the same commit, whichever command made it.
 */
import { type Handoff, isAlarming, priorityRank, respondedAt } from "@sophie/engine";
import type { Change, ConversationState, Decision, Storage } from "../storage/storage.ts";
import { ACTIVE_MS } from "./activity.ts";
import { closingTimer, handoffTimers, nudgeAt, type Timers } from "./handoff-timers.ts";
import { recountedClock, startedClock } from "./response-clock.ts";
import { type ResponseRules, responseRules } from "./response-rules.ts";
import { promiseTimer, withKeptPromises } from "./visitor-promises.ts";
import type { World } from "./world.ts";

export function keepClocks(storage: Storage, siteOf: World["siteOf"]): Storage {
  const rulesOf = ({ site, queue }: Handoff) => responseRules(siteOf(site), queue);
  return {
    ...storage,
    change: (request) =>
      storage.change({
        ...request,
        decide: (state, at) =>
          surveyed(clocked(request.decide(state, at), state?.handoff ?? null, rulesOf, at), state),
      }),
  };
}

/** A survey that is over is waited for no longer, whatever ended it. */
function surveyed(decision: Decision, state: ConversationState | null): Decision {
  if (!decision.ok || state?.conversation.control !== "survey") return decision;
  const { control, timers = [] } = decision.value;
  if (control === undefined || control === "survey") return decision;
  return { ok: true, value: { ...decision.value, timers: [...timers, { kind: "survey-due", at: null }] } };
}

function clocked(
  decision: Decision,
  newest: Handoff | null,
  rulesOf: (handoff: Handoff) => ResponseRules,
  at: number,
): Decision {
  if (!decision.ok || decision.value.handoff === undefined) return decision;
  const change: Change = decision.value;
  const before = newest?.id === decision.value.handoff.id ? newest : null;
  const handoff = withKeptPromises(before, ticking(before, decision.value.handoff, rulesOf, at));
  const rules = rulesOf(handoff);
  // What the command says of a visitor's and an agent's silence it says because it looked; of the clocks it says nothing.
  // Nothing rings yet for one that is new, so there is nothing to clear.
  const isToSet = (timer: Timers[number]) => before !== null || timer.at !== null;
  const timers = [
    ...silenceTimers(before, handoff, rules, at).filter(isToSet),
    ...(change.timers ?? []),
    ...alarmTimer(before, handoff, at),
    ...handoffTimers(handoff, rules).filter(isToSet),
    ...[promiseTimer(handoff), closingTimer(handoff, rules, at)].filter(isToSet),
  ];
  const entries = toldOfClock(change.entries, before, handoff);
  return { ok: true, value: { ...change, entries, handoff, timers } };
}

/** The log tells wherever the clock is set, moved or stopped, so that a replay shows it (N3). */
function toldOfClock(
  entries: Change["entries"],
  before: Handoff | null,
  handoff: Handoff,
): Change["entries"] {
  const isSet = before?.cycle !== handoff.cycle || before.dueAt !== handoff.dueAt;
  const wasRunning = before === null || respondedAt(before) === null;
  const told = {
    ...(isSet ? { dueAt: handoff.dueAt } : {}),
    ...(wasRunning && respondedAt(handoff) !== null ? { stopsClock: true as const } : {}),
  };
  const last = entries.findLastIndex((entry) => entry.kind === "handoff" && entry.handoff === handoff.id);
  return entries.map((entry, place) =>
    place === last && entry.kind === "handoff" ? { ...entry, ...told } : entry,
  );
}

function ticking(
  before: Handoff | null,
  after: Handoff,
  rulesOf: (handoff: Handoff) => ResponseRules,
  at: number,
): Handoff {
  const started = () => startedClock(rulesOf(after), after.priority, at);
  if (before === null || before.cycle !== after.cycle) return { ...after, ...started(), warnedAt: null };
  // The command has made another clock of it itself.
  if (after.target !== before.target) return after;
  const { dueAt, target } = before;
  if (after.queue !== before.queue) {
    return { ...after, ...recountedClock(before, rulesOf(before), rulesOf(after), at) };
  }
  // More pressing: sooner, counted from now, since nobody could know before. Less pressing: what was promised is kept.
  if (priorityRank(after.priority) < priorityRank(before.priority)) {
    const sooner = started();
    if (sooner.dueAt < dueAt) return { ...after, ...sooner, warnedAt: null };
  }
  return { ...after, dueAt, target };
}

/** Who is to hear of it is looked at as soon as there is something to hear. */
function alarmTimer(before: Handoff | null, after: Handoff, at: number): Timers {
  const wasAlarming = before !== null && isAlarming(before);
  return isAlarming(after) && !wasAlarming ? [{ kind: "alarm-due", at }] : [];
}

/** A visitor who falls silent, and an agent who does: looked at again after a while. */
function silenceTimers(before: Handoff | null, after: Handoff, rules: ResponseRules, at: number): Timers {
  const isNewCycle = before?.cycle !== after.cycle;
  const isBegun = after.status === "in_progress" && before?.status !== "in_progress";
  const isWaiting = after.status === "pending" && (isNewCycle || before?.status !== "pending");
  return [
    ...(isWaiting ? [{ kind: "activity-due", at: at + ACTIVE_MS + 1 } as const] : []),
    ...(after.status === "pending" ? [] : [{ kind: "activity-due", at: null } as const]),
    ...(isBegun ? [{ kind: "nudge-due", at: nudgeAt(rules, at) } as const] : []),
    ...(after.status === "in_progress" ? [] : [{ kind: "nudge-due", at: null } as const]),
  ];
}
