/** How soon, by which clock, and why: the due time of an opened handoff, what stops it, and what was left lying. */
import type { Handoff } from "@sophie/engine";
import { aMessageEntry } from "@sophie/engine/testing";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, ANA, BRAM, SUPERVISOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

async function opened(changes: Partial<Handoff> = {}): Promise<HTMLElement> {
  desk.canned.put(aHandoff("one", desk.now, changes));
  desk.open("#/handoffs/one");
  return screen.findByRole("region", { name: "Demo-aanvraag" });
}

const why = (panel: HTMLElement) => within(panel).getByRole("button", { name: /binnen/ });
const stored = () => [...desk.canned.handoffs.values()][0];

it.each([
  ["H35", "urgent", "Urgent", "binnen 15 min"],
  ["H36", "high", "Hoog", "binnen 1 u"],
  ["H37", "normal", "Normaal", "binnen 4 u"],
  ["H38", "low", "Laag", "binnen 24 u"],
] as const)("%s %s says its word, its target and until when", async (_id, priority, word, target) => {
  const panel = await opened({ priority });
  expect(within(panel).getByText(word)).toBeTruthy();
  expect(why(panel).textContent).toContain(target);
  expect(why(panel).textContent).toMatch(/^nog .+ \(tot .+\)/);
});

it("H36 high is orange, in words too, and due within the hour: on the row as in the panel", async () => {
  const panel = await opened({ priority: "high" });
  const row = screen.getByRole("button", { name: /Demo-aanvraag/ });
  for (const place of [panel, row]) {
    const mark = within(place).getByText("Hoog");
    expect(mark.className).toBe("priority priority-high");
    expect(mark.querySelector(".priority-dot")).not.toBeNull();
  }
  expect(why(panel).textContent).toContain("binnen 1 u");
  expect(row.querySelector(".due")?.textContent).toMatch(/^60 min/);
  expect(stored()?.dueAt).toBe(desk.now + HOUR);
});

it("H37 a row says both: how long there is, and until when", async () => {
  desk.canned.put(aHandoff("one", desk.now, { priority: "high" }));
  desk.open();
  const row = await screen.findByRole("button", { name: /Demo-aanvraag/ });
  const until = new Date(desk.now + HOUR).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  expect(row.querySelector(".due")?.textContent).toBe(`60 min tot ${until}`);
});

it.each([
  ["business", "openingstijd"],
  ["wall", "klokuren"],
] as const)("H38 R7 the setting of the clock stands beside the number: %s", async (clock, word) => {
  const { target } = aHandoff("one", desk.now);
  const panel = await opened({ target: { ...target, clock } });
  expect(why(panel).textContent).toContain(word);
});

it("R6 where beginning stops the clock, one that was begun in time is met", async () => {
  const { target } = aHandoff("one", desk.now);
  const panel = await opened({
    status: "in_progress",
    assignee: { id: BRAM.id, name: BRAM.name },
    target: { ...target, stopOn: "in_progress" },
    pickedUpAt: desk.now + MINUTE,
  });
  expect(why(panel).textContent).toContain("Beantwoord");
});

it("N7 pressed, it lists the hours that were counted: they sum to the target, and the holiday is named", async () => {
  const from = Date.parse("2026-12-24T15:29:30.400Z");
  desk.edge.dueSums.set("one", {
    dueAt: from + 90 * HOUR,
    targetMs: 4 * HOUR,
    clock: "business",
    stopOn: "first_response",
    calendar: { name: "Kantoor", zone: "Europe/Amsterdam" },
    blocks: [
      { from, to: from + 30 * MINUTE + 29_600, ms: 30 * MINUTE + 29_600, notes: [] },
      {
        from: Date.parse("2026-12-24T23:00Z"),
        to: Date.parse("2026-12-25T23:00Z"),
        ms: 0,
        notes: [{ kind: "closed", name: "Eerste kerstdag" }],
      },
      {
        from: Date.parse("2026-12-28T08:00Z"),
        to: Date.parse("2026-12-28T11:29:30.400Z"),
        ms: 3 * HOUR + 29 * MINUTE + 30_400,
        notes: [],
      },
    ],
  });
  const panel = await opened();
  expect(why(panel).getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(why(panel));
  const list = await within(panel).findByRole("region", { name: "Zo is dit geteld" });
  await within(list).findByRole("table");
  const rows = within(list)
    .getAllByRole("row")
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ["do 24 dec", "16:29:30 – 17:00", "", "30 min 30 s"],
    ["vr 25 dec", "", "Eerste kerstdag: gesloten", "–"],
    ["ma 28 dec", "09:00 – 12:29:30", "", "3 u 29 min 30 s"],
    ["Samen", "4 u"],
  ]);
  expect(list.textContent).toContain("Kantoor");
  expect(list.textContent).toContain("De klok stopt bij het eerste antwoord");
  fireEvent.click(why(panel));
  expect(within(panel).queryByRole("region", { name: "Zo is dit geteld" })).toBe(null);
});

it("H53 after reopening, what became of the earlier cycles stands with the count", async () => {
  const startedAt = desk.now - 3 * HOUR;
  const first = {
    cycle: 1,
    startedAt,
    dueAt: startedAt + HOUR,
    pickedUpAt: null,
    breachedAt: null,
    endedAt: 0,
  };
  const panel = await opened({
    cycle: 3,
    cycles: [
      { ...first, firstResponseAt: startedAt + 65 * MINUTE },
      { ...first, cycle: 2, firstResponseAt: null },
    ],
  });
  fireEvent.click(why(panel));
  const list = await within(panel).findByRole("list", { name: "Eerdere rondes" });
  const said = within(list)
    .getAllByRole("listitem")
    .map((item) => item.textContent);
  expect(said[0]).toMatch(/^Ronde 1, vanaf .+: Beantwoord .+, 5 min te laat$/);
  expect(said[1]).toMatch(/^Ronde 2, vanaf .+: Afgesloten zonder antwoord$/);
});

it("N7 what cannot be fetched is said, and the due time stays", async () => {
  const panel = await opened();
  fireEvent.click(why(panel));
  await within(panel).findByText("De berekening kon niet worden opgehaald.");
  expect(why(panel).textContent).toContain("nog");
});

it("H66 H67 R6 mail and telephone are links that stop nothing; the button beside each logs the attempt and stops the clock", async () => {
  const one = aHandoff("one", desk.now, { status: "in_progress", assignee: { id: ANA.id, name: ANA.name } });
  const text = "Mail mij op jan@example.org of bel +31 6 12345678";
  desk.canned.log(one.conversation, aMessageEntry({ text, at: desk.now }));
  const panel = await opened(one);
  const mail = await within(panel).findByRole("link", { name: "jan@example.org" });
  expect(mail.getAttribute("href")).toBe(
    `mailto:${encodeURIComponent("jan@example.org")}?subject=${encodeURIComponent("Over de vraag aan Makelaardij Dorpstraat: Demo-aanvraag")}`,
  );
  const phone = within(panel).getByRole("link", { name: "06 12345678" });
  expect(phone.getAttribute("href")).toBe("tel:+31612345678");
  phone.addEventListener("click", (event) => event.preventDefault());
  fireEvent.click(phone);
  expect(desk.canned.heard.some(({ type }) => type === "log-attempt")).toBe(false);
  expect(stored()?.firstResponseAt).toBe(null);

  fireEvent.click(within(panel).getByRole("button", { name: "Poging vastleggen per telefoon" }));
  await waitFor(() => expect(stored()?.firstResponseAt).toBe(desk.now));
  expect(desk.canned.heard.find(({ type }) => type === "log-attempt")).toMatchObject({
    how: "call",
    version: 1,
  });
  await within(panel).findByText(/^gebeld /);
  expect(why(panel).textContent).toContain("Beantwoord");
});

it("H66 what the visitor gave when asked comes before what was written, and nothing that is no address becomes a link", async () => {
  const one = aHandoff("one", desk.now, {
    info: { mail: "gegeven@example.org", other: "javascript:alert(1)@x.y", phone: "geen" },
  });
  desk.canned.log(one.conversation, aMessageEntry({ text: "of geschreven@example.org", at: desk.now }));
  const panel = await opened(one);
  await within(panel).findByRole("link", { name: "gegeven@example.org" });
  const links = within(within(panel).getByRole("list", { name: "Bereikbaar op" })).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(["gegeven@example.org"]);
});

it("H95 the assignee is asked to look after it, nobody else is, and a supervisor after that", async () => {
  const assignee = { id: BRAM.id, name: BRAM.name };
  const nudge = { to: "assignee", at: desk.now } as const;
  desk.canned.me = BRAM;
  const panel = await opened({ status: "in_progress", assignee, nudge });
  expect(within(panel).getByText(/is hier niets gebeurd/)).toBeTruthy();
  desk.close();

  desk = prepareDesk();
  const other = await opened({ status: "in_progress", assignee, nudge });
  expect(within(other).queryByText(/is hier niets gebeurd/)).toBe(null);
  desk.close();

  desk = prepareDesk();
  desk.canned.me = SUPERVISOR;
  const asked = await opened({ status: "in_progress", assignee, nudge: { ...nudge, to: "supervisor" } });
  expect(within(asked).getByText(/Ook na een herinnering/)).toBeTruthy();
});

it("H95 a nudge that comes in is told at once to whoever is asked, and once", async () => {
  const one = aHandoff("one", desk.now, { status: "in_progress", assignee: { id: ANA.id, name: ANA.name } });
  const two = aHandoff("two", desk.now, {
    status: "in_progress",
    assignee: { id: BRAM.id, name: BRAM.name },
  });
  desk.canned.put(one, two);
  desk.open();
  await screen.findAllByRole("button", { name: /Demo-aanvraag/ });
  const nudge = { to: "assignee", at: desk.now } as const;
  desk.canned.put({ ...one, nudge, updatedAt: desk.now + 1 }, { ...two, nudge, updatedAt: desk.now + 1 });
  expect(await screen.findAllByText("Al een dag niets gebeurd: Demo-aanvraag")).toHaveLength(1);
  desk.canned.put({ ...one, nudge, score: 51, updatedAt: desk.now + 2 });
  await desk.catchUp();
  expect(screen.getAllByText("Al een dag niets gebeurd: Demo-aanvraag")).toHaveLength(1);
});

it("H82 a supervisor reads what the last day left lying, opens one of it, and puts the list away", async () => {
  desk.canned.me = SUPERVISOR;
  desk.edge.digest = [{ closedAt: desk.now - 16 * HOUR, handoffs: [{ id: "one" }] }];
  desk.canned.put(aHandoff("one", desk.now - 20 * HOUR), aHandoff("two", desk.now));
  desk.open();
  const digest = await screen.findByText(/Bij sluiting .* wachtte er nog 1/);
  fireEvent.click(digest);
  const list = digest.closest("details") as HTMLElement;
  fireEvent.click(within(list).getByRole("button", { name: /Demo-aanvraag/, hidden: true }));
  await screen.findByRole("region", { name: "Demo-aanvraag" });
  expect(location.hash).toBe("#/handoffs/one");
  fireEvent.click(within(list).getByRole("button", { name: "Verbergen", hidden: true }));
  expect(screen.queryByText(/Bij sluiting/)).toBe(null);
});

it("H82 an agent is not shown the supervisor's list", async () => {
  desk.edge.digest = [{ closedAt: desk.now - HOUR, handoffs: [{ id: "one" }] }];
  desk.canned.put(aHandoff("one", desk.now));
  desk.open();
  await screen.findByRole("button", { name: /Demo-aanvraag/ });
  await desk.catchUp();
  expect(screen.queryByText(/Bij sluiting/)).toBe(null);
});
