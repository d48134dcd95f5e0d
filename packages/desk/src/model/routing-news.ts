/** What has just happened to a handoff by itself that somebody at this desk should hear of: a plan whose time has come, a chain that has ended. */
import { type Agent, type Handoff, may } from "@sophie/engine";
import type { NoticeContent } from "./notices.ts";

/** Null for nothing. `before` is the copy that this desk had. */
export function routingNews(before: Handoff | undefined, handoff: Handoff, me: Agent): NoticeContent | null {
  const isRung = isPlannedForNow(handoff) && before !== undefined && !isPlannedForNow(before);
  if (isRung && handoff.assignee?.id === me.id) return { kind: "planned", handoff };
  const hasEnded = isExhausted(handoff) && before !== undefined && !isExhausted(before);
  return hasEnded && may(me.role, "handoffs.manage") ? { kind: "exhausted", handoff } : null;
}

/** Whoever has it was reminded, and has neither moved nor dropped the plan. */
export function isPlannedForNow({ plan }: Pick<Handoff, "plan">): boolean {
  return plan !== undefined && plan.remindedAt !== null;
}

/** It has been to everybody, and waits for a supervisor (R19). */
export function isExhausted({ overflow }: Pick<Handoff, "overflow">): boolean {
  return overflow?.standing.state === "exhausted";
}
