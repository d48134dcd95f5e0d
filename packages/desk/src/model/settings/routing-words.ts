/** Rules, conditions and destinations as sentences: what a site owner reads before any form. */
import type { Destination, HandoffSettings, QueueId, RoutingRule, RuleCondition } from "@sophie/engine";
import type { Words } from "../../words/words.ts";

/** What a sentence names beside the rule itself. */
export interface RoutingNames {
  readonly queues: HandoffSettings["queues"];
  readonly triggers: HandoffSettings["triggers"];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}

/** "If the reason is a price question and Finance is closed", or "Always". */
export function conditionsInWords(
  rule: Pick<RoutingRule, "when" | "to">,
  names: RoutingNames,
  words: Words,
): string {
  const text = words.settings.routing;
  if (rule.when.length === 0) return text.always;
  return text.if(
    joined(
      rule.when.map((condition) => conditionInWords(condition, rule.to.queue, names, words)),
      words,
      "conjunction",
    ),
  );
}

/** "the reason is a price question". */
export function conditionInWords(
  condition: RuleCondition,
  queue: QueueId,
  names: RoutingNames,
  words: Words,
): string {
  const text = words.settings.routing;
  const or = (list: readonly string[]) => joined(list, words, "disjunction");
  switch (condition.kind) {
    case "trigger":
      return text.trigger(or(condition.is.map((trigger) => text.reason[trigger])));
    case "custom_trigger":
      return text.customTrigger(names.triggers.find(({ id }) => id === condition.id)?.name ?? text.gone);
    case "language":
      return text.language(or(condition.is.map((language) => words.language[language])));
    case "channel":
      return text.channel(or(condition.is.map((channel) => text.channelName[channel])));
    case "priority":
      return text.priority(or(condition.is.map((priority) => words.priority[priority])));
    case "score":
      return text.score(condition.atLeast);
    case "hours":
      return text.hours(queueName(queue, names, words), condition.is === "open");
    case "customer":
      return text.customer(condition.is);
  }
}

/** "Finance: follow up later". */
export function destinationInWords(to: Destination, names: RoutingNames, words: Words): string {
  return `${queueName(to.queue, names, words)}: ${wayInWords(to, names, words)}`;
}

/** "follow up later", "at once, to whoever is free". */
export function wayInWords(to: Destination, names: RoutingNames, words: Words): string {
  const text = words.settings.routing;
  if (to.mode === "none") return text.modeNone;
  const mode = to.mode === "live" ? text.modeLive : text.modeAsync;
  return `${mode}, ${assignmentInWords(to.assign, names, words)}`;
}

export function queueName(id: QueueId, { queues }: Pick<RoutingNames, "queues">, words: Words): string {
  return queues.find((queue) => queue.id === id)?.name ?? words.settings.routing.gone;
}

function assignmentInWords(assign: Destination["assign"], names: RoutingNames, words: Words): string {
  const text = words.settings.routing;
  if (assign.kind !== "agents") return text.assign[assign.kind];
  const agents = assign.agents.map((id) => names.agents.find((agent) => agent.id === id)?.name ?? text.gone);
  return text.toAgents(joined(agents, words, "disjunction"));
}

function joined(list: readonly string[], words: Words, type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat(words.tag, { type }).format(list);
}
