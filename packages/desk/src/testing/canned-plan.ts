/** What a plan makes of a handoff on the canned server: times are taken as UTC, whatever the zone. */
import type { Agent, Handoff, PlanHandoff } from "@sophie/engine";

export function planned(handoff: Handoff, message: PlanHandoff, by: Agent, now: number): Handoff {
  const { plan: _before, ...rest } = handoff;
  const after = { ...rest, version: handoff.version + 1, updatedAt: now };
  if (message.at === null) return after;
  const name = { id: by.id, name: by.name };
  const { zone, note } = message;
  const at = Date.parse(`${message.at}Z`);
  const mine = handoff.assignee === null ? ({ status: "assigned", assignee: name } as const) : {};
  return { ...after, ...mine, plan: { at, zone, note, by: name, setAt: now, remindedAt: null } };
}
