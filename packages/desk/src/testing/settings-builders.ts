/** Settings for tests: those of a site that never changed any, with what a test wants changed. */
import {
  type Calendar,
  DEFAULT_HANDOFF_SETTINGS,
  type HandoffSettings,
  type Queue,
  QueueId,
  type RoutingRule,
} from "@sophie/engine";

export function someSettings(changes: Partial<HandoffSettings> = {}): HandoffSettings {
  return { ...DEFAULT_HANDOFF_SETTINGS, ...changes };
}

export function aQueue(id: string, name: string, changes: Partial<Queue> = {}): Queue {
  const [usual] = DEFAULT_HANDOFF_SETTINGS.queues;
  if (usual === undefined) throw new Error("aQueue: the default settings have a queue.");
  return { ...usual, id: QueueId.parse(id), name, ...changes };
}

/** Price questions to the general queue, unless a test says otherwise. */
export function aRule(id: string, name: string, changes: Partial<RoutingRule> = {}): RoutingRule {
  return {
    id,
    name,
    enabled: true,
    when: [{ kind: "trigger", is: ["price_question"] }],
    to: { queue: QueueId.parse("general"), mode: "live", assign: { kind: "claim" } },
    ...changes,
  };
}

/** Nine to five on weekdays in Amsterdam. */
export function aCalendar(id: string, name: string, changes: Partial<Calendar> = {}): Calendar {
  const open = [{ from: "09:00", to: "17:00" }];
  return {
    id,
    name,
    zone: "Europe/Amsterdam",
    week: [open, open, open, open, open, [], []],
    overrides: [],
    ...changes,
  };
}
