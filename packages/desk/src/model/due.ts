/** How a handoff stands against its due time (R5): the one place that decides what is soon, late, met or missed. */
import { type Handoff, isOpen, RESPONSE_TARGET_MS } from "@sophie/engine";

/** The part of the response time at which it turns amber. */
const SOON_PART = 0.25;

export type Due =
  | { readonly kind: "left"; readonly ms: number; readonly level: "calm" | "soon" }
  | { readonly kind: "late"; readonly ms: number }
  | { readonly kind: "met"; readonly at: number }
  | { readonly kind: "missed"; readonly at: number; readonly ms: number }
  /** No clock runs any more. */
  | { readonly kind: "over"; readonly at: number | null };

type Timed = Pick<Handoff, "status" | "priority" | "dueAt" | "firstResponseAt" | "updatedAt">;

/** An answer exactly at the due time is in time; a millisecond after is not. */
export function dueOf(handoff: Timed, now: number): Due {
  if (!isOpen(handoff.status)) return { kind: "over", at: handoff.updatedAt };
  const { dueAt, firstResponseAt } = handoff;
  if (firstResponseAt !== null) {
    return firstResponseAt <= dueAt
      ? { kind: "met", at: firstResponseAt }
      : { kind: "missed", at: firstResponseAt, ms: firstResponseAt - dueAt };
  }
  const ms = dueAt - now;
  if (ms < 0) return { kind: "late", ms: -ms };
  return {
    kind: "left",
    ms,
    level: ms <= SOON_PART * RESPONSE_TARGET_MS[handoff.priority] ? "soon" : "calm",
  };
}
