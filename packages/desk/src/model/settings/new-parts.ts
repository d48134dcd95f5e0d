/** What a new queue, calendar, rule or field begins as: something that can be saved as it stands. */
import {
  type Calendar,
  DEFAULT_HANDOFF_SETTINGS,
  type Destination,
  type FieldKind,
  type Queue,
  QueueId,
  type RequiredField,
  type RoutingRule,
} from "@sophie/engine";

const OFFICE_DAY = [{ from: "09:00", to: "17:00" }];

/** Office hours on weekdays. */
export function newCalendar(key: string, name: string, zone: string): Calendar {
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? OFFICE_DAY : []));
  return { id: `hours-${key}`, name, zone, week, overrides: [] };
}

/** With the targets of a site that never changed any. */
export function newQueue(key: string, name: string): Queue {
  const [usual] = DEFAULT_HANDOFF_SETTINGS.queues;
  if (usual === undefined)
    throw new Error("newQueue: the default settings have no queue to take targets from.");
  return { ...usual, id: QueueId.parse(`queue-${key}`), name };
}

export function newRule(key: string, name: string, queue: QueueId): RoutingRule {
  const to: Destination = { queue, mode: "live", assign: { kind: "claim" } };
  return { id: `rule-${key}`, name, enabled: true, when: [{ kind: "trigger", is: ["price_question"] }], to };
}

/** Under the name of its kind, with a number when that is taken. */
export function newField(kind: FieldKind, others: readonly RequiredField[]): RequiredField {
  const taken = new Set(others.map(({ key }) => key));
  let key: string = kind;
  for (let count = 2; taken.has(key); count += 1) key = `${kind}_${count}`;
  return { key, kind, label: {}, pattern: null };
}

/** Two rules of one name could not be told apart in the history of a handoff. */
export function freeName(wanted: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
