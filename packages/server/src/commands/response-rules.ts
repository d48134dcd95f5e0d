/** By what the answers of a queue are timed: its hours and its targets. */
import { DEFAULT_HANDOFF_SETTINGS, type QueueId, type SlaTargets } from "@sophie/engine";
import type { Hours } from "../hours/due-time.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import type { Site } from "../storage/storage.ts";

export interface ResponseRules {
  readonly targets: SlaTargets;
  readonly hours: Hours;
}

const [GENERAL] = DEFAULT_HANDOFF_SETTINGS.queues;

/** A handoff that waits in no queue, or in one that is gone, is timed as on a site that never settled anything. */
export function responseRules(
  site: Pick<Site, "settings"> | undefined,
  queue: QueueId | null,
): ResponseRules {
  const settings = site?.settings ?? DEFAULT_HANDOFF_SETTINGS;
  const targets = settings.queues.find(({ id }) => id === queue)?.sla ?? GENERAL?.sla;
  if (targets === undefined) throw new Error("The default settings must hold a queue.");
  const calendar = queue === null ? null : calendarOf(settings, queue);
  return { targets, hours: { calendar, clock: targets.clock } };
}
