/** A handoff at its birth, and the clock that starts with it. */
import {
  type AgentName,
  type Evidence,
  type Handoff,
  type HandoffId,
  priorityOf,
  type QueueId,
  type ResponseCycle,
  type Summary,
  type TriggerSource,
  type TriggerType,
} from "@sophie/engine";
import type { ConversationState } from "../storage/storage.ts";

export interface HandoffCause {
  readonly trigger: TriggerType;
  /** Of the site's own trigger; null unless it was one. */
  readonly triggerName: string | null;
  readonly source: TriggerSource;
  /** 0–1; 1 for somebody's explicit act. */
  readonly confidence: number;
  readonly evidence: Evidence | null;
  readonly summary: Summary;
  /** The visitor's, 0–100. */
  readonly score: number;
  /** What the visitor gave of what the queue's people need to know, and the keys of the rest (F10, F12). */
  readonly info?: Readonly<Record<string, string>>;
  readonly missing?: readonly string[];
}

/** Pending, or in progress where an agent made it by stepping in. */
export function newHandoff(
  id: HandoffId,
  { conversation }: ConversationState,
  cause: HandoffCause,
  at: number,
  assignee: AgentName | null = null,
): Handoff {
  const { trigger, confidence, score } = cause;
  // The visitor has just written or pressed: nobody is more active.
  const priority = priorityOf({ trigger, score, confidence, activity: "active" });
  return {
    id,
    site: conversation.site,
    conversation: conversation.id,
    visitor: conversation.visitor,
    language: conversation.language,
    status: assignee === null ? "pending" : "in_progress",
    version: 1,
    ...cause,
    info: { ...cause.info },
    missing: [...(cause.missing ?? [])],
    channel: "web",
    queue: "general" as QueueId,
    mode: "live",
    rule: null,
    promise: null,
    priority,
    assignee,
    previousAssignee: null,
    cancelReason: null,
    contact: null,
    cycle: 1,
    createdAt: at,
    updatedAt: at,
    ...unclocked(at),
    pickedUpAt: assignee === null ? null : at,
    firstResponseAt: null,
    warnedAt: null,
    breachedAt: null,
    cycleAt: at,
    cycles: [],
    activity: "active",
    aged: null,
    nudge: null,
    completedAt: null,
  };
}

/** The clock is started where it is written: see `keep-clocks.ts`. */
function unclocked(at: number): Pick<Handoff, "dueAt" | "target"> {
  const target = {
    ms: 0,
    clock: "wall",
    stopOn: "first_response",
    from: at,
    warnAt: at,
    counted: null,
  } as const;
  return { dueAt: at, target };
}

/** The next cycle of a handoff that was over: back in the queue, with a clock that starts now; what became of the last is kept (H53). */
export function reopened({ plan: _over, ...handoff }: Handoff, at: number): Handoff {
  return {
    ...handoff,
    status: "pending",
    version: handoff.version + 1,
    assignee: null,
    previousAssignee: handoff.assignee,
    cancelReason: null,
    cycle: handoff.cycle + 1,
    updatedAt: at,
    pickedUpAt: null,
    firstResponseAt: null,
    warnedAt: null,
    breachedAt: null,
    cycleAt: at,
    cycles: [...handoff.cycles, cycleOf(handoff)],
    aged: null,
    nudge: null,
    completedAt: null,
  };
}

function cycleOf(handoff: Handoff): ResponseCycle {
  const { cycle, cycleAt: startedAt, dueAt, pickedUpAt, firstResponseAt, breachedAt, updatedAt } = handoff;
  const endedAt = handoff.completedAt ?? updatedAt;
  return { cycle, startedAt, dueAt, pickedUpAt, firstResponseAt, breachedAt, endedAt };
}
