/** The summary in the panel: four parts that lead to where they were said, and an opener to change and copy. */
import { NO_SUMMARY, SendId, type Summary } from "@sophie/engine";
import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aHandoff, VISITOR } from "../testing/builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

/** The first page of a file draws while its modules load. */
const PATIENCE = { timeout: 5_000 };
const SAID = SendId.parse("m1");
const LATER = SendId.parse("m2");
const cite = (id: SendId) => [{ kind: "message", id }] as const;
const SUMMARY: Summary = {
  ...NO_SUMMARY,
  lines: [{ text: "Kan de keuken verbouwd worden?", message: LATER }],
  sought: { text: "Ik zoek een huis met een tuin.", cites: [...cite(SAID)] },
  objects: [{ text: "Dorpstraat 15", cites: [...cite(SAID), ...cite(LATER)] }],
  questions: [{ text: "Kan de keuken verbouwd worden?", cites: [...cite(LATER)] }],
  objections: [{ text: "De prijs is te hoog.", cites: [...cite(SAID)] }],
  opener: "{greeting}, ik zag dat u interesse heeft in Dorpstraat 15. Zullen we een bezichtiging plannen?",
};

async function openSummary(summary: Summary = SUMMARY): Promise<HTMLElement> {
  const handoff = aHandoff("one", desk.now, { summary });
  desk.canned.put(handoff);
  for (const [at, [id, text]] of [
    [SAID, "Ik zoek een huis met een tuin. Wat kost Dorpstraat 15? De prijs is te hoog."],
    [LATER, "Kan de keuken verbouwd worden in Dorpstraat 15?"],
  ].entries()) {
    desk.canned.log(handoff.conversation, {
      kind: "message",
      id: SendId.parse(id ?? ""),
      author: VISITOR,
      text: text ?? "",
      at: desk.now + at,
    });
  }
  desk.open("#/handoffs/one");
  await screen.findByText("Kan de keuken verbouwd worden in Dorpstraat 15?", {}, PATIENCE);
  return screen.findByRole("region", { name: /Samenvatting/ });
}

it("H85 H62 tells what was sought, named, asked and objected, labelled as made automatically", async () => {
  const section = await openSummary();
  const parts = [...section.querySelectorAll("dt")].map((name) => [
    name.textContent,
    name.nextElementSibling?.querySelector(".summary-cite")?.firstChild?.textContent,
  ]);
  expect(parts).toEqual([
    ["Gezocht", "Ik zoek een huis met een tuin."],
    ["Genoemd", "Dorpstraat 15"],
    ["Vragen", "Kan de keuken verbouwd worden?"],
    ["Bezwaren", "De prijs is te hoog."],
  ]);
  expect(within(section).getByText("Automatisch gemaakt")).toBeTruthy();
  // The transcript stands below it, whole.
  expect(screen.getByText(/Wat kost Dorpstraat 15/)).toBeTruthy();
});

it("H85 a press leads to the message where it was said", async () => {
  const section = await openSummary();
  fireEvent.click(within(section).getByRole("button", { name: /De prijs is te hoog/ }));
  expect(document.activeElement?.id).toBe(`message-${SAID}`);
  fireEvent.click(within(section).getByRole("button", { name: /Dorpstraat 15/ }));
  expect(document.activeElement?.id).toBe(`message-${LATER}`);
});

it("H87 the opener greets by the hour, can be changed, and is copied as it was changed", async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
  const section = await openSummary();
  const opener = within(section).getByLabelText<HTMLTextAreaElement>("Gespreksopening");
  expect(opener.value).toMatch(/^Goede(morgen|middag|navond), ik zag.*bezichtiging plannen\?$/);
  fireEvent.input(opener, { target: { value: "Dag, u belde net." } });
  fireEvent.click(within(section).getByRole("button", { name: "Kopieer" }));
  expect(copied).toEqual(["Dag, u belde net."]);
  vi.restoreAllMocks();
});

it("H62 where nothing could be made of it, the last messages stand there", async () => {
  const section = await openSummary({ ...NO_SUMMARY, lines: SUMMARY.lines });
  expect(section.querySelector("dl")).toBeNull();
  expect(within(section).getByRole("button", { name: /Kan de keuken/ })).toBeTruthy();
});

it("R33 says so when a language model put it into words", async () => {
  const section = await openSummary({ ...SUMMARY, by: "model" });
  expect(within(section).getByText("Verwoord door een taalmodel")).toBeTruthy();
});

it("T12 an answer of Sophie's says which entry it came from", async () => {
  const { conversation } = aHandoff("one", desk.now);
  desk.canned.log(conversation, {
    kind: "message",
    id: SendId.parse("re:m0"),
    author: { kind: "bot" },
    text: "Van 9 tot 5.",
    source: { by: "knowledge", entries: ["hours"] },
    at: desk.now,
  });
  await openSummary();
  expect(screen.getByText("Uit de kennislijst: hours")).toBeTruthy();
});
