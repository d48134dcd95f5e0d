/** Somebody says when they mean to see to a handoff, moves that or drops it; whoever has it then is reminded (H84). */
import { type Author, type Handoff, type PlanHandoff, refuse } from "@sophie/engine";
import { instantOf } from "../hours/local-time.ts";
import type { ChangeOutcome, DraftEntry } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { workOn } from "./work-on.ts";
import type { AgentActor, World } from "./world.ts";

/** Further ahead is a mistake in the year. */
const AHEAD_MAX_MS = 366 * 24 * 60 * 60_000;

export async function planHandoff(
  world: World,
  agent: AgentActor,
  message: PlanHandoff,
): Promise<ChangeOutcome> {
  const wanted = message.at === null ? null : instantOf(message.at, message.zone);
  if (message.at !== null && wanted === null) return refuse("invalid_message", { detail: "at" });
  const name = { id: agent.id, name: agent.name };
  const by: Author = { kind: "agent", ...name };

  return workOn(world, agent, message, (current, at) => {
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
        after = { ...after, status: "assigned", assignee: name };
        entries.push(handoffEntry("assign", current, after, by));
      }
    }
    entries.push({ ...handoffEntry("plan", after, after, by, message.note || null), planned: wanted });
    return { ok: true, value: { entries, handoff: after } };
  });
}
