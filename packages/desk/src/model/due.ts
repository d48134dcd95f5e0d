/** How a handoff stands against its due time (R5, R6): the one place that decides what is soon, late, met or missed. */
import { type Handoff, isOpen, respondedAt } from "@sophie/engine";

export type Due =
  | { readonly kind: "left"; readonly ms: number; readonly level: "calm" | "soon" }
  | { readonly kind: "late"; readonly ms: number }
  | { readonly kind: "met"; readonly at: number }
  | { readonly kind: "missed"; readonly at: number; readonly ms: number }
  /** No clock runs any more. */
  | { readonly kind: "over"; readonly at: number | null };

type Timed = Pick<Handoff, "status" | "dueAt" | "target" | "pickedUpAt" | "firstResponseAt" | "updatedAt">;

/** An answer exactly at the due time is in time; a millisecond after is not. Amber begins with a quarter of the time left. */
export function dueOf(handoff: Timed, now: number): Due {
  if (!isOpen(handoff.status)) return { kind: "over", at: handoff.updatedAt };
  const { dueAt, target } = handoff;
  const at = respondedAt(handoff);
  if (at !== null) return at <= dueAt ? { kind: "met", at } : { kind: "missed", at, ms: at - dueAt };
  const ms = dueAt - now;
  if (ms < 0) return { kind: "late", ms: -ms };
  return { kind: "left", ms, level: now >= target.warnAt ? "soon" : "calm" };
}
