/** Bringing back one that was over, to be answered by a person, with a clock that starts anew (H53). */
import type { ReopenHandoff } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import { reopened } from "./new-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export function reopenHandoff(
  world: World,
  agent: AgentActor,
  message: ReopenHandoff,
): Promise<ChangeOutcome> {
  return moveHandoff(world, agent, message, {
    action: "reopen",
    apply: (moved, at) => ({ ...reopened(moved, at), version: moved.version }),
    // A hot lead of which the bot still has the conversation goes back to the queue without silencing it.
    control: ({ conversation }) =>
      conversation.control === "bot" ? null : { to: "human_pending", controller: null },
  });
}
