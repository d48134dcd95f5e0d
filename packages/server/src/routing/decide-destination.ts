/** Where a handoff goes: rules are read in order, the first that matches decides, and the trace says why (F13, F20, S13, S15). */
import type { Destination, HandoffSettings, QueueId, RoutingRule, RuleCondition } from "@sophie/engine";
import { isOpen } from "../hours/is-open.ts";
import { calendarOf } from "./calendar-of.ts";
import type { RoutingFacts } from "./routing-facts.ts";

export interface RuleTrace {
  readonly rule: RoutingRule;
  readonly matched: boolean;
  /** The first condition that did not hold; null if all did, or the rule was not read because it is switched off. */
  readonly failed: RuleCondition | null;
}

export interface Decision {
  /** Null: no rule matched, and the site names no destination for the rest (R18). */
  readonly destination: Destination | null;
  /** Null: the site's destination for the rest. */
  readonly rule: RoutingRule | null;
  /** Every rule up to the one that decided, in order. */
  readonly trace: readonly RuleTrace[];
}

/** Pure: the same settings and facts always decide the same (Q27). */
export function decideDestination(settings: HandoffSettings, facts: RoutingFacts): Decision {
  const trace: RuleTrace[] = [];
  const opened = new Map<QueueId, boolean>();
  const isOpenAt = (queue: QueueId): boolean => {
    const known = opened.get(queue) ?? isOpen(calendarOf(settings, queue), facts.at);
    opened.set(queue, known);
    return known;
  };
  for (const rule of settings.rules) {
    if (!rule.enabled) {
      trace.push({ rule, matched: false, failed: null });
      continue;
    }
    const failed =
      rule.when.find((condition) => !holds(condition, () => isOpenAt(rule.to.queue), settings, facts)) ??
      null;
    trace.push({ rule, matched: failed === null, failed });
    if (failed === null) return { destination: rule.to, rule, trace };
  }
  return { destination: settings.otherwise, rule: null, trace };
}

function holds(
  condition: RuleCondition,
  isQueueOpen: () => boolean,
  settings: HandoffSettings,
  facts: RoutingFacts,
): boolean {
  switch (condition.kind) {
    case "trigger":
      return condition.is.includes(facts.trigger);
    case "custom_trigger":
      return facts.trigger === "custom" && nameOf(condition.id, settings) === facts.triggerName;
    case "language":
      return condition.is.includes(facts.language);
    case "channel":
      return condition.is.includes(facts.channel);
    case "priority":
      return condition.is.includes(facts.priority);
    case "score":
      return facts.score >= condition.atLeast;
    case "hours":
      return isQueueOpen() === (condition.is === "open");
    case "customer":
      return facts.customer === condition.is;
  }
}

/** A handoff keeps the name of its trigger, not its id: names outlive what they name (S7). */
function nameOf(id: string, { triggers }: HandoffSettings): string | undefined {
  return triggers.find((trigger) => trigger.id === id)?.name;
}
