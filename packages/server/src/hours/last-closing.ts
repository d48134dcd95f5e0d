/** When a calendar's people went home last: what was left lying then is what the day did not finish (H82). */
import type { Calendar } from "@sophie/engine";
import { DAY_MS } from "./calendar-day.ts";
import { openBlocks } from "./open-blocks.ts";

/** Longer ago it is nobody's yesterday any more. */
const LOOK_BACK_MS = 14 * DAY_MS;
/** A lunch break is not the end of a day. */
const BREAK_MS = 3 * 60 * 60_000;

/** The newest end of open hours at or before `at` after which it stayed closed for hours; null if there was none for two weeks. */
export function lastClosing(calendar: Calendar | null, at: number): number | null {
  if (calendar === null) return null;
  const blocks = [...openBlocks(calendar, at - LOOK_BACK_MS, at + BREAK_MS)];
  const closings = blocks.flatMap(({ to }, index) => {
    const opensAgainAt = blocks[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return to <= at && opensAgainAt - to >= BREAK_MS ? [to] : [];
  });
  return closings.at(-1) ?? null;
}
