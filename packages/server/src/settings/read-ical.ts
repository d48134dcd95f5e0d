/** Other people's holidays, from an iCalendar file: every whole day in it becomes a day on which a calendar is closed. */
import type { DateOverride } from "@sophie/engine";
import ICAL from "ical.js";

const DAY_MS = 24 * 60 * 60_000;
/** As many as a calendar may hold. */
const DAYS_MAX = 1_000;
/** A file may repeat for ever; nobody plans further ahead. */
const AHEAD_MS = 3 * 366 * DAY_MS;
const BEHIND_MS = 31 * DAY_MS;
/** Looked at of one event that repeats, so that a file that repeats every second ends, too. */
const OCCURRENCES_MAX = 5_000;
/** Looked at of all events of a file: thousands that repeat since long ago would keep everybody waiting. */
const OCCURRENCES_IN_ALL = 25_000;
const NAME_CHARS_MAX = 120;

export type ReadCalendar =
  | {
      readonly ok: true;
      /** In order, each day once. */
      readonly overrides: readonly DateOverride[];
      /** Events with hours of their own, which say nothing about a day. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly sentence: string };

/** `at` is now: days of long ago are left out. */
export function readIcal(text: string, at: number): ReadCalendar {
  const events = eventsIn(text);
  if (events === null)
    return { ok: false, sentence: "This is no iCalendar file. Choose one that ends in .ics." };
  const days = new Map<string, string>();
  const looks = { left: OCCURRENCES_IN_ALL };
  let skipped = 0;
  for (const event of events) {
    try {
      if (!event.startDate.isDate) skipped += 1;
      else for (const day of daysOf(event, at, looks)) if (!days.has(day)) days.set(day, nameOf(event));
    } catch {
      skipped += 1;
    }
    if (looks.left <= 0) {
      return { ok: false, sentence: "Too much repeats in this file. Take one that begins this year." };
    }
    if (days.size > DAYS_MAX) {
      return { ok: false, sentence: `The file holds more than ${DAYS_MAX} days. Take a shorter one.` };
    }
  }
  const overrides = [...days].map(([date, name]): DateOverride => ({ date, name, frames: [] }));
  return { ok: true, overrides: overrides.toSorted((a, b) => a.date.localeCompare(b.date)), skipped };
}

/** Null if it is no calendar at all. */
function eventsIn(text: string): readonly ICAL.Event[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    if (calendar.name !== "vcalendar") return null;
    return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  } catch {
    return null;
  }
}

/** The first of each occurrence, and however many follow it in the same event. */
function* daysOf(event: ICAL.Event, at: number, looks: { left: number }): Generator<string> {
  const length = Math.max(1, Math.round(event.duration.toSeconds() / (24 * 60 * 60)));
  const occurrences = event.iterator();
  for (let count = 0; count < OCCURRENCES_MAX && looks.left > 0; count += 1) {
    looks.left -= 1;
    const next = occurrences.next();
    if (next === null || next === undefined) return;
    const start = Date.UTC(next.year, next.month - 1, next.day);
    if (start > at + AHEAD_MS) return;
    for (let day = 0; day < Math.min(length, DAYS_MAX + 1); day += 1) {
      const wanted = start + day * DAY_MS;
      if (wanted >= at - BEHIND_MS && wanted <= at + AHEAD_MS)
        yield new Date(wanted).toISOString().slice(0, 10);
    }
  }
}

function nameOf({ summary }: ICAL.Event): string {
  return (typeof summary === "string" ? summary : "").trim().slice(0, NAME_CHARS_MAX);
}
