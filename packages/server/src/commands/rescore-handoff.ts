/** A handoff that waits is as pressing as its visitor is now: score and priority follow what they do (H39, H42). */
import { type Author, type Handoff, priorityOf, priorityRank, RESPONSE_TARGET_MS } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { activityOf } from "./activity.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { LeadReading } from "./read-lead.ts";
import type { World } from "./world.ts";

const SYSTEM: Author = { kind: "system" };

/** Null if there is none that waits, or nothing about it changed. */
export async function rescoreHandoff(
  { storage }: World,
  { newest, score: { score, at: readAt }, lastActivityAt }: LeadReading,
): Promise<ChangeOutcome | null> {
  const known = newest?.handoff ?? null;
  if (known?.status !== "pending") return null;
  if (rescored(known, score, lastActivityAt, readAt) === known) return null;
  return storage.change({
    conversation: known.conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff;
      if (handoff?.id !== known.id || handoff.status !== "pending")
        return { ok: true, value: { entries: [] } };
      const after = rescored(handoff, score, lastActivityAt, at);
      if (after === handoff) return { ok: true, value: { entries: [] } };
      // A score alone is no news to work by: it is noted, and only another priority is a new version.
      if (after.priority === handoff.priority) return { ok: true, value: { entries: [], handoff: after } };
      const { priority } = after;
      const entry = { ...handoffEntry("rescore", handoff, after, SYSTEM), priority, score };
      const isWaiting = after.firstResponseAt === null && after.breachedAt === null;
      const timers = isWaiting ? ([{ kind: "sla-due", at: after.dueAt }] as const) : [];
      return { ok: true, value: { entries: [entry], handoff: after, timers } };
    },
  });
}

/** The same object if nothing changed. */
function rescored(handoff: Handoff, score: number, lastActivityAt: number | null, at: number): Handoff {
  const { trigger, confidence } = handoff;
  const activity = activityOf(lastActivityAt, at);
  const priority = priorityOf({ trigger, score, confidence, activity });
  if (priority === handoff.priority)
    return score === handoff.score ? handoff : { ...handoff, score, updatedAt: at };
  return {
    ...handoff,
    score,
    priority,
    version: handoff.version + 1,
    updatedAt: at,
    dueAt: dueAfter(handoff, priority, at),
  };
}

/** More pressing: sooner, counted from now, since nobody could know before. Less pressing: what was promised is kept. */
function dueAfter({ dueAt, priority: before }: Handoff, priority: Handoff["priority"], at: number): number {
  if (priorityRank(priority) > priorityRank(before)) return dueAt;
  return Math.min(dueAt, at + RESPONSE_TARGET_MS[priority]);
}
