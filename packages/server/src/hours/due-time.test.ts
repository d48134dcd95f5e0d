/** What a due time says beside its figure: the notes of its blocks, and what becomes of hours that hold no answer. */
import type { Calendar } from "@sophie/engine";
import { expect, it } from "vitest";
import { dueTime, openTime } from "./due-time.ts";
import { isOpen } from "./is-open.ts";
import { nextOpening } from "./next-opening.ts";
import { openBlocks } from "./open-blocks.ts";
import { isZone } from "./zone-stretch.ts";

const HOUR = 60 * 60_000;
const closed: Calendar = {
  id: "closed",
  name: "Nooit",
  zone: "Europe/Amsterdam",
  week: [[], [], [], [], [], [], []],
  overrides: [],
};
const weekday = [{ from: "09:00", to: "17:00" }];
const office: Calendar = {
  ...closed,
  week: [weekday, weekday, weekday, weekday, weekday, [], []],
  overrides: [
    { date: "2026-12-24", name: "Kerstavond", frames: [{ from: "09:00", to: "13:00" }] },
    { date: "2026-12-25", name: "Eerste kerstdag", frames: [] },
    { date: "2026-12-26", name: "Tweede kerstdag", frames: [] },
  ],
};
const nights: Calendar = { ...closed, week: closed.week.map(() => [{ from: "22:00", to: "06:00" }]) };
const at = (text: string) => Date.parse(text);
const business = (calendar: Calendar) => ({ calendar, clock: "business" }) as const;

it("N7 the holidays on the way are named, with nothing counted, and days that are closed anyway are not", () => {
  const due = dueTime(business(office), at("2026-12-24T12:00+01:00"), 2 * HOUR);
  expect(due?.blocks).toEqual([
    {
      from: at("2026-12-24T12:00+01:00"),
      to: at("2026-12-24T13:00+01:00"),
      ms: HOUR,
      notes: [{ kind: "other_hours", name: "Kerstavond" }],
    },
    {
      from: at("2026-12-25T00:00+01:00"),
      to: at("2026-12-26T00:00+01:00"),
      ms: 0,
      notes: [{ kind: "closed", name: "Eerste kerstdag" }],
    },
    { from: at("2026-12-28T09:00+01:00"), to: at("2026-12-28T10:00+01:00"), ms: HOUR, notes: [] },
  ]);
});

it("N7 a night in which the clocks change says so, if the change was before the due time", () => {
  const start = at("2026-03-28T22:00+01:00");
  const change = { kind: "clock_change", at: at("2026-03-29T03:00+02:00"), shiftMs: HOUR };
  expect(dueTime(business(nights), start, 6 * HOUR)?.blocks).toEqual([
    { from: start, to: at("2026-03-29T05:00+02:00"), ms: 6 * HOUR, notes: [change] },
  ]);
  expect(dueTime(business(nights), start, 3 * HOUR)?.blocks[0]?.notes).toEqual([]);
});

it("a calendar that never opens gives no due time and no opening", () => {
  expect(dueTime(business(closed), at("2026-01-05T09:00Z"), 1)).toBe(null);
  expect(nextOpening(closed, at("2026-01-05T09:00Z"))).toBe(null);
});

it("a day in a year's time is found, and one beyond four hundred days is not", () => {
  const once = (date: string): Calendar => ({
    ...closed,
    overrides: [{ date, name: "Beurs", frames: weekday }],
  });
  expect(nextOpening(once("2027-01-20"), at("2026-01-05T09:00Z"))).toBe(at("2027-01-20T09:00+01:00"));
  expect(nextOpening(once("2027-03-01"), at("2026-01-05T09:00Z"))).toBe(null);
});

it("frames that overlap or touch count once, and 24:00 is the end of the day", () => {
  const frames = [
    { from: "09:00", to: "12:00" },
    { from: "10:00", to: "11:00" },
    { from: "11:30", to: "13:00" },
    { from: "13:00", to: "24:00" },
  ];
  const calendar = { ...closed, week: closed.week.map(() => frames) };
  const [from, to] = [at("2026-01-05T00:00+01:00"), at("2026-01-06T00:00+01:00")];
  expect([...openBlocks(calendar, from, to)]).toEqual([
    { from: at("2026-01-05T09:00+01:00"), to, notes: [] },
  ]);
  expect(openTime(business(calendar), from, to)).toBe(15 * HOUR);
  expect([isOpen(calendar, to - 1), isOpen(calendar, to)]).toEqual([true, false]);
});

it("a frame that ends when it began is a whole day", () => {
  const calendar = { ...closed, week: [[{ from: "09:00", to: "09:00" }], [], [], [], [], [], []] };
  const [from, to] = [at("2026-01-05T09:00+01:00"), at("2026-01-06T09:00+01:00")];
  expect([...openBlocks(calendar, from - 1, to + 1)]).toEqual([{ from, to, notes: [] }]);
  expect([from - 1, from, to - 1, to].map((each) => isOpen(calendar, each))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it("a night shift belongs to the evening on which it begins, also where the next day is a holiday", () => {
  const holiday = { ...nights, overrides: [{ date: "2026-12-25", name: "Kerst", frames: [] }] };
  expect(isOpen(holiday, at("2026-12-25T05:59+01:00"))).toBe(true);
  expect(isOpen(holiday, at("2026-12-25T06:00+01:00"))).toBe(false);
  expect(isOpen(holiday, at("2026-12-25T23:00+01:00"))).toBe(false);
  expect(nextOpening(holiday, at("2026-12-25T06:00+01:00"))).toBe(at("2026-12-26T22:00+01:00"));
});

it("without a calendar, and by the wall's clock, every hour counts", () => {
  const start = at("2026-12-25T03:00+01:00");
  const block = { from: start, to: start + HOUR, ms: HOUR, notes: [] };
  expect(dueTime({ calendar: null, clock: "business" }, start, HOUR)?.blocks).toEqual([block]);
  expect(dueTime({ calendar: closed, clock: "wall" }, start, HOUR)?.blocks).toEqual([block]);
  expect([isOpen(null, start), nextOpening(null, start)]).toEqual([true, start]);
});

it("a target below nothing is a mistake of the caller", () => {
  expect(() => dueTime(business(office), 0, -1)).toThrow(RangeError);
  expect(() => dueTime(business(office), 0, Number.NaN)).toThrow(RangeError);
});

it("knows which zones there are", () => {
  expect(["Europe/Amsterdam", "America/Sao_Paulo", "UTC", "Europe/Atlantis", ""].map(isZone)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
