/** The newest handoff of a conversation, as its entries in the log tell of it. */
import { isOpen } from "../domain/handoff-status.ts";
import type { HandoffEntry, LogEntry } from "../domain/log-entry.ts";
import type { ReplayHandoff, ReplayState } from "./replay-state.ts";

export function handoffAfter({ handoff }: ReplayState, entry: LogEntry): ReplayHandoff | null {
  if (entry.kind === "handoff") {
    return moved(handoff?.id === entry.handoff ? handoff : firstSeen(entry, handoff?.nth ?? 0), entry);
  }
  if (handoff === null || !isOpen(handoff.status) || handoff.respondedAt !== null) return handoff;
  const isAnswer = entry.kind === "message" && entry.author.kind === "agent";
  return isAnswer ? { ...handoff, respondedAt: entry.at } : handoff;
}

function firstSeen({ handoff: id, to: status, version }: HandoffEntry, others: number): ReplayHandoff {
  return {
    id,
    status,
    version,
    trigger: null,
    priority: null,
    score: null,
    routed: null,
    assignee: null,
    cycle: 1,
    respondedAt: null,
    breachedAt: null,
    nth: others + 1,
  };
}

function moved(handoff: ReplayHandoff, entry: HandoffEntry): ReplayHandoff {
  const { action, to: status, version, at, assignee } = entry;
  const isAgain = action === "reopen";
  return {
    ...handoff,
    status,
    version,
    assignee,
    trigger: entry.trigger ?? handoff.trigger,
    priority: entry.priority ?? handoff.priority,
    score: entry.score ?? handoff.score,
    routed: entry.routed ?? handoff.routed,
    cycle: handoff.cycle + (isAgain ? 1 : 0),
    respondedAt: isAgain ? null : (handoff.respondedAt ?? (entry.stopsClock === true ? at : null)),
    breachedAt: isAgain ? null : action === "breach" ? at : handoff.breachedAt,
  };
}
