/** What became of a handoff that is over: said by its assignee or a supervisor, at any time, and again (H88–H92). */
import { type Author, type Handoff, isOpen, may, refuse, type SetVerdict } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { AgentActor, World } from "./world.ts";

export async function setVerdict(
  { storage }: World,
  agent: AgentActor,
  message: SetVerdict,
): Promise<ChangeOutcome> {
  const known = await storage.handoff(message.handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  const name = { id: agent.id, name: agent.name };
  const by: Author = { kind: "agent", ...name };

  return storage.change({
    conversation: known.conversation,
    id: message.id,
    decide(state, at) {
      if (state === null) return refuse("not_found");
      const isNewest = state.handoff?.id === known.id;
      const current = isNewest && state.handoff !== null ? state.handoff : known;
      if (message.version !== current.version) return refuse("stale_version", { handoff: current });
      if (isOpen(current.status)) return refuse("invalid_transition", { handoff: current });
      if (!mayJudge(current, agent)) return refuse("not_assignee", { handoff: current });
      const { verdict: kind, note } = message;
      const judged: Handoff = {
        ...current,
        verdict: { kind, note, by: name, at },
        version: current.version + 1,
        updatedAt: at,
      };
      const entry = {
        ...handoffEntry("verdict", current, judged, by, note === "" ? null : note),
        verdict: kind,
      };
      return {
        ok: true,
        value: { entries: [entry], ...(isNewest ? { handoff: judged } : { older: judged }) },
      };
    },
  });
}

/** Whoever had it knows best; of what nobody had, anybody who works here may say it. */
function mayJudge({ assignee, site }: Handoff, agent: AgentActor): boolean {
  if (assignee === null || assignee.id === agent.id) return true;
  const role = agent.roles.get(site);
  return role !== undefined && may(role, "handoffs.manage");
}
