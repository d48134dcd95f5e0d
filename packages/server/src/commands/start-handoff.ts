/** Beginning: the sender becomes the assignee and the one who speaks (H51). */
import type { StartHandoff } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import { passedOver } from "./passed-over.ts";
import type { AgentActor, World } from "./world.ts";

export function startHandoff(world: World, agent: AgentActor, message: StartHandoff): Promise<ChangeOutcome> {
  const assignee = { id: agent.id, name: agent.name };
  return moveHandoff(world, agent, message, {
    action: "start",
    passedOver: (known) => passedOver(world, agent, known),
    apply: (moved, at) => ({
      ...moved,
      assignee,
      pickedUpAt: moved.pickedUpAt ?? at,
      previousAssignee: moved.assignee?.id === agent.id ? moved.previousAssignee : moved.assignee,
    }),
    control: () => ({ to: "human", controller: { kind: "agent", ...assignee } }),
  });
}
