/** Holidays out of other people's calendar files: whole days, repeated or long, and never for ever. */
import { expect, it } from "vitest";
import { readIcal } from "./read-ical.ts";

const NOW = Date.UTC(2026, 0, 5);

const file = (...events: readonly string[][]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//NL",
    ...events.flatMap((lines, index) => ["BEGIN:VEVENT", `UID:${index}`, ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

function daysIn(text: string): readonly string[] {
  const read = readIcal(text, NOW);
  if (!read.ok) throw new Error(read.sentence);
  return read.overrides.map(({ date, name, frames }) => `${date} ${name}${frames.length > 0 ? "!" : ""}`);
}

it("one day, several days, and days without an end", () => {
  const text = file(
    ["DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227", "SUMMARY:Kerst"],
    ["DTSTART;VALUE=DATE:20260427", "SUMMARY:Koningsdag"],
  );
  expect(daysIn(text)).toEqual(["2026-04-27 Koningsdag", "2026-12-25 Kerst", "2026-12-26 Kerst"]);
});

it("what repeats each year comes for the years ahead, without the years that it leaves out", () => {
  const text = file([
    "DTSTART;VALUE=DATE:20200101",
    "RRULE:FREQ=YEARLY",
    "EXDATE;VALUE=DATE:20270101",
    "SUMMARY:Nieuwjaar",
  ]);
  expect(daysIn(text)).toEqual(["2026-01-01 Nieuwjaar", "2028-01-01 Nieuwjaar", "2029-01-01 Nieuwjaar"]);
});

it("an appointment with hours says nothing about a day, and is counted", () => {
  const text = file(["DTSTART:20260501T090000Z", "DTEND:20260501T100000Z", "SUMMARY:Overleg"]);
  expect(readIcal(text, NOW)).toEqual({ ok: true, overrides: [], skipped: 1 });
});

it("long folded lines, odd signs and days that two events name", () => {
  const text = file(
    ["DTSTART;VALUE=DATE:20260501", "SUMMARY:Dag van de\r\n  arbeid\\, vrij"],
    ["DTSTART;VALUE=DATE:20260501", "SUMMARY:Nog een"],
  );
  expect(daysIn(text)).toEqual(["2026-05-01 Dag van de arbeid, vrij"]);
});

it.each([
  ["nothing", ""],
  ["a sentence", "Eerste kerstdag is op 25 december."],
  ["a card", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD\r\n"],
  ["half a file", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"],
  ["markup", "<html></html>"],
])("%s is refused in a sentence", (_what, text) => {
  expect(readIcal(text, NOW)).toMatchObject({ ok: false, sentence: expect.stringMatching(/\.ics/) });
});

it("a file that repeats every second, or an event of a thousand years, ends", () => {
  const start = performance.now();
  const endless = file(["DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=SECONDLY", "SUMMARY:Tik"]);
  expect(readIcal(endless, NOW).ok).toBe(true);
  const long = file(["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:30260101", "SUMMARY:Altijd"]);
  expect(readIcal(long, NOW)).toMatchObject({ ok: false });
  expect(performance.now() - start).toBeLessThan(5_000);
});

it("days that cannot be are passed over", () => {
  const text = file(["DTSTART;VALUE=DATE:20269999", "SUMMARY:Nooit"], ["SUMMARY:Zonder dag"]);
  const read = readIcal(text, NOW);
  expect(read.ok ? read.overrides.every(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date)) : true).toBe(true);
});

it("Q20 a file of many events that repeat since long ago is refused in a moment", () => {
  const daily = ["DTSTART;VALUE=DATE:19700101", "RRULE:FREQ=DAILY"];
  const start = performance.now();
  const read = readIcal(file(...Array.from({ length: 500 }, () => daily)), NOW);
  expect(read).toMatchObject({ ok: false, sentence: expect.stringContaining("repeats") });
  expect(performance.now() - start).toBeLessThan(4_000);
});
