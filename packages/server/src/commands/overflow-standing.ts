/** Where a handoff stands, after a change, on its way from one agent to the next: whether its time runs, and until when. */
import {
  type AgentId,
  type Handoff,
  type HandoffSettings,
  type Overflow,
  type OverflowPolicy,
  type OverflowStanding,
  type QueueId,
  respondedAt,
} from "@sophie/engine";
import { dueTime } from "../hours/due-time.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { overflowPolicy } from "../routing/overflow-chain.ts";

/** With fewer there is nobody to go on to (T5). */
const ACTIVE_MIN = 2;

export interface OverflowStep {
  /** Null for one that is new. */
  readonly before: Handoff | null;
  /** As the command says; what it says of `overflow` itself counts. */
  readonly after: Handoff;
  /** Who gave it to whoever has it; null for the rules. */
  readonly givenBy: AgentId | null;
  readonly at: number;
}

export interface OverflowGround {
  readonly settings: HandoffSettings;
  /** How many are there, at their desks or away, for a chain that began in this queue (R25). */
  activeIn(queue: QueueId): number;
}

/** Absent where nothing is settled for its queue. Pure: the same step on the same ground always stands the same. */
export function overflowAfter(step: OverflowStep, ground: OverflowGround): Overflow | undefined {
  const { before, after, at } = step;
  const isSameCycle = before?.cycle === after.cycle;
  const kept = isSameCycle ? after.overflow : undefined;
  const queue = chainOf(kept, step);
  if (queue === null) return undefined;
  const policy = overflowPolicy(ground.settings, queue);
  if (policy === null) return kept && { ...kept, standing: { state: "idle" } };
  const isNewHolder = after.assignee !== null && (!isSameCycle || before?.assignee?.id !== after.assignee.id);
  const had = kept?.had ?? [];
  const isListed = !isNewHolder && had.at(-1)?.agent.id === after.assignee?.id;
  const standing = standingAfter(step, ground, { queue, policy, kept, isNewHolder });
  return {
    queue,
    had: after.assignee === null || isListed ? had : [...had, { agent: after.assignee, at }],
    hops: kept?.queue === queue ? kept.hops : 0,
    wasHeld: kept?.wasHeld === true || standing.state === "held",
    standing,
  };
}

/** When it goes on unless somebody looks; null where it does not. */
export function overflowTime({ status, overflow }: Handoff): number | null {
  const standing = overflow?.standing;
  return status === "assigned" && standing?.state === "running" ? standing.dueAt : null;
}

/** Where it was sent to another queue by anything but its chain, a new chain begins there. */
function chainOf(kept: Overflow | undefined, { before, after }: OverflowStep): QueueId | null {
  const isOnItsWay = after.queue === before?.queue || kept !== before?.overflow;
  return kept !== undefined && isOnItsWay ? kept.queue : after.queue;
}

interface Chain {
  readonly queue: QueueId;
  readonly policy: OverflowPolicy;
  readonly kept: Overflow | undefined;
  readonly isNewHolder: boolean;
}

function standingAfter(step: OverflowStep, ground: OverflowGround, chain: Chain): OverflowStanding {
  const { after, at } = step;
  const known = chain.kept?.standing ?? ({ state: "idle" } as const);
  if (after.status === "in_progress") return known.state === "opened" ? known : { state: "opened", at };
  if (after.status === "pending" && known.state === "exhausted") return known;
  if (after.status !== "assigned") return { state: "idle" };
  const begins = chain.isNewHolder || known.state === "idle" || known.state === "exhausted";
  if (begins) return begun(step, ground, chain);
  if (known.state !== "running" && known.state !== "held") return known;
  // Who has called or written has looked.
  if (respondedAt(after) !== null) return { state: "opened", at };
  if (known.state === "running") return running(after, ground.settings, chain.policy, known.since);
  return ground.activeIn(chain.queue) < ACTIVE_MIN ? known : begun(step, ground, chain);
}

function begun({ after, givenBy, at }: OverflowStep, ground: OverflowGround, chain: Chain): OverflowStanding {
  if (after.source === "agent") return { state: "exempt", because: "by_hand" };
  if (after.arrivedOutsideHours === true && chain.policy.offHours === "never") {
    return { state: "exempt", because: "outside_hours" };
  }
  // Who takes it has it before their eyes.
  if (chain.isNewHolder && givenBy === after.assignee?.id) return { state: "opened", at };
  if (ground.activeIn(chain.queue) < ACTIVE_MIN) return { state: "held", since: at };
  return running(after, ground.settings, chain.policy, at);
}

/** Counted in the open hours of the queue in which it is now: while that is closed, nobody can be late (R23). */
function running(
  { queue }: Handoff,
  settings: HandoffSettings,
  { afterSeconds }: OverflowPolicy,
  since: number,
): OverflowStanding {
  const calendar = queue === null ? null : calendarOf(settings, queue);
  const due = dueTime({ calendar, clock: "business" }, since, afterSeconds * 1_000);
  return due === null
    ? { state: "exempt", because: "outside_hours" }
    : { state: "running", since, dueAt: due.dueAt };
}
