/** Back into the queue, for anybody; the visitor waits for a person again. */
import type { ReleaseHandoff } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { moveHandoff } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export function releaseHandoff(
  world: World,
  agent: AgentActor,
  message: ReleaseHandoff,
): Promise<ChangeOutcome> {
  return moveHandoff(world, agent, message, {
    action: "release",
    apply: (moved) => ({ ...moved, assignee: null, previousAssignee: moved.assignee }),
    control: ({ conversation }) =>
      conversation.control === "human" ? { to: "human_pending", controller: null } : null,
  });
}
