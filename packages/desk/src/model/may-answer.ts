/** Whether this agent may write an answer now, what sending it does first, and if not, why: the composer says it in words. */
import { type Agent, type Control, type Handoff, isOpen, may, replyWindowEnd } from "@sophie/engine";

export type MayAnswer =
  /** `first` is made before the answer goes; null for whoever has the conversation already. */
  | { readonly may: true; readonly first: "start" | null }
  /** A colleague has it: `name`. */
  | { readonly may: true; readonly first: "claim"; readonly name: string }
  | { readonly may: false; readonly why: "take-over-first" | "closed" | "role" | "ticket" | "window-over" }
  | { readonly may: false; readonly why: "colleague" | "assigned"; readonly name: string };

export function mayAnswer(
  handoff: (Pick<Handoff, "status" | "assignee"> & Partial<Pick<Handoff, "channel">>) | null,
  control: Control,
  me: Pick<Agent, "id" | "role">,
  /** When the visitor wrote last, and now; epoch ms. Absent where the channel is the web's. */
  times?: { readonly lastVisitorAt: number | null; readonly now: number },
): MayAnswer {
  if (!may(me.role, "handoffs.work")) return { may: false, why: "role" };
  if (handoff === null) return { may: false, why: control === "closed" ? "closed" : "take-over-first" };
  if (!isOpen(handoff.status)) return { may: false, why: "closed" };
  // A program handed it in: nobody reads a chat.
  if (handoff.channel === "api") return { may: false, why: "ticket" };
  const closesAt = times === undefined ? null : replyWindowEnd(handoff.channel ?? "web", times.lastVisitorAt);
  if (closesAt !== null && times !== undefined && times.now > closesAt)
    return { may: false, why: "window-over" };
  const isBegun = handoff.status === "in_progress";
  if (handoff.assignee === null || handoff.assignee.id === me.id)
    return { may: true, first: isBegun ? null : "start" };
  const { name } = handoff.assignee;
  if (!may(me.role, "handoffs.manage")) return { may: false, why: isBegun ? "colleague" : "assigned", name };
  return isBegun ? { may: true, first: "claim", name } : { may: true, first: "start" };
}
