/** Done: the conversation is closed and the clock stops (H52). */
import type { CompleteHandoff } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export function completeHandoff(
  world: World,
  agent: AgentActor,
  message: CompleteHandoff,
): Promise<ChangeOutcome> {
  return moveHandoff(world, agent, message, {
    action: "complete",
    apply: (moved, at) => ({ ...moved, completedAt: at }),
    control: () => ({ to: "closed", controller: null }),
    more: () => ({ timers: [{ kind: "sla-due", at: null }] }),
  });
}
