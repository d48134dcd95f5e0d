/** Among whom a handoff of a destination may go (S14). */
import type { AgentId, Destination, HandoffSettings } from "@sophie/engine";

interface Somebody {
  readonly id: AgentId;
}

/**
 * In the order of the settings where those name people: the order of a round. A person who is named for a destination
 * and is no member of its queue is no candidate.
 */
export function candidatesOf<Worker extends Somebody>(
  { queues }: HandoffSettings,
  { queue, assign }: Pick<Destination, "queue" | "assign">,
  workers: readonly Worker[],
): readonly Worker[] {
  const members = queues.find(({ id }) => id === queue)?.members ?? null;
  const inQueue = members === null ? workers : named(members, workers);
  return assign.kind === "agents" ? named(assign.agents, inQueue) : inQueue;
}

function named<Worker extends Somebody>(
  ids: readonly AgentId[],
  workers: readonly Worker[],
): readonly Worker[] {
  return [...new Set(ids)].flatMap((id) => workers.find((worker) => worker.id === id) ?? []);
}
