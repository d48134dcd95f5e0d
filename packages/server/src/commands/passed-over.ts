/** What waits more pressingly in the same queue, and who could have that instead (Q8). */
import {
  type AgentId,
  compareHandoffs,
  type Handoff,
  type HandoffSettings,
  priorityRank,
} from "@sophie/engine";
import { candidatesOf } from "../routing/candidates.ts";
import { barredFrom, isExhausted } from "../routing/overflow-chain.ts";
import type { AgentActor, World } from "./world.ts";

type Place = Pick<Handoff, "queue" | "priority">;

/** Of the same queue, waiting for anybody, and strictly more pressing; next first. */
function waitingBefore({ queue, priority }: Place, open: readonly Handoff[]): readonly Handoff[] {
  if (queue === null) return [];
  return open
    .filter((each) => each.queue === queue && each.status === "pending" && each.mode !== "none")
    .filter((each) => priorityRank(each.priority) < priorityRank(priority))
    .toSorted(compareHandoffs);
}

/** Whether it may be given to them by itself: they are of its queue, did not give it back, and have not had their turn with it. */
export function couldHave(settings: HandoffSettings, agent: AgentId, handoff: Handoff): boolean {
  const { queue, previousAssignee } = handoff;
  if (queue === null || previousAssignee?.id === agent || isExhausted(handoff)) return false;
  const to = { queue, mode: "live", assign: { kind: "next_available" } } as const;
  const isMember = candidatesOf(settings, to, [{ id: agent }]).length > 0;
  return isMember && !barredFrom(handoff, settings).has(agent);
}

/** Those for whom nothing more pressing waits that they could have: only they get this one by itself. */
export function inTurn<Worker extends { readonly id: AgentId }>(
  settings: HandoffSettings,
  workers: readonly Worker[],
  place: Place,
  open: readonly Handoff[],
): readonly Worker[] {
  const before = waitingBefore(place, open);
  return workers.filter(({ id }) => !before.some((each) => couldHave(settings, id, each)));
}

/** The most pressing one that this agent leaves lying by taking that one; null if there is none. */
export async function passedOver(
  { storage, siteOf }: World,
  agent: AgentActor,
  handoff: Handoff,
): Promise<Handoff | null> {
  const site = siteOf(handoff.site);
  const isTaken = handoff.status !== "pending" && handoff.status !== "assigned";
  if (site === undefined || isTaken || handoff.priority === "urgent") return null;
  const before = waitingBefore(handoff, await storage.waitingHandoffs(handoff.site));
  return before.find((each) => couldHave(site.settings, agent.id, each)) ?? null;
}
