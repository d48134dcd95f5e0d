/** Opening times as they are typed, drawn and taken from a file. */
import type { Calendar } from "@sophie/engine";
import { expect, it } from "vitest";
import { withDays } from "./days-apart.ts";
import { drawnWeek } from "./drawn-week.ts";
import { isTime, readTime } from "./read-time.ts";

const DAYS = 7;
const week = (...days: Calendar["week"]): Calendar["week"] => [
  ...days,
  ...Array.from({ length: DAYS - days.length }, () => []),
];

it("draws several stretches a day, in minutes", () => {
  const [monday, tuesday] = drawnWeek(
    week([
      { from: "13:00", to: "17:30" },
      { from: "09:00", to: "12:00" },
    ]),
  );
  expect(monday).toEqual([
    { from: 540, to: 720 },
    { from: 780, to: 1_050 },
  ]);
  expect(tuesday).toEqual([]);
});

it("a night goes on in the morning of the next day, from Sunday into Monday too", () => {
  const nights = week([], [], [], [], [], [], [{ from: "22:00", to: "06:00" }]);
  const drawn = drawnWeek(nights);
  expect(drawn[6]).toEqual([{ from: 1_320, to: 1_440 }]);
  expect(drawn[0]).toEqual([{ from: 0, to: 360 }]);
});

it("until midnight is one bar, and nothing of the next day", () => {
  const drawn = drawnWeek(week([{ from: "18:00", to: "24:00" }]));
  expect([drawn[0], drawn[1]]).toEqual([[{ from: 1_080, to: 1_440 }], []]);
});

it("what is no time is drawn as nothing", () => {
  expect(drawnWeek(week([{ from: "straks", to: "17:00" }]))[0]).toEqual([]);
});

it.each([
  ["9", "09:00"],
  ["930", "9:30"],
  ["0930", "09:30"],
  ["9:30", "09:30"],
  ["17.30", "17:30"],
  ["9u30", "09:30"],
  ["9 uur", "09:00"],
  [" 24:00 ", "24:00"],
  ["straks", "straks"],
  ["", ""],
])("a time typed as %j is read as %j", (typed, read) => {
  expect(readTime(typed)).toBe(read.padStart(read.includes(":") ? 5 : 0, "0"));
});

it("knows a time from what is none", () => {
  expect(["09:00", "24:00", "25:00", "9:00", "straks"].map(isTime)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it("of the days in a file those that are there already stay as somebody made them", () => {
  const kept = { date: "2026-12-25", name: "Kerst, halve dag", frames: [{ from: "09:00", to: "12:00" }] };
  const found = ["2026-12-26", "2026-12-25", "2026-12-26", "2026-01-01"].map((date) => ({
    date,
    name: "Vrij",
    frames: [],
  }));
  const { days, added } = withDays([kept], found);
  expect(days.map(({ date }) => date)).toEqual(["2026-01-01", "2026-12-25", "2026-12-26"]);
  expect(days[1]).toEqual(kept);
  expect(added).toBe(2);
});
