/** The agent called or mailed: noted in the log, and an answer like any other, so it stops the clock (R6, H66, H67). */
import { type Author, type LogAttempt } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { workOn } from "./work-on.ts";
import type { AgentActor, World } from "./world.ts";

export function logAttempt(world: World, agent: AgentActor, message: LogAttempt): Promise<ChangeOutcome> {
  const by: Author = { kind: "agent", id: agent.id, name: agent.name };
  return workOn(world, agent, message, (current, at) => {
    const after = {
      ...current,
      version: current.version + 1,
      updatedAt: at,
      firstResponseAt: current.firstResponseAt ?? at,
    };
    const entry = { ...handoffEntry("attempt", current, after, by), how: message.how };
    return { ok: true, value: { entries: [entry], handoff: after } };
  });
}
