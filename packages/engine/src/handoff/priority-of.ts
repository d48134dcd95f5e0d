/** How urgent a handoff is, from what is known of it (catalogue 5.6, R3, R4). */
import { PRIORITIES, type Priority, priorityRank } from "../domain/priority.ts";
import type { TriggerType } from "../domain/trigger.ts";

export interface PriorityFactors {
  readonly trigger: TriggerType;
  /** Lead score, 0–100. */
  readonly score: number;
  /** 0–1. */
  readonly confidence: number;
  /** Active: within 60 s. Idle: within 10 min. */
  readonly activity: "active" | "idle" | "gone";
}

const TRIGGER_POINTS: Readonly<Record<TriggerType, number>> = {
  demo_request: 100,
  human_request: 90,
  price_question: 65,
  hot_lead: 50,
  custom: 40,
  feedback: 35,
  unknown: 30,
  bot_paused: 30,
  takeover: 30,
};

const ACTIVITY_POINTS = { active: 100, idle: 60, gone: 20 } as const;

/** Least and most urgent that a signal may become (R3). */
const BOUNDS: Partial<Readonly<Record<TriggerType, { readonly floor: Priority; readonly cap: Priority }>>> = {
  demo_request: { floor: "high", cap: "urgent" },
  human_request: { floor: "high", cap: "urgent" },
  price_question: { floor: "normal", cap: "high" },
};

/** The sum before floor and cap, 0–100. */
export function priorityPoints(factors: PriorityFactors): number {
  return (
    0.4 * TRIGGER_POINTS[factors.trigger] +
    0.3 * factors.score +
    0.2 * 100 * factors.confidence +
    0.1 * ACTIVITY_POINTS[factors.activity]
  );
}

export function priorityOf(factors: PriorityFactors): Priority {
  const points = priorityPoints(factors);
  const computed: Priority =
    points >= 80 ? "urgent" : points >= 60 ? "high" : points >= 35 ? "normal" : "low";
  const bounds = BOUNDS[factors.trigger];
  if (bounds === undefined) return computed;
  const rank = Math.min(
    priorityRank(bounds.floor),
    Math.max(priorityRank(bounds.cap), priorityRank(computed)),
  );
  return PRIORITIES[rank] as Priority;
}
