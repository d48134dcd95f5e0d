/** Whom a handoff goes to by itself, if its destination says so: somebody who is there (S9, S14, S22). */
import {
  type AgentId,
  type AgentName,
  type Channel,
  type Destination,
  type Handoff,
  type HandoffMode,
  may,
  type Priority,
} from "@sophie/engine";
import { candidatesOf } from "../routing/candidates.ts";
import { nextAvailable, nextInRound } from "../routing/whose-turn.ts";
import { barredFrom } from "../routing/overflow-chain.ts";
import type { Site } from "../storage/storage.ts";
import { inTurn } from "./passed-over.ts";
import { takeTurn } from "./turns.ts";
import type { World } from "./world.ts";

export interface PickRequest {
  readonly site: Site;
  readonly destination: Destination;
  /** At this instant. */
  readonly mode: HandoffMode;
  readonly channel: Channel;
  readonly priority: Priority;
  /** The one that waits already and is asked for again; null for a new one. */
  readonly waiting: Handoff | null;
}

/** Those of the destination's people who are at their desks. */
export function onlineFor(
  world: World,
  { config, settings }: Site,
  destination: Destination,
): readonly AgentName[] {
  const present = world
    .presentAt(config.id)
    .filter(({ presence, role }) => presence === "online" && may(role, "handoffs.work"))
    .map(({ id, name }): AgentName => ({ id, name }));
  return candidatesOf(settings, destination, present);
}

/** Null where it waits for somebody to take it. To be called in the site's turn. */
export async function pickAgent(world: World, request: PickRequest): Promise<AgentName | null> {
  const { site, destination, mode, channel, priority, waiting } = request;
  const { queue, assign } = destination;
  const key = { site: site.config.id, queue };
  if (assign.kind === "claim") return null;
  const handoffs = await world.storage.openHandoffs([site.config.id]);
  // Nobody gets it while something more pressing waits that they could have: both then go by their order (Q8).
  const there = () => {
    const barred = waiting === null ? new Set<AgentId>() : barredFrom(waiting, site.settings);
    const online = onlineFor(world, site, destination).filter(({ id }) => !barred.has(id));
    return inTurn(site.settings, online, { queue, priority }, handoffs);
  };
  switch (assign.kind) {
    case "rotate_by_channel": {
      // An owner who answers later need not be there now.
      const candidates =
        mode === "async"
          ? candidatesOf(site.settings, destination, await world.workersAt(site.config.id))
          : there();
      return takeTurn(world.storage, { ...key, round: `channel:${channel}` }, (order) =>
        nextInRound(candidates, order),
      );
    }
    case "next_available":
    case "agents": {
      const online = there();
      if (online.length === 0) return null;
      const open = openByAgent(handoffs);
      return takeTurn(world.storage, { ...key, round: "next" }, (order) =>
        nextAvailable(online, open, order),
      );
    }
  }
}

/** How many open handoffs each has. */
export function openByAgent(handoffs: readonly Handoff[]): ReadonlyMap<AgentId, number> {
  const open = new Map<AgentId, number>();
  for (const { assignee } of handoffs) {
    if (assignee !== null) open.set(assignee.id, (open.get(assignee.id) ?? 0) + 1);
  }
  return open;
}
