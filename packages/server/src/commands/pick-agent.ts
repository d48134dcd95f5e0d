/** Whom a handoff goes to by itself, if its destination says so: somebody who is there (S9, S14, S22). */
import {
  type AgentId,
  type AgentName,
  type Channel,
  type Destination,
  type HandoffMode,
  may,
  type SiteId,
} from "@sophie/engine";
import { candidatesOf } from "../routing/candidates.ts";
import { nextAvailable, nextInRound } from "../routing/whose-turn.ts";
import type { Site } from "../storage/storage.ts";
import { takeTurn } from "./turns.ts";
import type { World } from "./world.ts";

export interface PickRequest {
  readonly site: Site;
  readonly destination: Destination;
  /** At this instant. */
  readonly mode: HandoffMode;
  readonly channel: Channel;
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
  const { site, destination, mode, channel } = request;
  const { queue, assign } = destination;
  const key = { site: site.config.id, queue };
  switch (assign.kind) {
    case "claim":
      return null;
    case "rotate_by_channel": {
      // An owner who answers later need not be there now.
      const candidates =
        mode === "async"
          ? candidatesOf(site.settings, destination, await world.workersAt(site.config.id))
          : onlineFor(world, site, destination);
      return takeTurn(world.storage, { ...key, round: `channel:${channel}` }, (order) =>
        nextInRound(candidates, order),
      );
    }
    case "next_available":
    case "agents": {
      const online = onlineFor(world, site, destination);
      if (online.length === 0) return null;
      const open = await openByAgent(world, site.config.id);
      return takeTurn(world.storage, { ...key, round: "next" }, (order) =>
        nextAvailable(online, open, order),
      );
    }
  }
}

/** How many open handoffs each has. */
async function openByAgent({ storage }: World, site: SiteId): Promise<ReadonlyMap<AgentId, number>> {
  const open = new Map<AgentId, number>();
  for (const { assignee } of await storage.openHandoffs([site])) {
    if (assignee !== null) open.set(assignee.id, (open.get(assignee.id) ?? 0) + 1);
  }
  return open;
}
