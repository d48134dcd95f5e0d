/** What has just happened to a handoff by itself that somebody at this desk should hear of: a plan whose time has come, a chain that has ended. */
import { type Agent, type Handoff, may } from "@sophie/engine";
import type { NoticeContent } from "./notices.ts";

interface Step {
  /** The copy that this desk had. */
  readonly before: Handoff | undefined;
  readonly handoff: Handoff;
  /** Whether this desk has just asked for it. */
  readonly isOwn: boolean;
}

/** Null for nothing. */
export function routingNews({ before, handoff, isOwn }: Step, me: Agent): NoticeContent | null {
  const isMine = handoff.status === "assigned" && handoff.assignee?.id === me.id;
  if (isMine && !isOwn && before?.assignee?.id !== me.id) return { kind: "given", handoff };
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
