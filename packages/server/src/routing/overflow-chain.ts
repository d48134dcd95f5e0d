/** Along which queues a handoff goes on, and to whom it must not go back (T2, T4, R20). */
import type { AgentId, Handoff, HandoffSettings, OverflowPolicy, QueueId } from "@sophie/engine";
import { candidatesOf } from "./candidates.ts";

/** Null where what somebody has stays with them. */
export function overflowPolicy({ queues }: HandoffSettings, queue: QueueId): OverflowPolicy | null {
  return queues.find(({ id }) => id === queue)?.overflow ?? null;
}

/** The queue itself and those that come after it, each once; one that is gone is left out. */
export function overflowQueues(settings: HandoffSettings, queue: QueueId): readonly QueueId[] {
  const next = overflowPolicy(settings, queue)?.nextQueues ?? [];
  return [...new Set([queue, ...next])].filter((id) => settings.queues.some((each) => each.id === id));
}

/** Whoever of `workers` belongs to any of these queues, each once. */
export function membersOfAny<Worker extends { readonly id: AgentId }>(
  settings: HandoffSettings,
  queues: readonly QueueId[],
  workers: readonly Worker[],
): readonly Worker[] {
  const assign = { kind: "next_available" } as const;
  const all = queues.flatMap((queue) => {
    const to = { queue, mode: "live", assign } as const;
    return candidatesOf(settings, to, workers);
  });
  return [...new Set(all)];
}

/** Who never gets it by itself again. */
export function barredFrom(
  { overflow }: Pick<Handoff, "overflow">,
  settings: HandoffSettings,
): ReadonlySet<AgentId> {
  if (overflow === undefined) return new Set();
  const ids = overflow.had.map(({ agent }) => agent.id);
  const isFirstOnly = overflowPolicy(settings, overflow.queue)?.exclude === "first";
  return new Set(isFirstOnly ? ids.slice(0, 1) : ids);
}

/** Whether it has been to everybody whom it could go to, and waits for a supervisor (R19). */
export function isExhausted({ overflow }: Pick<Handoff, "overflow">): boolean {
  return overflow?.standing.state === "exhausted";
}
