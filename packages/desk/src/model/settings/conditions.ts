/** The conditions that a rule can be given, and what each begins as. */
import type { CustomTrigger, RuleCondition } from "@sophie/engine";

export type ConditionKind = RuleCondition["kind"];

const CONDITION_KINDS = [
  "trigger",
  "custom_trigger",
  "hours",
  "language",
  "priority",
  "score",
  "customer",
  "channel",
] as const satisfies readonly ConditionKind[];

/** Each kind once: all must hold, and within one kind a list says "or". */
export function unusedConditions(
  used: readonly RuleCondition[],
  triggers: readonly CustomTrigger[],
): readonly ConditionKind[] {
  return CONDITION_KINDS.filter(
    (kind) =>
      !used.some((condition) => condition.kind === kind) &&
      (kind !== "custom_trigger" || triggers.length > 0),
  );
}

export function newCondition(kind: ConditionKind, triggers: readonly CustomTrigger[]): RuleCondition {
  switch (kind) {
    case "trigger":
      return { kind, is: ["price_question"] };
    case "custom_trigger":
      return { kind, id: triggers[0]?.id ?? "" };
    case "language":
      return { kind, is: ["en"] };
    case "channel":
      return { kind, is: ["web"] };
    case "priority":
      return { kind, is: ["urgent"] };
    case "score":
      return { kind, atLeast: 60 };
    case "hours":
      return { kind, is: "closed" };
    case "customer":
      return { kind, is: true };
  }
}
