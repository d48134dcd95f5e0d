/** What an agent sees of a lead: the mark, every point, the pages, and the quiet where there is no consent. */
import { type Handoff, HandoffId, type Lead } from "@sophie/engine";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aHandoff, aLead, aPoint } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

const ONE = HandoffId.parse("one");
const MINUTE_MS = 60_000;

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

async function openLead(lead: Partial<Lead>, changes: Partial<Handoff> = {}): Promise<HTMLElement> {
  desk.canned.put(aHandoff("one", desk.now, changes));
  desk.canned.leads.set(ONE, aLead(desk.now, lead));
  desk.open("#/handoffs/one");
  return screen.findByRole("region", { name: /Leadscore/ });
}

const linesOf = (section: HTMLElement, list: string) =>
  [...section.querySelectorAll(`.${list} li`)].map((item) => item.textContent);

it("T25 T26 shows grade and score, the band and where the visitor stands", async () => {
  const section = await openLead({
    grade: "B",
    score: 77,
    band: "hot",
    stage: "opportunity",
    fields: 20,
    behaviour: 57,
  });
  const title = within(section).getByRole("heading", { name: /Leadscore/ });
  expect(title.textContent).toContain("B · 77");
  expect(title.textContent).toContain("heet");
  expect(title.textContent).toContain("Kans");
  expect(within(section).getByText("Gegevens 20 · gedrag 57")).toBeTruthy();
});

it("H63 shows every point with what it was for, newest first, and what is beyond a cap as nought", async () => {
  const points = [
    aPoint("tools.calculator", desk.now - MINUTE_MS, { points: 18, current: 17.96, counted: 17.96 }),
    aPoint("pages.viewed", desk.now - 2 * MINUTE_MS, { about: "Dorpstraat 15" }),
    aPoint("chat.message", desk.now - 3 * MINUTE_MS, { points: 4, counted: 0 }),
    aPoint("chat.notInterested", desk.now - 4 * MINUTE_MS, { points: -25 }),
    aPoint("someday.new", desk.now - 5 * MINUTE_MS),
    aPoint("fields.email", desk.now, { at: null, points: 8 }),
  ];
  const section = await openLead({ points });
  expect(linesOf(section, "points")).toHaveLength(4);
  fireEvent.click(within(section).getByRole("button", { name: "Alle 6 tonen" }));
  const lines = linesOf(section, "points");
  expect(lines[0]).toMatch(/^\+18Gebruikte de rekenhulp\d\d:\d\d$/);
  expect(lines[1]).toMatch(/^\+5Bekeek een objectDorpstraat 15/);
  expect(lines[2]).toMatch(/^0Schreef verder/);
  expect(lines[3]).toMatch(/^-25Zei geen interesse te hebben/);
  expect(lines[4]).toMatch(/^\+5someday\.new/);
  expect(lines[5]).toBe("+8E-mailadres bekend");
});

it("H64 shows the pages that were looked at, with consent", async () => {
  const page = {
    title: "Dorpstraat 15",
    path: "/objecten/dorpstraat-15",
    kind: "object",
    at: desk.now,
  } as const;
  const section = await openLead({ consent: "given", pages: [page] });
  expect(linesOf(section, "pages")[0]).toContain("Dorpstraat 15/objecten/dorpstraat-15");
});

it.each([
  ["unknown", null, /^Geen toestemming/],
  ["withdrawn", null, /^Toestemming ingetrokken/],
  ["given", [], /^Nog geen pagina/],
] as const)("H64 Q23 consent %s is told apart from pages %j", async (consent, pages, sentence) => {
  const section = await openLead({ consent, pages: pages === null ? null : [...pages] });
  expect(within(section).getByText(sentence)).toBeTruthy();
  expect(linesOf(section, "pages")).toEqual([]);
});

it("P34 P35 a score that changes is asked for again, and the row follows it without a new version", async () => {
  const section = await openLead({ grade: "D", score: 12 }, { score: 12 });
  expect(section.textContent).toContain("D · 12");
  desk.canned.leads.set(ONE, aLead(desk.now, { grade: "D", score: 30 }));
  await act(() => desk.canned.put(aHandoff("one", desk.now, { score: 30, updatedAt: desk.now + 1 })));
  await waitFor(() => expect(section.textContent).toContain("D · 30"));
  expect(screen.getByTitle("Leadscore 30")).toBeTruthy();
});

it("S6 S7 a handoff of the site's own trigger bears its name", async () => {
  await openLead({}, { trigger: "custom", triggerName: "Geld terug" });
  expect(screen.getByRole("region", { name: "Geld terug" })).toBeTruthy();
  expect(screen.getByRole("button", { name: /Geld terug/ })).toBeTruthy();
});

it("H29 a hot lead stays among Sophie's conversations until somebody begins it", async () => {
  const { conversation, visitor, site } = aHandoff("one", desk.now);
  desk.canned.putConversation({
    id: conversation,
    site,
    visitor,
    language: "nl",
    control: "bot",
    lastSeq: 0,
    preview: "Hallo",
    createdAt: desk.now,
    updatedAt: desk.now,
  });
  desk.canned.put(aHandoff("one", desk.now, { trigger: "hot_lead", source: "behaviour", evidence: null }));
  desk.open("#/conversations");
  const withBot = await screen.findByRole("list", { name: /Bij Sophie/ });
  expect(within(withBot).getAllByRole("button")).toHaveLength(1);
});
