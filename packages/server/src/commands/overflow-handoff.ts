/** Nobody has opened it in time: it goes to the next who is there, along its queues, until there is nobody left (T1–T6). */
import { type AgentName, type ConversationId, type Handoff, may, type Presence } from "@sophie/engine";
import { openTime } from "../hours/due-time.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { barredFrom, membersOfAny, overflowPolicy, overflowQueues } from "../routing/overflow-chain.ts";
import { nextAvailable } from "../routing/whose-turn.ts";
import type { Change, ChangeOutcome, Decision, Site } from "../storage/storage.ts";
import { assigned } from "./call-person.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { overflowGround } from "./keep-overflow.ts";
import { overflowTime } from "./overflow-standing.ts";
import { openByAgent } from "./pick-agent.ts";
import { takeTurn } from "./turns.ts";
import type { World } from "./world.ts";

type Next =
  | { readonly kind: "move"; readonly to: AgentName; readonly queue: Handoff["queue"] }
  | { readonly kind: "held" }
  | { readonly kind: "exhausted" };

/** With fewer there is nobody to go on to (T5). */
const ACTIVE_MIN = 2;
const SYSTEM = { kind: "system" } as const;

export async function overflowHandoff(world: World, conversation: ConversationId): Promise<ChangeOutcome> {
  const known = (await world.storage.stateOf(conversation))?.handoff ?? null;
  const site = known === null ? undefined : world.siteOf(known.site);
  const act = (next: Next | null) =>
    world.storage.change({
      conversation,
      id: null,
      decide(state, at) {
        const handoff = state?.handoff ?? null;
        const isSame = handoff?.id === known?.id && handoff?.assignee?.id === known?.assignee?.id;
        // Somebody has opened or taken it meanwhile: of the two, one was first, and that one holds (T7).
        if (handoff === null || site === undefined || next === null || !isSame || !isDue(handoff, at)) {
          return settled(handoff);
        }
        return gone(handoff, next, site, at);
      },
    });
  if (known === null || site === undefined || !isDue(known, world.now())) return act(null);
  return world.turns.take(site.config.id, async () => act(await nextFor(world, site, known)));
}

/** Nothing changes but the timer, which rings again when it should. */
function settled(handoff: Handoff | null): Decision {
  const at = handoff === null ? null : overflowTime(handoff);
  return { ok: true, value: { entries: [], timers: [{ kind: "overflow-due", at }] } };
}

function isDue(handoff: Handoff, at: number): boolean {
  const dueAt = overflowTime(handoff);
  return dueAt !== null && dueAt <= at;
}

async function nextFor(world: World, site: Site, handoff: Handoff): Promise<Next> {
  const { settings, config } = site;
  const { overflow, assignee } = handoff;
  const policy = overflow === undefined ? null : overflowPolicy(settings, overflow.queue);
  // Settled otherwise since: it is written once more, and by that stands still.
  if (overflow === undefined || policy === null) return { kind: "held" };
  if (overflow.hops >= policy.hopsMax) return { kind: "exhausted" };
  const barred = barredFrom(handoff, settings);
  const chain = overflowQueues(settings, overflow.queue);
  const open = openByAgent(await world.storage.openHandoffs([config.id]));
  for (const queue of chain.slice(Math.max(0, chain.indexOf(handoff.queue ?? overflow.queue)))) {
    const free = membersOfAny(settings, [queue], workersThere(world, site)).filter(
      ({ id }) => !barred.has(id) && id !== assignee?.id,
    );
    const candidates = preferred(free, overflow.had);
    const key = { site: config.id, queue, round: "next" };
    const to = await takeTurn(world.storage, key, (order) => nextAvailable(candidates, open, order));
    if (to !== null) return { kind: "move", to: { id: to.id, name: to.name }, queue };
  }
  const isAlone = overflowGround(world, config.id).activeIn(overflow.queue) < ACTIVE_MIN;
  return isAlone ? { kind: "held" } : { kind: "exhausted" };
}

type Worker = AgentName & { readonly presence: Presence };

function workersThere(world: World, { config }: Site): readonly Worker[] {
  return world
    .presentAt(config.id)
    .filter(({ presence, role }) => presence !== "offline" && may(role, "handoffs.work"));
}

/** Who is at their desk before who is away from it; among those, who has not had it. */
function preferred(free: readonly Worker[], had: NonNullable<Handoff["overflow"]>["had"]): readonly Worker[] {
  const online = free.filter(({ presence }) => presence === "online");
  const there = online.length > 0 ? online : free;
  const fresh = there.filter(({ id }) => !had.some(({ agent }) => agent.id === id));
  return fresh.length > 0 ? fresh : there;
}

function gone(handoff: Handoff, next: Next, { settings }: Site, at: number): Decision {
  const { overflow, assignee, queue } = handoff;
  if (overflow === undefined) return settled(handoff);
  if (next.kind === "held") {
    const held = { ...overflow, standing: { state: "held", since: at } } as const;
    return { ok: true, value: { entries: [], handoff: { ...handoff, overflow: held, updatedAt: at } } };
  }
  const calendar = queue === null ? null : calendarOf(settings, queue);
  const since = overflow.had.at(-1)?.at ?? at;
  const story = {
    from: assignee?.name ?? "",
    waitedMs: openTime({ calendar, clock: "business" }, since, at),
    policy: settings.version,
  };
  const told = (after: Handoff, outcome: "moved" | "exhausted"): Change => ({
    entries: [
      {
        ...handoffEntry("overflow", handoff, after, SYSTEM, "overflow"),
        overflow: { outcome, ...story },
      },
    ],
    handoff: after,
  });
  if (next.kind === "exhausted") {
    const standing = { state: "exhausted", at } as const;
    const after: Handoff = {
      ...handoff,
      status: "pending",
      version: handoff.version + 1,
      assignee: null,
      previousAssignee: assignee,
      overflow: { ...overflow, standing },
      updatedAt: at,
    };
    return { ok: true, value: told(after, "exhausted") };
  }
  const after: Handoff = {
    ...assigned(handoff, next.to),
    queue: next.queue,
    overflow: { ...overflow, hops: overflow.hops + 1 },
    updatedAt: at,
  };
  return { ok: true, value: told(after, "moved") };
}
