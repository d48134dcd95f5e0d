/** What starts a handoff: switches, own words, and the box in which a sentence is tried. */
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenedDesk, prepareDesk } from "../../testing/open-desk.tsx";
import { fill, line, openSettings, press, save } from "../../testing/open-settings.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const REFUND = {
  id: "w",
  name: "Geld terug",
  phrase: "restitutie",
  language: "nl",
  inflected: false,
} as const;

function addWord(phrase: string): void {
  fill("Nieuw woord of nieuwe zin", phrase);
  const form = screen.getByRole("button", { name: "Toevoegen" }).closest("form");
  if (form !== null) fireEvent.submit(form);
}

it("S4 switching off the call for a person warns at once, and once more after saving", async () => {
  const settings = await openSettings(desk, "start");
  settings.warnings = [
    { path: "signals.human_request", code: "human_request_off", sentence: "Nobody comes." },
  ];
  expect(screen.queryByText(/krijgt er zo geen/)).toBeNull();
  fireEvent.click(screen.getByRole("switch", { name: "Wil persoon spreken" }));
  expect(screen.getByText(/Wie om een mens vraagt, krijgt er zo geen/)).toBeTruthy();
  const offered = await save(settings);
  expect(offered.signals.human_request).toBe(false);
  expect(await screen.findByText(/leest dat er niemand komt/)).toBeTruthy();
});

it("S3 after how many unanswered questions a person is offered is a choice of one to five", async () => {
  const settings = await openSettings(desk, "start");
  fireEvent.click(screen.getByRole("radio", { name: "4" }));
  expect(screen.getByText(/Tot de 4e keer/)).toBeTruthy();
  expect((await save(settings)).unknownLimit).toBe(4);
});

it("S6 a word is added by typing it, with other forms unless one says no", async () => {
  const settings = await openSettings(desk, "start");
  addWord("  mijn geld terug ");
  addWord("…");
  const added = line(/mijn geld terug/);
  fireEvent.click(within(added).getByRole("switch", { name: "Ook andere vormen" }));
  fill("Zo ziet een medewerker het", "Geld terug", added);
  const { triggers } = await save(settings);
  expect(triggers).toMatchObject([
    { phrase: "mijn geld terug", name: "Geld terug", inflected: false, language: null },
  ]);
});

it("S7 the bin takes a word away; until it is saved it can be undone", async () => {
  const settings = await openSettings(desk, "start", { saved: { triggers: [REFUND] } });
  press("“restitutie” verwijderen");
  expect(screen.queryByText("“restitutie”")).toBeNull();
  press("Ongedaan maken");
  expect(line(/restitutie/)).toBeTruthy();
  press("“restitutie” verwijderen");
  expect((await save(settings)).triggers).toEqual([]);
});

async function heard(sentence: string): Promise<string[]> {
  fill("Wat een bezoeker zou schrijven", sentence);
  await waitFor(() => expect(document.querySelector(".test-sentence")?.textContent).toBe(sentence));
  return [...document.querySelectorAll(".test-line")].map((item) => item.textContent ?? "");
}

it("S6 a tried sentence says what fires, where, and how sure, with words that are not saved yet", async () => {
  await openSettings(desk, "start");
  addWord("restitutie");
  const lines = await heard("Waar vraag ik restituties aan? Kan ik iemand spreken?");
  expect(lines.find((said) => said.includes("eigen woord"))).toMatch(/restitutie.*Start een overdracht/);
  expect(lines.find((said) => said.startsWith("Wil persoon"))).toMatch(/\d+ % zeker.*Start een overdracht/);
  const marked = [...document.querySelectorAll(".test-sentence mark")].map((mark) => mark.textContent);
  expect(marked).toContain("restituties");
});

it("S6 a signal that is off is heard and starts nothing, and a sentence with nothing in it says so", async () => {
  await openSettings(desk, "start");
  fireEvent.click(screen.getByRole("switch", { name: "Wil persoon spreken" }));
  expect(await heard("Kan ik een medewerker spreken?")).toMatchObject([
    expect.stringMatching(/Staat uit: start niets/),
  ]);
  expect(await heard("Goedemorgen")).toEqual([]);
  expect(screen.getByText(/Hier start niets op/)).toBeTruthy();
});
