/** How lately a visitor did something, as priority counts it (catalogue 5.6). */
import type { PriorityFactors } from "@sophie/engine";

const ACTIVE_MS = 60_000;
const IDLE_MS = 10 * 60_000;

export function activityOf(lastActivityAt: number | null, at: number): PriorityFactors["activity"] {
  const since = at - (lastActivityAt ?? Number.NEGATIVE_INFINITY);
  if (since <= ACTIVE_MS) return "active";
  return since <= IDLE_MS ? "idle" : "gone";
}
