/** How urgent a handoff is, from what is known of it, and why (catalogue 5.6, R3, R4). */
import { PRIORITIES, type Priority, priorityRank } from "../domain/priority.ts";
import type { TriggerType } from "../domain/trigger.ts";
import type { VisitorActivity } from "../domain/visitor-activity.ts";

/** What a priority is made of. `score` 0–100, `confidence` 0–1. */
export interface PriorityFactors {
  readonly trigger: TriggerType;
  /** Lead score, 0–100. */
  readonly score: number;
  /** 0–1. */
  readonly confidence: number;
  readonly activity: VisitorActivity;
}

/** What one factor adds to the points. */
export interface PriorityPart {
  readonly factor: keyof PriorityFactors;
  /** 0–100, before its weight. */
  readonly value: number;
  /** The weights of all parts sum to 1. */
  readonly weight: number;
  /** `value` × `weight`. */
  readonly points: number;
}

/** The same with its arithmetic, for whoever asks why. */
export interface PriorityExplanation {
  readonly priority: Priority;
  /** The sum of the parts, 0–100. */
  readonly points: number;
  readonly parts: readonly PriorityPart[];
  /** What the points alone would have made of it. */
  readonly computed: Priority;
  /** Why `priority` is not `computed`: the trigger has a floor, or a cap; null if it is. */
  readonly bound: "floor" | "cap" | null;
}

const WEIGHTS = { trigger: 0.4, score: 0.3, confidence: 0.2, activity: 0.1 } as const;

const TRIGGER_POINTS: Readonly<Record<TriggerType, number>> = {
  demo_request: 100,
  human_request: 90,
  price_question: 65,
  hot_lead: 50,
  custom: 40,
  ticket: 40,
  feedback: 35,
  unknown: 30,
  bot_paused: 30,
  takeover: 30,
};

const ACTIVITY_POINTS = { active: 100, idle: 60, gone: 20 } as const;

/** Points from which a priority begins. */
const URGENT_FROM = 80;
const HIGH_FROM = 60;
const NORMAL_FROM = 35;

/** Least and most urgent that a signal may become (R3). */
const BOUNDS: Partial<Readonly<Record<TriggerType, { readonly floor: Priority; readonly cap: Priority }>>> = {
  demo_request: { floor: "high", cap: "urgent" },
  human_request: { floor: "high", cap: "urgent" },
  price_question: { floor: "normal", cap: "high" },
};

/** The priority, with what each factor gave and what floor and cap made of it. */
export function explainPriority(factors: PriorityFactors): PriorityExplanation {
  const parts = [
    part("trigger", TRIGGER_POINTS[factors.trigger]),
    part("score", factors.score),
    part("confidence", 100 * factors.confidence),
    part("activity", ACTIVITY_POINTS[factors.activity]),
  ];
  const points = sum(parts.map((each) => each.points));
  const computed = priorityFrom(points);
  const priority = bounded(computed, factors.trigger);
  const change = priorityRank(priority) - priorityRank(computed);
  return { priority, points, parts, computed, bound: change === 0 ? null : change < 0 ? "floor" : "cap" };
}

/** The sum before floor and cap, 0–100. */
export function priorityPoints(factors: PriorityFactors): number {
  return explainPriority(factors).points;
}

/** The priority alone. Monotone in every factor (R4). */
export function priorityOf(factors: PriorityFactors): Priority {
  return explainPriority(factors).priority;
}

function part(factor: keyof PriorityFactors, value: number): PriorityPart {
  return { factor, value, weight: WEIGHTS[factor], points: WEIGHTS[factor] * value };
}

/** Rounded to a millionth: 100 · 0.55 is a dot above 55 and 100 · 0.57 one below 57; neither may decide. */
function sum(points: readonly number[]): number {
  return Math.round(points.reduce((total, each) => total + each, 0) * 1e6) / 1e6;
}

function priorityFrom(points: number): Priority {
  if (points >= URGENT_FROM) return "urgent";
  if (points >= HIGH_FROM) return "high";
  return points >= NORMAL_FROM ? "normal" : "low";
}

function bounded(computed: Priority, trigger: TriggerType): Priority {
  const bounds = BOUNDS[trigger];
  if (bounds === undefined) return computed;
  const floored = Math.min(priorityRank(bounds.floor), priorityRank(computed));
  return PRIORITIES[Math.max(priorityRank(bounds.cap), floored)] ?? computed;
}
