/** The agent called or mailed: noted in the log, and an answer like any other, so it stops the clock (R6, H66, H67). */
import { type Author, isOpen, type LogAttempt, refuse } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { isColleagues } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export async function logAttempt(
  world: World,
  agent: AgentActor,
  message: LogAttempt,
): Promise<ChangeOutcome> {
  const known = await world.storage.handoff(message.handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  const by: Author = { kind: "agent", id: agent.id, name: agent.name };

  return world.storage.change({
    conversation: known.conversation,
    id: message.id,
    decide(state, at) {
      const current = state?.handoff;
      if (current?.id !== message.handoff) return refuse("not_found");
      if (message.version !== current.version) return refuse("stale_version", { handoff: current });
      if (isColleagues(current, agent)) return refuse("not_assignee", { handoff: current });
      if (!isOpen(current.status)) return refuse("invalid_transition", { handoff: current });
      const after = {
        ...current,
        version: current.version + 1,
        updatedAt: at,
        firstResponseAt: current.firstResponseAt ?? at,
      };
      const entry = { ...handoffEntry("attempt", current, after, by), how: message.how };
      return { ok: true, value: { entries: [entry], handoff: after } };
    },
  });
}
