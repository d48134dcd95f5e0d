/** Somebody says when they mean to see to a handoff, moves that or drops it; whoever has it then is reminded (H84). */
import { type Author, type Handoff, isOpen, type PlanHandoff, refuse } from "@sophie/engine";
import { instantOf } from "../hours/local-time.ts";
import type { ChangeOutcome, DraftEntry } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { isColleagues } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

/** Further ahead is a mistake in the year. */
const AHEAD_MAX_MS = 366 * 24 * 60 * 60_000;

export async function planHandoff(
  { storage }: World,
  agent: AgentActor,
  message: PlanHandoff,
): Promise<ChangeOutcome> {
  const known = await storage.handoff(message.handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  const wanted = message.at === null ? null : instantOf(message.at, message.zone);
  if (message.at !== null && wanted === null) return refuse("invalid_message", { detail: "at" });
  const name = { id: agent.id, name: agent.name };
  const by: Author = { kind: "agent", ...name };

  return storage.change({
    conversation: known.conversation,
    id: message.id,
    decide(state, at) {
      const current = state?.handoff;
      if (current?.id !== message.handoff) return refuse("not_found");
      if (message.version !== current.version) return refuse("stale_version", { handoff: current });
      if (isColleagues(current, agent)) return refuse("not_assignee", { handoff: current });
      if (!isOpen(current.status)) return refuse("invalid_transition", { handoff: current });
      if (wanted !== null && (wanted <= at || wanted > at + AHEAD_MAX_MS)) {
        return refuse("invalid_message", { detail: wanted <= at ? "past" : "too far ahead" });
      }
      const { plan: _before, ...rest } = current;
      const moved = { ...rest, version: current.version + 1, updatedAt: at };
      const entries: DraftEntry[] = [];
      let after: Handoff = moved;
      if (wanted !== null) {
        const { zone, note } = message;
        after = { ...moved, plan: { at: wanted, zone, note, by: name, setAt: at, remindedAt: null } };
        // Who plans it means to do it.
        if (current.status === "pending") {
          after = { ...after, status: "assigned", assignee: name, previousAssignee: current.assignee };
          entries.push(handoffEntry("assign", current, after, by));
        }
      }
      entries.push({ ...handoffEntry("plan", after, after, by, message.note || null), planned: wanted });
      return { ok: true, value: { entries, handoff: after } };
    },
  });
}
