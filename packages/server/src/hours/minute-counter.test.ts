/** Due times against a slow, plain counter that looks at the wall clock minute by minute and knows nothing of blocks. */
import type { Calendar, OpenFrame } from "@sophie/engine";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueTime, openTime } from "./due-time.ts";
import { isOpen } from "./is-open.ts";
import { nextOpening } from "./next-opening.ts";
import { openBlocks } from "./open-blocks.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RUNS = process.env.SOPHIE_SOAK === undefined ? 40 : 2_000;

/** A few days before each of these, clocks are put forward or back; one zone has half hours, one a change of half an hour. */
const CHANGES: readonly (readonly [string, string])[] = [
  ["Europe/Amsterdam", "2026-03-29"],
  ["Europe/Amsterdam", "2026-10-25"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Sao_Paulo", "2019-02-17"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Asia/Kolkata", "2026-02-28"],
  ["America/New_York", "2028-03-12"],
];

const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(clockTime);
const frame = fc.record({
  from: minute,
  to: fc.oneof({ weight: 1, arbitrary: fc.constant("24:00") }, { weight: 6, arbitrary: minute }),
});
const frames = fc.array(frame, { maxLength: 3 });

const asked = fc
  .record({
    change: fc.constantFrom(...CHANGES),
    week: fc.array(frames, { minLength: 7, maxLength: 7 }),
    special: frames,
    specialIn: fc.integer({ min: -2, max: 3 }),
    startMinutes: fc.integer({ min: -2 * 24 * 60, max: 24 * 60 }),
    targetMinutes: fc.integer({ min: 1, max: 36 * 60 }),
  })
  .map(({ change: [zone, date], week, special, specialIn, startMinutes, targetMinutes }) => {
    const around = Date.parse(`${date}T00:00Z`);
    const override = {
      date: new Date(around + specialIn * DAY).toISOString().slice(0, 10),
      name: "Bijzonder",
    };
    const calendar: Calendar = {
      id: "random",
      name: "Random",
      zone,
      week,
      overrides: [{ ...override, frames: special }],
    };
    return { calendar, start: around + startMinutes * MINUTE, target: targetMinutes * MINUTE };
  });

const business = (calendar: Calendar) => ({ calendar, clock: "business" }) as const;

describe("N7 any calendar, any zone, around the changes of its clocks", () => {
  it("the blocks sum to the target, follow each other, and end at the due time", () => {
    fc.assert(
      fc.property(asked, ({ calendar, start, target }) => {
        const due = dueTime(business(calendar), start, target);
        if (due === null) return nextOpening(calendar, start) === null || isRare(calendar);
        const counted = due.blocks.filter(({ ms }) => ms > 0);
        expect(counted.reduce((sum, { ms }) => sum + ms, 0)).toBe(target);
        expect(counted.every(({ from, to, ms }) => to - from === ms)).toBe(true);
        expect(counted.every(({ from }, index) => from >= (counted[index - 1]?.to ?? start))).toBe(true);
        expect(counted.at(-1)?.to).toBe(due.dueAt);
        // It lies in open time, or at the very end of it, which is the last moment in time (R5).
        expect(isOpen(calendar, due.dueAt - 1)).toBe(true);
        return true;
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it("a later start or a larger target is never due sooner", () => {
    const more = fc.integer({ min: 0, max: 2 * 24 * 60 * MINUTE });
    fc.assert(
      fc.property(asked, more, more, ({ calendar, start, target }, later, larger) => {
        const due = dueTime(business(calendar), start, target)?.dueAt ?? Number.POSITIVE_INFINITY;
        const dueLater = dueTime(business(calendar), start + later, target + larger)?.dueAt;
        expect(dueLater ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it("agrees with the counter: when it is due, when it opens, and whether it is open", () => {
    fc.assert(
      fc.property(asked, ({ calendar, start, target }) => {
        const counter = new MinuteCounter(calendar, start, 5);
        const due = dueTime(business(calendar), start, target)?.dueAt ?? Number.POSITIVE_INFINITY;
        expect(due < counter.end ? due : null).toBe(counter.dueAt(target));
        const opening = nextOpening(calendar, start);
        expect(opening !== null && opening < counter.end ? opening : null).toBe(counter.opening());
        expect(counter.disagreesAt((at) => isOpen(calendar, at))).toBe(null);
      }),
      { numRuns: RUNS },
    );
  });

  it("what is open by the blocks is what is open by the clock, and its sum is the open time", () => {
    fc.assert(
      fc.property(asked, ({ calendar, start }) => {
        const counter = new MinuteCounter(calendar, start, 3);
        const blocks = [...openBlocks(calendar, start, counter.end)];
        const isIn = (at: number) => blocks.some(({ from, to }) => from <= at && at < to);
        expect(counter.disagreesAt(isIn)).toBe(null);
        expect(openTime(business(calendar), start, counter.end)).toBe(counter.openMinutes() * MINUTE);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Looks at every whole minute from `start` on, by what `Intl` says that the wall clock shows. */
class MinuteCounter {
  readonly #start: number;
  readonly #isOpen: readonly boolean[];

  constructor(calendar: Calendar, start: number, days: number) {
    this.#start = start;
    const clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: calendar.zone,
      dateStyle: "short",
      timeStyle: "short",
    });
    this.#isOpen = Array.from({ length: days * 24 * 60 }, (_, index) => {
      const [date = "", time = ""] = clock.format(start + index * MINUTE).split(" ");
      return isWithin(calendar, date, time);
    });
  }

  get end(): number {
    return this.#start + this.#isOpen.length * MINUTE;
  }

  openMinutes(): number {
    return this.#isOpen.filter(Boolean).length;
  }

  /** Null if that is not before the end. */
  dueAt(target: number): number | null {
    let left = target / MINUTE;
    for (const [index, open] of this.#isOpen.entries()) {
      if (open) left -= 1;
      const at = this.#start + (index + 1) * MINUTE;
      if (left === 0) return at < this.end ? at : null;
    }
    return null;
  }

  opening(): number | null {
    const index = this.#isOpen.indexOf(true);
    return index === -1 ? null : this.#start + index * MINUTE;
  }

  disagreesAt(other: (at: number) => boolean): string | null {
    const index = this.#isOpen.findIndex((open, each) => other(this.#start + each * MINUTE) !== open);
    return index === -1 ? null : new Date(this.#start + index * MINUTE).toISOString();
  }
}

/** By comparing what is written, as a person before a door with a sign would. */
function isWithin(calendar: Calendar, date: string, time: string): boolean {
  const today = framesOn(calendar, date).some(({ from, to }) =>
    from < to ? from <= time && time < to : from <= time,
  );
  const yesterday = new Date(Date.parse(`${date}T00:00Z`) - DAY).toISOString().slice(0, 10);
  return today || framesOn(calendar, yesterday).some(({ from, to }) => to <= from && time < to);
}

function framesOn({ week, overrides }: Calendar, date: string): readonly OpenFrame[] {
  const special = overrides.find((override) => override.date === date);
  if (special !== undefined) return special.frames;
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const weekday = new Date(`${date}T12:00Z`).toUTCString().slice(0, 3);
  return week[days.indexOf(weekday)] ?? [];
}

function clockTime(minutes: number): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** So seldom open that a day and a half of it does not fit into four hundred days. */
function isRare({ week }: Calendar): boolean {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const weekly = week.flat().reduce((sum, { from, to }) => {
    const length = minutes(to) - minutes(from);
    return sum + (length > 0 ? length : length + 24 * 60);
  }, 0);
  return weekly * 57 < 36 * 60;
}
