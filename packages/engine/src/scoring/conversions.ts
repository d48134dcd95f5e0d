/** Conversions that differ: the same form twice is one, two saved objects are two (T30). */
import type { BehaviourEvent } from "../domain/behaviour-event.ts";

type Converted = Extract<BehaviourEvent, { kind: "converted" }>;

/** Each at its last time. `events`: oldest first. */
export function distinctConversions(events: readonly BehaviourEvent[]): readonly Converted[] {
  const last = new Map<string, Converted>();
  for (const event of events) {
    if (event.kind === "converted") last.set(`${event.conversion} ${event.of}`, event);
  }
  return [...last.values()];
}
