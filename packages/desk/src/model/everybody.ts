/** Everybody who works here, those who are there first: the line tells who is there, the team who else there is. */
import type { Agent } from "@sophie/engine";
import type { Team } from "./account.ts";

export function everybody(team: Team["members"], there: readonly Agent[]): readonly Agent[] {
  const known = new Set(there.map((agent) => agent.id));
  const away = team.filter((member) => !known.has(member.id));
  const absent = away.map((member): Agent => ({ ...member, presence: "offline" }));
  return [...there, ...absent].toSorted(byPresenceAndName);
}

const PRESENCE_ORDER = ["online", "away", "offline"] as const;

function byPresenceAndName(a: Agent, b: Agent): number {
  return (
    PRESENCE_ORDER.indexOf(a.presence) - PRESENCE_ORDER.indexOf(b.presence) || a.name.localeCompare(b.name)
  );
}
