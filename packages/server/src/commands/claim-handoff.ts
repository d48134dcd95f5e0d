/** Taking a handoff for oneself; of two who claim the same version, one wins (Q5). */
import type { ClaimHandoff } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import { passedOver } from "./passed-over.ts";
import type { AgentActor, World } from "./world.ts";

export function claimHandoff(world: World, agent: AgentActor, message: ClaimHandoff): Promise<ChangeOutcome> {
  const assignee = { id: agent.id, name: agent.name };
  return moveHandoff(world, agent, message, {
    action: "assign",
    passedOver: (known) => passedOver(world, agent, known),
    apply: (moved) => ({ ...moved, assignee, previousAssignee: moved.assignee ?? moved.previousAssignee }),
    control: ({ conversation }) =>
      conversation.control === "human" ? { to: "human", controller: { kind: "agent", ...assignee } } : null,
  });
}
