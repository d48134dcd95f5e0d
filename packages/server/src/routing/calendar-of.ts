/** The hours of a queue. */
import type { Calendar, HandoffSettings, QueueId } from "@sophie/engine";

/** Null for a queue that is always open; a queue or calendar that is gone has no hours either. */
export function calendarOf({ queues, calendars }: HandoffSettings, queue: QueueId): Calendar | null {
  const id = queues.find((each) => each.id === queue)?.calendar ?? null;
  return calendars.find((calendar) => calendar.id === id) ?? null;
}
