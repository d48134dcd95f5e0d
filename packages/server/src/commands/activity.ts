/** How lately a visitor did something, as priority counts it (catalogue 5.6), and when that will be less lately. */
import type { VisitorActivity } from "@sophie/engine";

export const ACTIVE_MS = 60_000;
const IDLE_MS = 10 * 60_000;

export function activityOf(lastActivityAt: number | null, at: number): VisitorActivity {
  const since = at - (lastActivityAt ?? Number.NEGATIVE_INFINITY);
  if (since <= ACTIVE_MS) return "active";
  return since <= IDLE_MS ? "idle" : "gone";
}

/** When silence changes it; null for somebody who has gone. */
export function activityEndsAt(lastActivityAt: number | null, at: number): number | null {
  const activity = activityOf(lastActivityAt, at);
  if (lastActivityAt === null || activity === "gone") return null;
  return lastActivityAt + (activity === "active" ? ACTIVE_MS : IDLE_MS) + 1;
}
