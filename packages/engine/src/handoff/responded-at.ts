/** When the clock of a handoff's present cycle was stopped: by an answer, or by the beginning, as its queue has it (R6). */
import type { Handoff } from "../domain/handoff.ts";

/** Null while it runs. */
export function respondedAt({
  target,
  pickedUpAt,
  firstResponseAt,
}: Pick<Handoff, "target" | "pickedUpAt" | "firstResponseAt">): number | null {
  if (target.stopOn === "first_response" || pickedUpAt === null) return firstResponseAt;
  return firstResponseAt === null ? pickedUpAt : Math.min(pickedUpAt, firstResponseAt);
}
