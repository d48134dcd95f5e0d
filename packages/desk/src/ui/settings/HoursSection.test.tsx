/** Business hours: the week, its copies, the zone, and days from a file. */
import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { fill, openSettings, press, save } from "../../testing/open-settings.ts";
import { aCalendar } from "../../testing/settings-builders.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const OFFICE = { saved: { calendars: [aCalendar("office", "Kantoor")] } };

it("S17 a new calendar begins as office hours, and several stretches a day are added", async () => {
  const settings = await openSettings(desk, "hours");
  expect(screen.getByText("Altijd open")).toBeTruthy();
  press("Openingstijden toevoegen");
  press("donderdag: tijd toevoegen");
  press("zaterdag: tijd toevoegen");
  fill("zaterdag tot", "12.30");
  const [calendar] = (await save(settings)).calendars;
  expect(calendar?.week[3]).toEqual([
    { from: "09:00", to: "17:00" },
    { from: "19:00", to: "21:00" },
  ]);
  expect(calendar?.week[5]).toEqual([{ from: "09:00", to: "12:30" }]);
  expect(calendar?.week[6]).toEqual([]);
});

it("an end that is not after the start is on the next day, and midnight ends the day itself", async () => {
  const settings = await openSettings(desk, "hours", OFFICE);
  fill("vrijdag tot", "2");
  expect(screen.getByText("volgende dag")).toBeTruthy();
  fill("maandag tot", "0:00");
  const [calendar] = (await save(settings)).calendars;
  expect(calendar?.week[4]).toEqual([{ from: "09:00", to: "02:00" }]);
  expect(calendar?.week[0]).toEqual([{ from: "09:00", to: "24:00" }]);
});

it("what is no time is said at once, beside it", async () => {
  await openSettings(desk, "hours", OFFICE);
  fill("maandag vanaf", "vroeg");
  expect(screen.getByText("Schrijf een tijd als 09:00.")).toBeTruthy();
  expect(screen.getByLabelText("maandag vanaf").getAttribute("aria-invalid")).toBe("true");
});

it("a day is copied to the weekdays, to all, or to one", async () => {
  const settings = await openSettings(desk, "hours", OFFICE);
  fill("maandag tot", "18:00");
  press("maandag kopiëren");
  fireEvent.click(screen.getByRole("menuitem", { name: "Naar maandag t/m vrijdag" }));
  press("zondag kopiëren");
  fireEvent.click(screen.getByRole("menuitem", { name: "Naar woensdag" }));
  const [calendar] = (await save(settings)).calendars;
  expect(calendar?.week.map((frames) => frames[0]?.to ?? "-")).toEqual([
    "18:00",
    "18:00",
    "-",
    "18:00",
    "18:00",
    "-",
    "-",
  ]);
});

it("the zone says what time it is there, and one that does not exist is named", async () => {
  await openSettings(desk, "hours", OFFICE);
  expect(screen.getByText(/Daar is het nu maandag \d\d:\d\d/)).toBeTruthy();
  fill("Tijdzone", "Europe/Amsterdm");
  expect(screen.getByText(/Deze zone bestaat niet/)).toBeTruthy();
});

it("holidays come from a calendar file, beside those that were typed in", async () => {
  const settings = await openSettings(desk, "hours", OFFICE);
  settings.overrides = [
    { date: "2026-12-26", name: "Tweede kerstdag", frames: [] },
    { date: "2026-12-25", name: "Kerst", frames: [] },
  ];
  press("Dag toevoegen");
  fill("Datum", "2026-12-25");
  const file = new File(["BEGIN:VCALENDAR"], "vrij.ics", { type: "text/calendar" });
  fireEvent.change(screen.getByLabelText(/Agendabestand/), { target: { files: [file] } });
  expect(await screen.findByText("1 dag toegevoegd, 1 stond er al.")).toBeTruthy();
  expect(settings.files).toEqual(["BEGIN:VCALENDAR"]);
  const [calendar] = (await save(settings)).calendars;
  expect(calendar?.overrides.map(({ date }) => date)).toEqual(["2026-12-25", "2026-12-26"]);
});

it("a queue that keeps the hours is named beside them", async () => {
  const queues = desk.edge.settings.settings.queues.map((queue) => ({ ...queue, calendar: "office" }));
  await openSettings(desk, "hours", { saved: { ...OFFICE.saved, queues } });
  const list = screen.getAllByRole("listitem").find((item) => item.querySelector("summary") !== null);
  expect(list && within(list).getByText("Europe/Amsterdam · voor Algemeen")).toBeTruthy();
});
