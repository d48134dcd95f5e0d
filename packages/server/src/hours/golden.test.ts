/**
 * Q10: due times worked out by hand, on paper with a calendar beside it, and not by this code. Each row says how. Local
 * times carry their offset, so that nothing here depends on what a library thinks of a zone.
 */
import type { Calendar, OpenFrame } from "@sophie/engine";
import { describe, expect, it } from "vitest";
import type { Hours } from "./due-time.ts";
import { dueOfCount, interrupted, type RunningCount } from "./running-count.ts";

const MINUTE = 60_000;
const H = 60;

function frames(text: string): OpenFrame[] {
  return text.split(" ").flatMap((frame) => {
    const [from, to] = frame.split("–");
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** A week as seven cells, Monday first; special days by date. */
function calendar(
  zone: string,
  week: readonly string[],
  special: Record<string, readonly [string, string]> = {},
): Calendar {
  return {
    id: "golden",
    name: "Golden",
    zone,
    week: week.map(frames),
    overrides: Object.entries(special).map(([date, [name, hours]]) => ({
      date,
      name,
      frames: frames(hours),
    })),
  };
}

const daily = (hours: string): string[] => Array.from({ length: 7 }, () => hours);
const weekdays = (hours: string): string[] => [...Array.from({ length: 5 }, () => hours), "", ""];

const NL = "Europe/Amsterdam";
const SP = "America/Sao_Paulo";
const HOLIDAYS = {
  "2026-04-06": ["Tweede paasdag", ""],
  "2026-12-24": ["Kerstavond", "09:00–13:00"],
  "2026-12-25": ["Eerste kerstdag", ""],
  "2027-01-01": ["Nieuwjaar", ""],
} as const;

const office = calendar(NL, weekdays("09:00–17:00"), HOLIDAYS);
const lunch = calendar(NL, weekdays("09:00–12:30 13:30–17:30"));
const night = calendar(NL, daily("22:00–06:00"));
const early = calendar(NL, ["", "", "", "", "", "", "02:30–05:00"]);
const bar = calendar(NL, ["", "", "", "", "20:00–04:00", "20:00–04:00", ""]);
const always = calendar(NL, daily("00:00–24:00"));
const shop = calendar(
  NL,
  ["10:00–18:00", "10:00–18:00", "10:00–18:00", "10:00–21:00", "10:00–18:00", "10:00–18:00", "12:00–17:00"],
  { "2026-04-27": ["Koningsdag", "12:00–16:00"] },
);
const officeSp = calendar(SP, weekdays("08:00–18:00"));
const eveningSp = calendar(SP, daily("20:00–02:00"));
const smallHoursSp = calendar(SP, daily("00:00–04:00"));

const officeTillEight = calendar(NL, weekdays("09:00–20:00"));
const officeShort = calendar(NL, weekdays("10:00–16:00"));
const officeWithoutMonday = calendar(NL, weekdays("09:00–17:00"), { "2026-01-12": ["Verhuizing", ""] });
const officeWithoutHolidays = calendar(NL, weekdays("09:00–17:00"));

interface Row {
  readonly what: string;
  readonly hours: Calendar | null;
  readonly clock?: "wall";
  readonly start: string;
  readonly minutes: number;
  /** At that time, other hours were saved. */
  readonly edits?: readonly (readonly [string, Calendar | null])[];
  readonly due: string;
}

type Cells = readonly [what: string, start: string, minutes: number, due: string];

function rows(hours: Calendar | null, cells: readonly Cells[], clock?: "wall"): Row[] {
  return cells.map(([what, start, minutes, due]) => ({
    what,
    hours,
    ...(clock === undefined ? {} : { clock }),
    start,
    minutes,
    due,
  }));
}

const TABLE: readonly Row[] = [
  // 5 January 2026 is a Monday; winter is +01:00, summer +02:00.
  ...rows(office, [
    ["plain: a quarter of an hour", "2026-01-05T09:00+01:00", 15, "2026-01-05T09:15+01:00"],
    ["plain: an hour", "2026-01-05T09:00+01:00", H, "2026-01-05T10:00+01:00"],
    ["plain: four hours", "2026-01-05T09:00+01:00", 4 * H, "2026-01-05T13:00+01:00"],
    ["H38 24 h are three days of 8 h", "2026-01-05T09:00+01:00", 24 * H, "2026-01-07T17:00+01:00"],
    ["the last minute of the day still counts", "2026-01-05T16:59+01:00", 1, "2026-01-05T17:00+01:00"],
    ["half a minute today, half tomorrow", "2026-01-05T16:59:30+01:00", 1, "2026-01-06T09:00:30+01:00"],
    ["before opening: counted from 9", "2026-01-05T08:00+01:00", 15, "2026-01-05T09:15+01:00"],
    ["at closing itself: from tomorrow", "2026-01-05T17:00+01:00", 15, "2026-01-06T09:15+01:00"],
    ["a millisecond before midnight", "2026-01-05T23:59:59.999+01:00", 15, "2026-01-06T09:15+01:00"],
    ["summer, to the millisecond", "2026-06-16T12:34:56.789+02:00", H, "2026-06-16T13:34:56.789+02:00"],
    ["H37 Friday 1 h, Monday 3 h", "2026-01-09T16:00+01:00", 4 * H, "2026-01-12T12:00+01:00"],
    ["weekend: from Saturday to Monday 10", "2026-01-10T11:00+01:00", H, "2026-01-12T10:00+01:00"],
    ["weekend: Sunday night", "2026-01-11T23:30+01:00", 4 * H, "2026-01-12T13:00+01:00"],
    ["Fri 5 + Mon 8 + Tue 8 + Wed 3 h", "2026-01-09T12:00+01:00", 24 * H, "2026-01-14T12:00+01:00"],
    ["Christmas Eve closes at 13: just made", "2026-12-24T12:00+01:00", H, "2026-12-24T13:00+01:00"],
    ["½ h on the Eve; Fri closed, weekend; Mon ½ h", "2026-12-24T12:30+01:00", H, "2026-12-28T09:30+01:00"],
    ["Eve 4 + Mon 8 + Tue 8 + Wed 4 h", "2026-12-24T09:00+01:00", 24 * H, "2026-12-30T13:00+01:00"],
    ["on Christmas Day, a Friday: Monday", "2026-12-25T10:00+01:00", 15, "2026-12-28T09:15+01:00"],
    ["into the next year: Thu 1 h, Mon 3 h", "2026-12-31T16:00+01:00", 4 * H, "2027-01-04T12:00+01:00"],
    ["Easter: Fri ½ h, Mon closed, Tue ½ h", "2026-04-03T16:30+02:00", H, "2026-04-07T09:30+02:00"],
    ["on Easter Monday: Tuesday, four hours", "2026-04-06T09:00+02:00", 4 * H, "2026-04-07T13:00+02:00"],
    ["clocks forward at the weekend", "2026-03-27T16:00+01:00", 4 * H, "2026-03-30T12:00+02:00"],
    ["clocks back at the weekend", "2026-10-23T16:00+02:00", 4 * H, "2026-10-26T12:00+01:00"],
    ["leap day: Mon 1 h, Tue 29 Feb 3 h", "2028-02-28T16:00+01:00", 4 * H, "2028-02-29T12:00+01:00"],
    ["no leap day: Fri 26 Feb 1 h, Mon 1 Mar 3 h", "2027-02-26T16:00+01:00", 4 * H, "2027-03-01T12:00+01:00"],
  ]),
  ...rows(
    office,
    [
      ["H38 wall clock: next day, same time", "2026-01-09T16:00+01:00", 24 * H, "2026-01-10T16:00+01:00"],
      ["wall clock counts closed hours", "2026-01-10T22:00+01:00", 15, "2026-01-10T22:15+01:00"],
      [
        "24 hours are 24 hours when one is skipped",
        "2026-03-28T12:00+01:00",
        24 * H,
        "2026-03-29T13:00+02:00",
      ],
      ["wall clock from a leap day", "2028-02-29T12:00+01:00", 24 * H, "2028-03-01T12:00+01:00"],
    ],
    "wall",
  ),
  ...rows(null, [["no calendar: always open", "2026-01-11T03:00+01:00", H, "2026-01-11T04:00+01:00"]]),
  ...rows(shop, [
    ["Sat ½ h, Sun from 12", "2026-01-10T17:30+01:00", H, "2026-01-11T12:30+01:00"],
    ["Wed 1 h, Thu 3 h", "2026-01-07T17:00+01:00", 4 * H, "2026-01-08T13:00+01:00"],
    ["late night: Thu till 21, Fri 3 h", "2026-01-08T20:00+01:00", 4 * H, "2026-01-09T13:00+01:00"],
    ["Sun 1 h, Mon 3 h", "2026-01-11T16:00+01:00", 4 * H, "2026-01-12T13:00+01:00"],
    ["King's Day opens at 12", "2026-04-27T10:00+02:00", H, "2026-04-27T13:00+02:00"],
    ["King's Day closes at 16: ½ + ½ h", "2026-04-27T15:30+02:00", H, "2026-04-28T10:30+02:00"],
  ]),
  // 7½ hours a day: 3½ and 4.
  ...rows(lunch, [
    ["½ h before lunch, ½ h after", "2026-01-05T12:00+01:00", H, "2026-01-05T14:00+01:00"],
    ["as lunch begins", "2026-01-05T12:30+01:00", 15, "2026-01-05T13:45+01:00"],
    ["in the middle of lunch", "2026-01-05T13:00+01:00", 15, "2026-01-05T13:45+01:00"],
    ["due as lunch begins, not after it", "2026-01-05T12:15+01:00", 15, "2026-01-05T12:30+01:00"],
    ["3½ h + ½ h", "2026-01-05T09:00+01:00", 4 * H, "2026-01-05T14:00+01:00"],
    ["3 × 7½ h, and 1½ h on Thursday", "2026-01-05T09:00+01:00", 24 * H, "2026-01-08T10:30+01:00"],
    ["Fri ¼ h, Mon ¾ h", "2026-01-09T17:15+01:00", H, "2026-01-12T09:45+01:00"],
  ]),
  ...rows(night, [
    ["across midnight", "2026-01-05T23:00+01:00", 4 * H, "2026-01-06T03:00+01:00"],
    ["the end of Sunday's night, then Monday's", "2026-01-05T05:30+01:00", H, "2026-01-05T22:30+01:00"],
    ["by day: from 22", "2026-01-05T12:00+01:00", 15, "2026-01-05T22:15+01:00"],
    ["three nights of 8 h", "2026-01-05T22:00+01:00", 24 * H, "2026-01-08T06:00+01:00"],
    ["a short night: 7 h, and 1 h more on Sunday", "2026-03-28T22:00+01:00", 8 * H, "2026-03-29T23:00+02:00"],
    ["over the skipped hour: ½ h + ½ h", "2026-03-29T01:30+01:00", H, "2026-03-29T03:30+02:00"],
    ["a night of 9 h: done at 5", "2026-10-24T22:00+02:00", 8 * H, "2026-10-25T05:00+01:00"],
    ["half past two, an hour later half past two", "2026-10-25T02:30+02:00", H, "2026-10-25T02:30+01:00"],
    ["the night of a leap day: 7 h + 1 h", "2028-02-28T23:00+01:00", 8 * H, "2028-02-29T23:00+01:00"],
  ]),
  ...rows(bar, [
    ["Fri night's end, Sat evening", "2026-01-10T03:30+01:00", H, "2026-01-10T20:30+01:00"],
    ["Sat night's end, next Friday", "2026-01-11T03:30+01:00", H, "2026-01-16T20:30+01:00"],
  ]),
  ...rows(early, [
    [
      "2:30 is skipped: open from 3, when clocks first show later",
      "2026-03-29T00:00+01:00",
      H,
      "2026-03-29T04:00+02:00",
    ],
    [
      "2:30–3, and again 2:30–5: 3 h, and 1 h next Sunday",
      "2026-10-25T00:00+02:00",
      4 * H,
      "2026-11-01T03:30+01:00",
    ],
  ]),
  ...rows(always, [
    [
      "open day and night: 24 h over the skipped hour",
      "2026-03-28T12:00+01:00",
      24 * H,
      "2026-03-29T13:00+02:00",
    ],
  ]),
  // São Paulo put its clocks forward at midnight of 4 November 2018 and back at midnight of 17 February 2019, the last time.
  ...rows(eveningSp, [
    ["22–24, 1–2, and 1 h on Sunday evening", "2018-11-03T22:00-03:00", 4 * H, "2018-11-04T21:00-02:00"],
    ["22–24, 23–24 again, 0–1", "2019-02-16T22:00-02:00", 4 * H, "2019-02-17T01:00-03:00"],
    ["no summer time any more: 22–2", "2019-11-02T22:00-03:00", 4 * H, "2019-11-03T02:00-03:00"],
  ]),
  ...rows(officeSp, [
    ["Fri ½ h, Mon ½ h in summer time", "2018-11-02T17:30-03:00", H, "2018-11-05T08:30-02:00"],
    ["Fri 1 h, Mon 3 h in winter time", "2019-02-15T17:00-02:00", 4 * H, "2019-02-18T11:00-03:00"],
  ]),
  ...rows(smallHoursSp, [
    [
      "a Sunday without its first hour: 3 h, Mon 1 h",
      "2017-10-14T12:00-03:00",
      4 * H,
      "2017-10-16T01:00-02:00",
    ],
  ]),
  {
    what: "edited after 1 h to close at 20: 3 h more today",
    hours: office,
    start: "2026-01-05T15:00+01:00",
    minutes: 4 * H,
    edits: [["2026-01-05T16:00+01:00", officeTillEight]],
    due: "2026-01-05T19:00+01:00",
  },
  {
    what: "edited after 1 h to close now: 3 h tomorrow from 10",
    hours: office,
    start: "2026-01-05T15:00+01:00",
    minutes: 4 * H,
    edits: [["2026-01-05T16:00+01:00", officeShort]],
    due: "2026-01-06T13:00+01:00",
  },
  {
    what: "edited on Saturday: Monday becomes a holiday",
    hours: office,
    start: "2026-01-09T16:00+01:00",
    minutes: 4 * H,
    edits: [["2026-01-10T12:00+01:00", officeWithoutMonday]],
    due: "2026-01-13T12:00+01:00",
  },
  {
    what: "edited twice: 8 h, then 7½ h, then 8 h and ½ h",
    hours: office,
    start: "2026-01-05T09:00+01:00",
    minutes: 24 * H,
    edits: [
      ["2026-01-06T09:00+01:00", lunch],
      ["2026-01-07T09:00+01:00", office],
    ],
    due: "2026-01-08T09:30+01:00",
  },
  {
    what: "edited after closing, from then on always open: 3 h more",
    hours: office,
    start: "2026-01-09T16:00+01:00",
    minutes: 4 * H,
    edits: [["2026-01-09T18:00+01:00", null]],
    due: "2026-01-09T21:00+01:00",
  },
  {
    what: "edited at the weekend, but Monday morning is the same",
    hours: office,
    start: "2026-01-09T16:00+01:00",
    minutes: 4 * H,
    edits: [["2026-01-10T10:00+01:00", lunch]],
    due: "2026-01-12T12:00+01:00",
  },
  {
    what: "edited to the hours of São Paulo, where it is 8 then: 1 h more",
    hours: office,
    start: "2026-01-05T09:00+01:00",
    minutes: 4 * H,
    edits: [["2026-01-05T12:00+01:00", officeSp]],
    due: "2026-01-05T09:00-03:00",
  },
  {
    what: "edited on the Eve: they work on Christmas Day",
    hours: office,
    start: "2026-12-24T12:30+01:00",
    minutes: H,
    edits: [["2026-12-24T18:00+01:00", officeWithoutHolidays]],
    due: "2026-12-25T09:30+01:00",
  },
];

function answer({ hours, clock, start, minutes, edits = [] }: Row) {
  const by = (held: Calendar | null): Hours => ({ calendar: held, clock: clock ?? "business" });
  let current = by(hours);
  let count: RunningCount = { from: Date.parse(start), targetMs: minutes * MINUTE, counted: null };
  for (const [at, edited] of edits) {
    count = interrupted(count, current, Date.parse(at));
    current = by(edited);
  }
  return dueOfCount(count, current);
}

const shown = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());

describe("Q10 due times as worked out by hand", () => {
  it("has sixty rows and more", () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(60);
  });

  it.each(TABLE.map((row) => [row.what, row.start, row] as const))("%s (%s)", (_what, _start, row) => {
    const due = answer(row);
    expect(shown(due?.dueAt)).toBe(shown(Date.parse(row.due)));
    expect(due?.blocks.reduce((sum, { ms }) => sum + ms, 0)).toBe(row.minutes * MINUTE);
  });
});
