/** Whether a calendar's people are there at an instant: whether the wall clock in its zone shows a time within a frame. */
import type { Calendar } from "@sophie/engine";
import { calendarDay, dayOf, FRAME_DAYS_MAX } from "./calendar-day.ts";
import { wallClock } from "./zone-stretch.ts";

/** Without a calendar it is always open. A frame holds its first millisecond and not its last. */
export function isOpen(calendar: Calendar | null, at: number): boolean {
  if (calendar === null) return true;
  const wall = wallClock(calendar.zone, at);
  const today = dayOf(wall);
  for (let day = today - FRAME_DAYS_MAX; day <= today; day += 1) {
    const { frames } = calendarDay(calendar, day);
    if (frames.some(({ from, to }) => from <= wall && wall < to)) return true;
  }
  return false;
}
