/** It was not relevant: closed, with the reason kept (H48). */
import { type CancelHandoff, refuse } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export async function cancelHandoff(
  world: World,
  agent: AgentActor,
  message: CancelHandoff,
): Promise<ChangeOutcome> {
  const reason = message.reason.trim();
  if (reason === "") return refuse("reason_required");
  return moveHandoff(world, agent, message, {
    action: "cancel",
    reason,
    apply: (moved) => ({ ...moved, cancelReason: reason }),
    // What the bot still has goes on: an agent let go of a hot lead, not of the visitor.
    control: ({ conversation }) =>
      conversation.control === "bot" ? null : { to: "closed", controller: null },
  });
}
