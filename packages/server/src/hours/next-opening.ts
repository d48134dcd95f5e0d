/** When a calendar's people are there next: what visitors are promised, so it is never guessed. */
import type { Calendar } from "@sophie/engine";
import { DAY_MS } from "./calendar-day.ts";
import { openBlocks } from "./open-blocks.ts";

/** Further ahead nobody plans, and nobody waits. */
export const HORIZON_MS = 400 * DAY_MS;

/** `at` itself while it is open; null if it does not open within 400 days. */
export function nextOpening(calendar: Calendar | null, at: number): number | null {
  for (const { from } of openBlocks(calendar, at, at + HORIZON_MS)) return from;
  return null;
}
