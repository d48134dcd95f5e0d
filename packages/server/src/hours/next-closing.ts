/** When a calendar's people leave next: what a visitor was told while they were there may not hold after it. */
import type { Calendar } from "@sophie/engine";
import { DAY_MS } from "./calendar-day.ts";
import { openBlocks } from "./open-blocks.ts";

/** Who never closes is looked at again after so long. */
const LOOK_AHEAD_MS = 7 * DAY_MS;

/** `at` itself while it is closed; null without a calendar, which never closes. */
export function nextClosing(calendar: Calendar | null, at: number): number | null {
  if (calendar === null) return null;
  let closing = at;
  for (const { from, to } of openBlocks(calendar, at, at + LOOK_AHEAD_MS)) {
    if (from > closing) break;
    closing = to;
  }
  return closing;
}
