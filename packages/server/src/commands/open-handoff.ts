/** Whoever has a handoff looks at it: it goes to nobody else by itself any more (T7, R22). */
import { type OpenHandoff, refuse } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { AgentActor, World } from "./world.ts";

/** A look by anybody but its assignee is none, and a success: whoever looks need not know whose it has become. */
export async function openHandoff(
  { storage }: World,
  agent: AgentActor,
  message: OpenHandoff,
): Promise<ChangeOutcome> {
  const known = await storage.handoff(message.handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  return storage.change({
    conversation: known.conversation,
    id: message.id,
    decide(state, at) {
      const handoff = state?.handoff;
      const overflow = handoff?.overflow;
      const isTheirs = handoff?.id === known.id && handoff.assignee?.id === agent.id;
      const isToStop = overflow?.standing.state === "running" || overflow?.standing.state === "held";
      if (!isTheirs || handoff.status !== "assigned" || overflow === undefined || !isToStop) {
        return { ok: true, value: { entries: [] } };
      }
      // Not a newer version: what the same agent presses next was made on the one that they see.
      const after = {
        ...handoff,
        overflow: { ...overflow, standing: { state: "opened", at } as const },
        updatedAt: at,
      };
      const by = { kind: "agent", id: agent.id, name: agent.name } as const;
      return {
        ok: true,
        value: { entries: [handoffEntry("open", handoff, after, by)], handoff: after },
      };
    },
  });
}
