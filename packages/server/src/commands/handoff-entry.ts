/** The log's line for one step of a handoff: together they are its immutable history (catalogue 0.3). */
import type { Author, Handoff, HandoffEntry } from "@sophie/engine";

export function handoffEntry(
  action: HandoffEntry["action"],
  before: Handoff | null,
  after: Handoff,
  by: Author,
  reason: string | null = null,
): Omit<HandoffEntry, "seq" | "at"> {
  return {
    kind: "handoff",
    handoff: after.id,
    action,
    from: before?.status ?? null,
    to: after.status,
    by,
    assignee: after.assignee?.name ?? null,
    reason,
    ...(action === "create" || action === "request" ? causeOf(after) : {}),
    version: after.version,
  };
}

function causeOf({ trigger, priority, score, queue, mode, rule }: Handoff) {
  return { trigger, priority, score, routed: { queue, mode, rule } };
}
