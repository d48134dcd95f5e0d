/** The states of the one handoff procedure, in the order in which it passes them (F2), and which of them an entry stands for. */
import type { LogEntry } from "../domain/log-entry.ts";

/** In the order in which a procedure passes them. */
export const PROCEDURE_STATES = ["triggered", "collecting", "transferring"] as const;
/** As the conversation machine names them. */
export type ProcedureState = (typeof PROCEDURE_STATES)[number];

/**
 * The states that it passes on the way to what `entry` tells, `from` excluded: a log that holds only the end of a
 * procedure that asked nobody for anything still went through all three.
 */
export function passedBy(entry: LogEntry, from: ProcedureState | "idle"): readonly ProcedureState[] {
  const to = reachedBy(entry, from);
  if (to === null) return [];
  const reached = PROCEDURE_STATES.indexOf(to);
  const stood = from === "idle" ? -1 : PROCEDURE_STATES.indexOf(from);
  // Asked anew while it stood further on: another procedure has begun.
  return PROCEDURE_STATES.slice(reached > stood ? stood + 1 : 0, reached + 1);
}

function reachedBy(entry: LogEntry, from: ProcedureState | "idle"): ProcedureState | null {
  if (entry.kind === "procedure") return entry.state === from ? null : entry.state;
  if (entry.kind !== "handoff" || (entry.action !== "create" && entry.action !== "request")) return null;
  // Sophie raises a hot lead while the visitor notices nothing, and an agent who steps in asks nobody.
  if (entry.by.kind === "agent" || entry.trigger === "hot_lead" || entry.trigger === "takeover") return null;
  return from === "transferring" ? null : "transferring";
}
