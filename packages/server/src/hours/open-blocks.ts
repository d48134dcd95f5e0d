/** When a calendar is open, as blocks of real time: what every due time is counted in. */
import type { Calendar } from "@sophie/engine";
import { calendarDay, dayOf, FRAME_DAYS_MAX } from "./calendar-day.ts";
import { type ZoneStretch, zoneStretches } from "./zone-stretch.ts";

/** What a reader of the arithmetic would otherwise stumble over. */
export type BlockNote =
  /** The day has other hours than its weekday. */
  | { readonly kind: "other_hours"; readonly name: string }
  /** The day would be open, and is closed. */
  | { readonly kind: "closed"; readonly name: string }
  /** The clocks were put forward (above 0) or back (below 0) in it, so it is shorter or longer than they say. */
  | { readonly kind: "clock_change"; readonly at: number; readonly shiftMs: number }
  /** Counted by hours that held until its end, and were changed then. */
  | { readonly kind: "hours_changed" };

/** Half-open, epoch ms. */
export interface OpenBlock {
  readonly from: number;
  readonly to: number;
  readonly notes: readonly BlockNote[];
}

/** The open time of `[from, to)`, in order, without overlaps. Lazy, so that whoever stops early pays for no more. */
export function* openBlocks(calendar: Calendar | null, from: number, to: number): Generator<OpenBlock> {
  if (calendar === null) {
    if (from < to) yield { from, to, notes: [] };
    return;
  }
  let held: OpenBlock | null = null;
  for (const piece of pieces(calendar, from, to)) {
    if (held !== null && held.to === piece.from && isOneBlock(held, piece)) {
      held = { from: held.from, to: piece.to, notes: [...held.notes, ...piece.notes.filter(isClock)] };
      continue;
    }
    if (held !== null) yield held;
    held = piece;
  }
  if (held !== null) yield held;
}

/** Frame by frame, cut where the clocks change and where frames overlap. */
function* pieces(calendar: Calendar, from: number, to: number): Generator<OpenBlock> {
  for (const stretch of zoneStretches(calendar.zone, from, to)) {
    let covered = stretch.from;
    const lastDay = dayOf(stretch.to + stretch.offsetMs);
    for (let day = dayOf(stretch.from + stretch.offsetMs) - FRAME_DAYS_MAX; day <= lastDay; day += 1) {
      const { name, frames } = calendarDay(calendar, day);
      for (const frame of frames) {
        const begin = frame.from - stretch.offsetMs;
        const end = Math.min(frame.to - stretch.offsetMs, stretch.to);
        const open = Math.max(begin, covered);
        if (open >= end) continue;
        const hours: readonly BlockNote[] = name === null ? [] : [{ kind: "other_hours", name }];
        yield { from: open, to: end, notes: [...hours, ...clockChange(stretch, begin, open)] };
        covered = end;
      }
    }
  }
}

/** A frame that had begun when the clocks changed, or would have begun in the hour that was skipped. */
function clockChange({ from, shiftMs }: ZoneStretch, begin: number, open: number): readonly BlockNote[] {
  return shiftMs !== 0 && open === from && begin < from ? [{ kind: "clock_change", at: from, shiftMs }] : [];
}

/** Days with hours of their own stand apart in the list, however close they are to the next. */
function isOneBlock(one: OpenBlock, next: OpenBlock): boolean {
  return hoursName(one) === hoursName(next);
}

function hoursName({ notes }: OpenBlock): string | null {
  return notes.find((note) => note.kind === "other_hours")?.name ?? null;
}

function isClock({ kind }: BlockNote): boolean {
  return kind === "clock_change";
}
