/** When a target that begins now is over, and the blocks of open time that it is made of: they sum to it (N7, R7). */
import type { Calendar, SlaClock } from "@sophie/engine";
import { Temporal } from "temporal-polyfill";
import { calendarDay, DAY_MS, dayOf } from "./calendar-day.ts";
import { HORIZON_MS } from "./next-opening.ts";
import { type BlockNote, openBlocks } from "./open-blocks.ts";
import { wallClock } from "./zone-stretch.ts";

/** What a target is counted by. */
export interface Hours {
  /** Null for always open. */
  readonly calendar: Calendar | null;
  /** `wall` counts every hour, whatever the calendar says. */
  readonly clock: SlaClock;
}

/** A part of the count. A day that is closed against its habit stands among them with 0 ms, so that a reader sees why. */
export interface DueBlock {
  readonly from: number;
  readonly to: number;
  /** What it adds to the target. */
  readonly ms: number;
  readonly notes: readonly BlockNote[];
}

export interface DueTime {
  readonly dueAt: number;
  /** In order; their `ms` sum to the target, to the millisecond. */
  readonly blocks: readonly DueBlock[];
}

/** Null if the calendar has not opened for so long within 400 days. */
export function dueTime({ calendar, clock }: Hours, start: number, targetMs: number): DueTime | null {
  if (!(targetMs >= 0)) throw new RangeError(`A target is 0 ms or more, not ${targetMs}.`);
  if (calendar === null || clock === "wall") {
    const dueAt = start + targetMs;
    return { dueAt, blocks: targetMs === 0 ? [] : [{ from: start, to: dueAt, ms: targetMs, notes: [] }] };
  }
  if (targetMs === 0) return { dueAt: start, blocks: [] };
  const blocks: DueBlock[] = [];
  let left = targetMs;
  for (const { from, to, notes } of openBlocks(calendar, start, start + HORIZON_MS)) {
    const ms = Math.min(left, to - from);
    const end = from + ms;
    const passed = notes.filter((note) => note.kind !== "clock_change" || note.at < end);
    blocks.push({ from, to: end, ms, notes: passed });
    left -= ms;
    if (left > 0) continue;
    const dueAt = end;
    const all = [...closedDays(calendar, start, dueAt), ...blocks];
    return { dueAt, blocks: all.toSorted((a, b) => a.from - b.from || a.ms - b.ms) };
  }
  return null;
}

/** Open time within `[from, to)`, ms. */
export function openTime({ calendar, clock }: Hours, from: number, to: number): number {
  if (calendar === null || clock === "wall") return Math.max(0, to - from);
  let sum = 0;
  for (const block of openBlocks(calendar, from, to)) sum += block.to - block.from;
  return sum;
}

/** The holidays on the way. */
function closedDays(calendar: Calendar, start: number, dueAt: number): DueBlock[] {
  const closed: DueBlock[] = [];
  if (calendar.overrides.length === 0) return closed;
  const last = dayOf(wallClock(calendar.zone, dueAt));
  for (let day = dayOf(wallClock(calendar.zone, start)); day <= last; day += 1) {
    const { name, frames, isUsuallyOpen } = calendarDay(calendar, day);
    if (name === null || frames.length > 0 || !isUsuallyOpen) continue;
    const from = Math.max(start, midnight(calendar.zone, day));
    const to = Math.min(dueAt, midnight(calendar.zone, day + 1));
    if (from < to) closed.push({ from, to, ms: 0, notes: [{ kind: "closed", name }] });
  }
  return closed;
}

/** The first instant of a local day. */
function midnight(zone: string, day: number): number {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}
