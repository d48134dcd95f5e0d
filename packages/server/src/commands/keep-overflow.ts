/**
 * Storage in which no handoff is ever written without where it stands on its way to others: whichever command gives it to
 * somebody, its time starts in the same commit, and whatever shows that they looked ends it.
 */
import { type AgentId, DEFAULT_HANDOFF_SETTINGS, type Handoff, may, type QueueId } from "@sophie/engine";
import { isOpen } from "../hours/is-open.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { membersOfAny, overflowQueues } from "../routing/overflow-chain.ts";
import type { Change, Decision, Storage } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { overflowAfter, type OverflowGround } from "./overflow-standing.ts";
import type { World } from "./world.ts";

type Surroundings = Pick<World, "siteOf" | "presentAt">;

export function keepOverflow(storage: Storage, surroundings: Surroundings): Storage {
  return {
    ...storage,
    change: (request) =>
      storage.change({
        ...request,
        decide: (state, at) =>
          overflowing(request.decide(state, at), state?.handoff ?? null, surroundings, at),
      }),
  };
}

/** What is settled, and who is there, for the handoffs of a site. */
export function overflowGround({ siteOf, presentAt }: Surroundings, site: Handoff["site"]): OverflowGround {
  const settings = siteOf(site)?.settings ?? DEFAULT_HANDOFF_SETTINGS;
  return {
    settings,
    activeIn(queue: QueueId) {
      const active = presentAt(site).filter(
        ({ presence, role }) => presence !== "offline" && may(role, "handoffs.work"),
      );
      return membersOfAny(settings, overflowQueues(settings, queue), active).length;
    },
  };
}

function overflowing(
  decision: Decision,
  newest: Handoff | null,
  surroundings: Surroundings,
  at: number,
): Decision {
  if (!decision.ok || decision.value.handoff === undefined) return decision;
  const change: Change = decision.value;
  const before = newest?.id === decision.value.handoff.id ? newest : null;
  const ground = overflowGround(surroundings, decision.value.handoff.site);
  const arrived = withArrival(before, decision.value.handoff, ground, at);
  const step = { before, after: arrived, givenBy: giverIn(change, arrived), at };
  const overflow = overflowAfter(step, ground);
  const { overflow: _stale, ...rest } = arrived;
  const handoff: Handoff = overflow === undefined ? rest : { ...rest, overflow };
  const isNewlyHeld = overflow?.wasHeld === true && arrived.overflow?.wasHeld !== true;
  const entries = isNewlyHeld
    ? [...change.entries, heldEntry(handoff, ground.settings.version)]
    : change.entries;
  return { ok: true, value: { ...change, entries, handoff } };
}

/** Whether its queue was open when the cycle began holds for good, whatever becomes of the hours (R23). */
function withArrival(
  before: Handoff | null,
  { arrivedOutsideHours, ...after }: Handoff,
  { settings }: OverflowGround,
  at: number,
): Handoff {
  const isNewCycle = before?.cycle !== after.cycle;
  const isOutside = isNewCycle
    ? after.queue !== null && !isOpen(calendarOf(settings, after.queue), at)
    : arrivedOutsideHours === true;
  return isOutside ? { ...after, arrivedOutsideHours: true } : after;
}

/** The agent who gave it to whoever has it, if one did. */
function giverIn({ entries }: Change, { id }: Handoff): AgentId | null {
  const given = entries.findLast(
    (entry) => entry.kind === "handoff" && entry.handoff === id && entry.action === "assign",
  );
  return given?.kind === "handoff" && given.by.kind === "agent" ? given.by.id : null;
}

function heldEntry(handoff: Handoff, policy: number): Change["entries"][number] {
  const entry = handoffEntry("overflow", null, handoff, { kind: "system" });
  const from = handoff.assignee?.name ?? "";
  return { ...entry, from: handoff.status, overflow: { outcome: "held", from, waitedMs: 0, policy } };
}
