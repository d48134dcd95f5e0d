/** Somebody sets how pressing a handoff is, with a reason: what is computed afterwards changes it no more (H43). */
import { type Author, type Handoff, isOpen, refuse, type SetPriority } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { isColleagues } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export async function setPriority(
  { storage }: World,
  agent: AgentActor,
  { id, handoff, version, priority, reason }: SetPriority,
): Promise<ChangeOutcome> {
  const known = await storage.handoff(handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  if (reason === "") return refuse("reason_required");
  const by: Author = { kind: "agent", id: agent.id, name: agent.name };

  return storage.change({
    conversation: known.conversation,
    id,
    decide(state, at) {
      const current = state?.handoff;
      if (current?.id !== handoff) return refuse("not_found");
      if (version !== current.version) return refuse("stale_version", { handoff: current });
      if (isColleagues(current, agent)) return refuse("not_assignee", { handoff: current });
      if (!isOpen(current.status)) return refuse("invalid_transition", { handoff: current });
      const after: Handoff = {
        ...current,
        priority,
        // From here on waiting raises what was said now.
        aged: null,
        prioritised: { priority, reason, by: { id: agent.id, name: agent.name }, at },
        version: current.version + 1,
        updatedAt: at,
      };
      const entry = { ...handoffEntry("prioritise", current, after, by, reason), priority };
      return { ok: true, value: { entries: [entry], handoff: after } };
    },
  });
}
