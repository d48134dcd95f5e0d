/** What is urgent and unclaimed is seen, heard and said, until somebody has it. */
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  type Handoff,
  HandoffId,
  type NotificationSettings,
} from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, BRAM } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const ONE = HandoffId.parse("one");
const TWO_NOTES = [659.25, 880];

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

async function openTouched(): Promise<void> {
  desk.open();
  fireEvent.pointerDown(await screen.findByText("Alles is opgepakt"));
}

function urgent(id: string, changes: Partial<Handoff> = {}): Promise<void> {
  return act(() => desk.canned.put(aHandoff(id, desk.now, { priority: "urgent", ...changes })));
}

const banner = () => screen.queryByRole("region", { name: "Urgent: niet opgepakt" });
const said = () => screen.queryAllByText(/^Nieuwe urgente handoff/);

it("H83 an urgent handoff is heard, counted in the title, said once and pinned above the queue until a colleague claims it", async () => {
  await openTouched();
  await urgent("one");
  await waitFor(() => expect(banner()).not.toBeNull());
  await waitFor(() => expect(document.title).toBe("(1) Handoffs · Sophie"));
  await waitFor(() => expect(desk.sound.pitches).toEqual(TWO_NOTES));

  await urgent("one", { version: 2, score: 90 });
  await desk.pass(1_000);
  expect(said()).toHaveLength(1);
  expect(said()[0]?.closest("[aria-live=assertive]")).toBeTruthy();
  expect(banner()?.closest("[aria-live]")).toBeNull();
  fireEvent.input(screen.getByRole("searchbox", { name: "Zoeken" }), { target: { value: "zeppelin" } });
  await screen.findByText("Niets gevonden voor “zeppelin”.");
  expect(banner()).not.toBeNull();

  await act(() => desk.canned.moveAs(BRAM, ONE, { status: "assigned" }));
  await waitFor(() => expect(banner()).toBeNull());
  expect(desk.sound.pitches).toEqual(TWO_NOTES);
});

it("H83 the banner's button is the next step of the first of them, and the next one takes its place", async () => {
  desk.canned.put(
    aHandoff("one", desk.now, { priority: "urgent", score: 90 }),
    aHandoff("two", desk.now, { priority: "urgent", trigger: "price_question", score: 10 }),
  );
  desk.open();
  await waitFor(() => expect(banner()?.textContent).toContain("en nog 1"));
  fireEvent.click(
    within(banner() ?? document.body).getByRole("button", { name: "Start behandeling: Demo-aanvraag" }),
  );
  await waitFor(() => expect(banner()?.textContent).toContain("Prijsvraag"));
  expect(desk.canned.handoffs.get(ONE)).toMatchObject({ status: "in_progress", assignee: { id: ANA.id } });
  expect(location.hash).toBe("#/handoffs/one");
});

it("H83 what becomes urgent counts as well, and what one gives back oneself does not", async () => {
  await openTouched();
  await urgent("one", { priority: "normal" });
  await waitFor(() => expect(document.querySelectorAll(".row")).toHaveLength(1));
  expect(said()).toHaveLength(0);
  await urgent("one", { version: 2 });
  await waitFor(() => expect(said()).toHaveLength(1));
  await desk.pass(5_000);

  await urgent("one", { version: 3, status: "assigned", assignee: ANA });
  await waitFor(() => expect(banner()).toBeNull());
  await urgent("one", { version: 4 });
  await waitFor(() => expect(banner()).not.toBeNull());
  expect(said()).toHaveLength(0);
  // Once for what was urgent, once for being given it.
  expect(desk.sound.pitches).toEqual([...TWO_NOTES, ...TWO_NOTES]);
});

it("H83 before the agent has touched the page there is no sound", async () => {
  desk.open();
  await screen.findByText("Alles is opgepakt");
  await urgent("one");
  await waitFor(() => expect(said()).toHaveLength(1));
  fireEvent.pointerDown(document.body);
  await urgent("two");
  await waitFor(() => expect(said()).toHaveLength(2));
  await waitFor(() => expect(desk.sound.pitches).toEqual(TWO_NOTES));
});

it("H83 a screen reader hears once, at once and whole, what is urgent and until when", async () => {
  await openTouched();
  await urgent("one", { dueAt: Date.parse("2026-01-05T09:15:00") });
  await waitFor(() => expect(said()).toHaveLength(1));
  const told = [...document.querySelectorAll("[aria-live=assertive] p")].map(
    ({ textContent }) => textContent,
  );
  expect(told).toEqual(["Nieuwe urgente handoff: Demo-aanvraag. Antwoord vóór 09:15."]);
  expect(document.querySelectorAll("[aria-live=polite] p")).toHaveLength(0);
});

const settings = (change: Partial<NotificationSettings>): void => {
  desk.edge.notifications.settings = { ...DEFAULT_NOTIFICATION_SETTINGS, ...change };
};
const bell = (name: string) => screen.findByRole("button", { name });

it("H83 an agent's own settings hold for the sound, and what is urgent is still said and pinned", async () => {
  settings({ sound: false });
  await openTouched();
  await bell("Mijn meldingen (nu stil)");
  await urgent("one");
  await waitFor(() => expect(said()).toHaveLength(1));
  expect(banner()).not.toBeNull();
  expect(desk.sound.pitches).toEqual([]);
});

it("H83 in quiet hours nothing is heard, and once they are over it is", async () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  settings({ quiet: { zone, days: [0, 1, 2, 3, 4, 5, 6], from: "08:00", to: "09:30" } });
  desk.clock.advance(new Date(desk.now).setHours(9, 29, 50, 0) - desk.now);
  await openTouched();
  await bell("Mijn meldingen (nu stil)");
  await urgent("one");
  await waitFor(() => expect(said()).toHaveLength(1));
  expect(desk.sound.pitches).toEqual([]);
  await desk.pass(15_000);
  await bell("Mijn meldingen");
  await urgent("two");
  await waitFor(() => expect(desk.sound.pitches).toEqual(TWO_NOTES));
});
