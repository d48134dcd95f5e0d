/** What a calendar says of one local day: its frames in order, as wall-clock ms, and the name of the day if it is a special one. */
import type { Calendar, OpenFrame } from "@sophie/engine";

export const DAY_MS = 24 * 60 * 60_000;
/** How many days after its own a frame may still run: `24:00` to `24:00` begins and ends at midnights. */
export const FRAME_DAYS_MAX = 2;
const MINUTE_MS = 60_000;

export interface CalendarDay {
  /** Of the override, if the day has one. */
  readonly name: string | null;
  /** Wall-clock ms since 1970, half-open, by their beginning. They may overlap. */
  readonly frames: readonly { readonly from: number; readonly to: number }[];
  /** Whether its weekday has frames, so that somebody expects it to be open. */
  readonly isUsuallyOpen: boolean;
}

/** `day`: days since 1970-01-01, local. A frame belongs to the day on which it begins, also when it runs past midnight. */
export function calendarDay(calendar: Calendar, day: number): CalendarDay {
  const date = dateOf(day);
  const override = calendar.overrides.find((each) => each.date === date);
  const usual = calendar.week[weekdayOf(day)] ?? [];
  const frames = (override?.frames ?? usual)
    .map((frame) => wallFrame(frame, day))
    .toSorted((a, b) => a.from - b.from);
  return { name: override?.name ?? null, frames, isUsuallyOpen: usual.length > 0 };
}

export function dayOf(wallMs: number): number {
  return Math.floor(wallMs / DAY_MS);
}

/** An end that is not after the start is on the next day. */
function wallFrame({ from, to }: OpenFrame, day: number): { readonly from: number; readonly to: number } {
  const start = minutesOf(from);
  const end = minutesOf(to);
  const midnight = day * DAY_MS;
  return {
    from: midnight + start * MINUTE_MS,
    to: midnight + end * MINUTE_MS + (end > start ? 0 : DAY_MS),
  };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Monday is 0; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
