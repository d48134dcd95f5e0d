/** Whether this agent may write in a conversation now, and if not, why: the composer says it in words. */
import { type Agent, type Control, type Handoff, may } from "@sophie/engine";

export type MayAnswer =
  | { readonly may: true }
  | { readonly may: false; readonly why: "start-first" | "take-over-first" | "closed" | "role" }
  | { readonly may: false; readonly why: "colleague" | "assigned"; readonly name: string };

export function mayAnswer(
  handoff: Pick<Handoff, "status" | "assignee"> | null,
  control: Control,
  me: Pick<Agent, "id" | "role">,
): MayAnswer {
  if (!may(me.role, "handoffs.work")) return { may: false, why: "role" };
  if (handoff === null) return { may: false, why: control === "closed" ? "closed" : "take-over-first" };
  if (handoff.status === "completed" || handoff.status === "cancelled") return { may: false, why: "closed" };
  if (handoff.assignee !== null && handoff.assignee.id !== me.id) {
    const why = handoff.status === "in_progress" ? "colleague" : "assigned";
    return { may: false, why, name: handoff.assignee.name };
  }
  return handoff.status === "in_progress" ? { may: true } : { may: false, why: "start-first" };
}
