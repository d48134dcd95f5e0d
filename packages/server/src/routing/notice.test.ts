/** What visitors read: exactly one message, in their language, and never a time that is wrong. */
import {
  type Calendar,
  DEFAULT_HANDOFF_SETTINGS,
  type Destination,
  type HandoffSettings,
  LANGUAGES,
  type QueueId,
} from "@sophie/engine";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen } from "../hours/is-open.ts";
import { nextOpening } from "../hours/next-opening.ts";
import { momentIn, wordsOf } from "../words/words-of.ts";
import { noticeOf, type NoticeFacts } from "./notice.ts";

const OFFICE: Calendar = {
  id: "office",
  name: "Kantoor",
  zone: "Europe/Amsterdam",
  week: [...Array.from({ length: 5 }, () => [{ from: "09:00", to: "17:00" }]), [], []],
  overrides: [],
};
const GENERAL = "general" as QueueId;
const TO: Destination = { queue: GENERAL, mode: "live", assign: { kind: "claim" } };
/** Saturday 22:00 in Amsterdam; it opens again on Monday at 09:00. */
const SATURDAY = Date.parse("2026-01-10T22:00+01:00");
const MONDAY_NINE = Date.parse("2026-01-12T09:00+01:00");
const HOUR = 60 * 60_000;

const settings = (calendar: Calendar | null, more: Partial<HandoffSettings> = {}): HandoffSettings => ({
  ...DEFAULT_HANDOFF_SETTINGS,
  calendars: calendar === null ? [] : [calendar],
  queues: DEFAULT_HANDOFF_SETTINGS.queues.map((queue) => ({ ...queue, calendar: calendar?.id ?? null })),
  ...more,
});
const facts = (more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  language: "nl",
  zone: "Europe/Amsterdam",
  destination: TO,
  mode: "live",
  isStaffed: true,
  at: MONDAY_NINE,
  targetMs: HOUR,
  ...more,
});
const CHANNELS: HandoffSettings["channels"] = [
  { kind: "mail", address: "info@example.org", label: {} },
  { kind: "phone", number: "+31201234567", label: { nl: "Bel ons" } },
];

describe("which message", () => {
  it("S17 F17 somebody is there: available, without a promise and without other ways", () => {
    const { entry, promise } = noticeOf(settings(OFFICE, { channels: CHANNELS }), facts());
    expect(entry).toMatchObject({ notice: "available", channels: [], until: null });
    expect(promise).toBeNull();
  });

  it("F18 N8 closed: it says when somebody is there again and by when an answer comes, and that is a promise", () => {
    const { entry, promise } = noticeOf(settings(OFFICE), facts({ at: SATURDAY, mode: "async" }));
    expect(entry).toMatchObject({
      kind: "notice",
      notice: "unavailable",
      text: "Ons team is nu niet bereikbaar. We zijn er weer op maandag 12 januari om 09:00 en antwoorden u hier uiterlijk op maandag 12 januari om 10:00.",
      channels: [],
      until: MONDAY_NINE,
    });
    expect(promise).toEqual({
      text: entry.text,
      dueAt: MONDAY_NINE + HOUR,
      keptAt: null,
      brokenAt: null,
    });
  });

  it("S10 later, though it is open: no word of somebody who comes at once, and a time by which an answer does", () => {
    const later = noticeOf(settings(OFFICE), facts({ mode: "async" }));
    expect(later.entry).toMatchObject({
      notice: "unavailable",
      text: expect.stringContaining("uiterlijk op maandag 12 januari om 10:00"),
      until: null,
    });
    expect(later.entry.text).not.toContain(wordsOf("nl", "formal").available);
    expect(later.promise?.dueAt).toBe(MONDAY_NINE + HOUR);
  });

  it("S17 open and nobody there: unavailable; on a site without hours no time is said, and none is promised", () => {
    const { entry, promise } = noticeOf(settings(null), facts({ isStaffed: false }));
    expect(entry).toMatchObject({ notice: "unavailable", until: null });
    expect(entry.text).not.toMatch(/\d|\{/);
    expect(promise).toBeNull();
  });

  it("a queue that never opens promises nothing", () => {
    const never = { ...OFFICE, week: [[], [], [], [], [], [], []] };
    const { entry, promise } = noticeOf(settings(never), facts({ mode: "async", isStaffed: false }));
    expect(entry).toMatchObject({ notice: "unavailable", until: null });
    expect(entry.text).not.toMatch(/\d|\{/);
    expect(promise).toBeNull();
  });

  it("S18 R18 no rule matched: unassigned, and another sentence where the chat ends with it", () => {
    const nowhere = facts({ destination: null });
    const kept = noticeOf(settings(null), nowhere);
    const closed = noticeOf(settings(null, { onUnassigned: "close" }), nowhere);
    expect([kept.entry.notice, closed.entry.notice]).toEqual(["unassigned", "unassigned"]);
    expect(kept.entry.text).not.toBe(closed.entry.text);
  });

  it("S11 S19 R16 mode none: nobody, whatever messages the site wrote for the others", () => {
    const messages = {
      available: { nl: "Wij zijn er!" },
      unavailable: { nl: "Wij zijn er niet." },
      unassigned: { nl: "Wij kijken." },
    };
    const { entry } = noticeOf(settings(null, { messages }), facts({ mode: "none" }));
    expect(entry).toMatchObject({ notice: "nobody", text: wordsOf("nl", "formal").nobody });
  });

  it("R16 T20 mode none: other ways are named only where there are some, and nobody is asked for a number that nobody calls", () => {
    const callback = { kind: "callback", label: {} } as const;
    const told = (channels: HandoffSettings["channels"]) =>
      noticeOf(settings(null, { channels }), facts({ mode: "none" })).entry;
    expect(told([callback])).toMatchObject({ text: wordsOf("nl", "formal").nobody, channels: [] });
    expect(told([callback, ...CHANNELS])).toMatchObject({
      text: wordsOf("nl", "formal").otherWays,
      channels: CHANNELS,
    });
  });

  it("T20 T23 where nobody comes at once, the other ways are offered in the site's order", () => {
    const given = settings(OFFICE, { channels: CHANNELS });
    for (const more of [
      { isStaffed: false },
      { mode: "async" },
      { mode: "none" },
      { destination: null },
    ] as const) {
      expect(noticeOf(given, facts(more)).entry.channels).toEqual(CHANNELS);
    }
  });
});

describe("a site's own words", () => {
  const own = (text: string) => ({ messages: { available: {}, unavailable: { nl: text }, unassigned: {} } });

  it("S17 stand in place of Sophie's in the language in which they are written, and in no other", () => {
    const given = settings(OFFICE, own("Wij bellen u {time}."));
    expect(noticeOf(given, facts({ at: SATURDAY, mode: "async" })).entry.text).toBe(
      "Wij bellen u maandag 12 januari om 09:00.",
    );
    expect(noticeOf(given, facts({ at: SATURDAY, mode: "async", language: "en" })).entry.text).toBe(
      "Our team is away right now. We are back on Monday 12 January at 09:00 and will answer you here by Monday 12 January at 10:00.",
    );
  });

  it("S17 with a time that there is not are left unsaid, so that none is ever wrong", () => {
    const given = settings(OFFICE, own("Weer open {time}."));
    const { entry } = noticeOf(given, facts({ isStaffed: false }));
    expect(entry.text).toContain("uiterlijk op maandag 12 januari om 10:00");
    expect(noticeOf(settings(null, own("Open {time}.")), facts({ isStaffed: false })).entry.text).toBe(
      wordsOf("nl", "formal").someday,
    );
  });

  it("N8 without a time promise nothing", () => {
    const { promise } = noticeOf(settings(OFFICE, own("Wij komen terug.")), facts({ isStaffed: false }));
    expect(promise).toBeNull();
  });

  it("cannot smuggle anything in by what is filled into them", () => {
    const given = settings(OFFICE, own("$& {time} {time}"));
    expect(noticeOf(given, facts({ at: SATURDAY, mode: "async" })).entry.text).toBe(
      "$& maandag 12 januari om 09:00 maandag 12 januari om 09:00",
    );
  });
});

describe("in all languages", () => {
  it.each(LANGUAGES)(
    "S17 %s has every message in both forms of address, and no other placeholders",
    (language) => {
      for (const address of ["formal", "informal"] as const) {
        for (const [name, text] of Object.entries(wordsOf(language, address))) {
          expect(text.length).toBeGreaterThan(20);
          const expected = name === "closed" ? ["{time}", "{reply}"] : name === "later" ? ["{reply}"] : [];
          expect(text.match(/\{[^}]*\}/g) ?? []).toEqual(expected);
        }
      }
    },
  );

  it.each([
    ["nl", /\bu\b|\buw\b/i, /\bje\b|\bjij\b|\bjouw\b/i],
    ["de", /\bSie\b|\bIhnen\b|\bIhre?\b/, /\bdu\b|\bdir\b|\bdich\b|\bdeine?\b/i],
    ["fr", /\bvous\b|\bvotre\b/i, /\btu\b|\btoi\b|\bta\b|\bte\b|t’/i],
    ["es", /\busted\b|\bsu\b|\ble /i, /\btu\b|\bte\b/i],
  ] as const)(
    "in %s formal never slips into informal, nor the other way round",
    (language, formal, informal) => {
      const all = (address: "formal" | "informal") => Object.values(wordsOf(language, address)).join(" ");
      expect(all("formal")).toMatch(formal);
      expect(all("formal")).not.toMatch(informal);
      expect(all("informal")).toMatch(informal);
      expect(all("informal")).not.toMatch(formal);
    },
  );

  it("S17 say the day and the hour in full, in the zone of those who keep the hours", () => {
    expect(
      LANGUAGES.map((language) => momentIn(language, "Europe/Amsterdam", MONDAY_NINE, "Europe/Paris")),
    ).toEqual([
      "maandag 12 januari om 09:00",
      "Monday 12 January at 09:00",
      "Montag, 12. Januar, um 09:00 Uhr",
      "lundi 12 janvier à 09:00",
      "segunda-feira, 12 de janeiro, às 09:00",
      "el lunes 12 de enero a las 09:00",
    ]);
  });

  it("F18 N8 say the visitor's own time first where it is another, and whose time it is where that is unknown", () => {
    const saidTo = (zone: string | undefined) =>
      LANGUAGES.map((language) => momentIn(language, "Europe/Amsterdam", MONDAY_NINE, zone));
    expect(saidTo("America/Sao_Paulo")).toEqual([
      "maandag 12 januari om 05:00 (09:00 in Amsterdam)",
      "Monday 12 January at 05:00 (09:00 in Amsterdam)",
      "Montag, 12. Januar, um 05:00 Uhr (09:00 in Amsterdam)",
      "lundi 12 janvier à 05:00 (09:00 à Amsterdam)",
      "segunda-feira, 12 de janeiro, às 05:00 (09:00 em Amsterdam)",
      "el lunes 12 de enero a las 05:00 (09:00 en Amsterdam)",
    ]);
    expect(saidTo("America/Los_Angeles")[1]).toBe("Monday 12 January at 00:00 (09:00 in Amsterdam)");
    expect(saidTo("Pacific/Honolulu")[1]).toBe("Sunday 11 January at 22:00 (Monday 09:00 in Amsterdam)");
    expect(saidTo(undefined)[0]).toBe("maandag 12 januari om 09:00 (Amsterdam)");
    const { entry } = noticeOf(
      settings(OFFICE),
      facts({ at: SATURDAY, mode: "async", language: "en", zone: "Europe/London" }),
    );
    expect(entry.text).toContain("on Monday 12 January at 08:00 (09:00 in Amsterdam)");
  });
});

describe("whatever the hours", () => {
  const time = fc.integer({ min: 0, max: 47 }).map((half) => {
    const hour = `${Math.floor(half / 2)}`.padStart(2, "0");
    return `${hour}:${half % 2 === 0 ? "00" : "30"}`;
  });
  const frames = fc
    .uniqueArray(time, { minLength: 0, maxLength: 4 })
    .map((times) => times.toSorted())
    .map((times) =>
      times.flatMap((from, index) =>
        index % 2 === 0 && times[index + 1] !== undefined ? [{ from, to: times[index + 1] as string }] : [],
      ),
    );
  const week = fc.array(frames, { minLength: 7, maxLength: 7 });
  const zone = fc.constantFrom("Europe/Amsterdam", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia");
  const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });

  it("F18 S17 N8 the time in the text is the opening, the promise lies in open hours, and available is said only while open", () => {
    fc.assert(
      fc.property(
        week,
        zone,
        at,
        fc.boolean(),
        fc.constantFrom(...LANGUAGES),
        (drawn, where, now, isStaffed, language) => {
          const calendar = { ...OFFICE, zone: where, week: drawn };
          const opened = isOpen(calendar, now);
          const mode = opened ? "live" : "async";
          const { entry, promise } = noticeOf(
            settings(calendar),
            facts({ at: now, mode, isStaffed, language }),
          );
          expect(entry.notice).toBe(opened && isStaffed ? "available" : "unavailable");
          expect(entry.text).not.toMatch(/[{}]/);
          const opening = opened ? null : nextOpening(calendar, now);
          expect(entry.until).toBe(entry.notice === "available" ? null : opening);
          const times = promise === null ? [] : [promise.dueAt, ...(opening === null ? [] : [opening])];
          const isSaid = (each: number) =>
            entry.text.includes(momentIn(language, where, each, "Europe/Amsterdam"));
          expect(times.filter((each) => !isSaid(each))).toEqual([]);
          const dueAt = promise?.dueAt ?? Number.POSITIVE_INFINITY;
          expect(dueAt).toBeGreaterThanOrEqual((opening ?? now) + HOUR);
          expect(promise === null || isOpen(calendar, dueAt - 1)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
