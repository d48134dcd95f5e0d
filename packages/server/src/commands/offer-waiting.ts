/** What waits is given to who has become free: somebody came to the desk, or has finished what they had (S24). */
import { type AgentId, type AgentName, type Handoff, type HandoffSettings } from "@sophie/engine";
import { destinationOf } from "../routing/destination-of.ts";
import { nextAvailable, nextInRound } from "../routing/whose-turn.ts";
import { waitingOrder } from "../routing/waiting-order.ts";
import type { ChangeOutcome, Site } from "../storage/storage.ts";
import { assigned } from "./call-person.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { couldHave, inTurn } from "./passed-over.ts";
import { onlineFor } from "./pick-agent.ts";
import { takeTurn } from "./turns.ts";
import type { World } from "./world.ts";

/** One to each who has nothing: more would wait as long on one desk as in the queue, where others can see it. */
export async function offerWaiting(world: World, site: Site): Promise<readonly ChangeOutcome[]> {
  const { settings, config } = site;
  if (!givesOut(settings) || world.presentAt(config.id).length === 0) return [];
  return world.turns.take(config.id, async () => {
    const open = await world.storage.openHandoffs([config.id]);
    const busy = new Set(open.flatMap(({ assignee }) => assignee?.id ?? []));
    const isLive = ({ mode, conversation }: Handoff) => mode === "live" && world.isVisitorHere(conversation);
    const outcomes: ChangeOutcome[] = [];
    let waiting: readonly Handoff[] = open;
    for (const handoff of open.filter(isWaiting).toSorted(waitingOrder(isLive))) {
      const agent = await freeAgentFor(world, site, handoff, busy, waiting);
      if (agent === null) continue;
      const outcome = await give(world, handoff, agent);
      if (outcome.ok && !outcome.duplicate && outcome.handoffChanged) {
        busy.add(agent.id);
        waiting = waiting.filter(({ id }) => id !== handoff.id);
      }
      outcomes.push(outcome);
    }
    return outcomes;
  });
}

function givesOut({ rules, otherwise }: HandoffSettings): boolean {
  const destinations = [...rules.map(({ to }) => to), ...(otherwise === null ? [] : [otherwise])];
  return destinations.some(({ assign, mode }) => assign.kind !== "claim" && mode !== "none");
}

function isWaiting({ status, queue, mode }: Handoff): boolean {
  return status === "pending" && queue !== null && mode !== "none";
}

async function freeAgentFor(
  world: World,
  site: Site,
  handoff: Handoff,
  busy: ReadonlySet<AgentId>,
  open: readonly Handoff[],
): Promise<AgentName | null> {
  const destination = destinationOf(handoff, site.settings);
  if (destination === null || destination.assign.kind === "claim") return null;
  const fit = onlineFor(world, site, destination).filter(
    // Who has just put it back does not get it again, nor who has had it on its way through the queues.
    ({ id }) => !busy.has(id) && couldHave(site.settings, id, handoff),
  );
  const free = inTurn(site.settings, fit, handoff, open);
  if (free.length === 0) return null;
  const isRound = destination.assign.kind === "rotate_by_channel";
  const round = isRound ? `channel:${handoff.channel}` : "next";
  const key = { site: site.config.id, queue: destination.queue, round };
  return takeTurn(world.storage, key, (order) =>
    isRound ? nextInRound(free, order) : nextAvailable(free, new Map(), order),
  );
}

function give({ storage }: World, { id, conversation }: Handoff, agent: AgentName): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff;
      // Somebody has taken it meanwhile, or it is over.
      if (handoff?.id !== id || handoff.status !== "pending") {
        return { ok: true, value: { entries: [] } };
      }
      const given = { ...assigned(handoff, agent), updatedAt: at };
      return {
        ok: true,
        value: { entries: [handoffEntry("assign", handoff, given, { kind: "system" })], handoff: given },
      };
    },
  });
}
