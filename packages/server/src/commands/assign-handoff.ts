/** Giving a handoff to a colleague; one that is in progress takes the conversation with it (0.3: transfer). */
import { type AssignHandoff, refuse } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export async function assignHandoff(
  world: World,
  agent: AgentActor,
  message: AssignHandoff,
): Promise<ChangeOutcome> {
  const known = await world.storage.handoff(message.handoff);
  const name = known === null ? null : await world.workerName(message.to, known.site);
  if (name === null) return refuse("not_found");
  const assignee = { id: message.to, name };
  return moveHandoff(world, agent, message, {
    action: "assign",
    apply: (moved) => ({ ...moved, assignee, previousAssignee: moved.assignee ?? moved.previousAssignee }),
    control: ({ conversation }) =>
      conversation.control === "human" ? { to: "human", controller: { kind: "agent", ...assignee } } : null,
  });
}
