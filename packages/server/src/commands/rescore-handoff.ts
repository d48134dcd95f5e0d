/** A handoff that waits is as pressing as its visitor is now: score and priority follow what they do, or no longer do (H39, H42). */
import { type Author, type Handoff, morePressing, priorityOf } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { activityEndsAt, activityOf } from "./activity.ts";
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
      const timers = [{ kind: "activity-due", at: silentAt(handoff, lastActivityAt, at) }] as const;
      if (after === handoff) return { ok: true, value: { entries: [], timers } };
      // A score alone is no news to work by: it is noted, and only another priority is a new version.
      if (after.priority === handoff.priority)
        return { ok: true, value: { entries: [], handoff: after, timers } };
      const { priority, activity: because } = after;
      const entry = { ...handoffEntry("rescore", handoff, after, SYSTEM), priority, score, because };
      return { ok: true, value: { entries: [entry], handoff: after, timers } };
    },
  });
}

/** When the visitor's silence is looked at next; null if that changes nothing any more. */
export function silentAt(handoff: Handoff, lastActivityAt: number | null, at: number): number | null {
  return activityEndsAt(lastSeen(handoff, lastActivityAt), at);
}

/** The same object if nothing changed. */
function rescored(handoff: Handoff, score: number, lastActivityAt: number | null, at: number): Handoff {
  const { trigger, confidence, aged } = handoff;
  const activity = activityOf(lastSeen(handoff, lastActivityAt), at);
  const computed = priorityOf({ trigger, score, confidence, activity });
  // What waiting has made of it stays (Q9).
  // What a person said stands in for what is computed (H43).
  const priority = morePressing(handoff.prioritised?.priority ?? computed, aged?.levels ?? 0);
  const isSame = score === handoff.score && activity === handoff.activity;
  if (priority === handoff.priority) return isSame ? handoff : { ...handoff, score, activity, updatedAt: at };
  return { ...handoff, score, activity, priority, version: handoff.version + 1, updatedAt: at };
}

/** Who asks for a person has done something, also without a word. */
function lastSeen({ createdAt }: Handoff, lastActivityAt: number | null): number {
  return Math.max(createdAt, lastActivityAt ?? 0);
}
