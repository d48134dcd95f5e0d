/** Whom Sophie has asked to look after a handoff in which nothing happens any more (H95). */
import { type Agent, type Handoff, may } from "@sophie/engine";

export function isNeglected({ status, nudge }: Pick<Handoff, "status" | "nudge">): boolean {
  return status === "in_progress" && nudge !== null;
}

/** Whether it is this agent who is asked: whoever has it, or who manages once that did not help. */
export function isAskedToLook({ status, nudge, assignee }: Handoff, me: Agent): boolean {
  if (status !== "in_progress" || nudge === null) return false;
  return nudge.to === "assignee" ? assignee?.id === me.id : may(me.role, "handoffs.manage");
}
