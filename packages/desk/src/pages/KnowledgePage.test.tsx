/** The knowledge page: finding, adding, changing, saving, trying, and what was not known. */
import type { KnowledgeEntry } from "@sophie/engine";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CHRIS, fill, press, turnTo } from "../testing/open-settings.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

function entry(id: string, question: string, answer: string): KnowledgeEntry {
  return { id, language: "nl", question, variants: [], answer };
}
/** The first page of a file draws while its modules load. */
const PATIENCE = { timeout: 5_000 };
const HOURS = entry("hours", "Wanneer zijn jullie open?", "Van 9 tot 5.");
const PARKING = entry("parking", "Kan ik parkeren?", "Achter de kerk.");

async function openKnowledge(role: "admin" | "agent" = "admin") {
  const { canned, edge } = desk;
  canned.me = { ...canned.me, role };
  canned.agents = [canned.me, CHRIS];
  if (edge.knowledge.entries.length === 0) edge.knowledge.entries = [HOURS, PARKING];
  desk.open("#/knowledge");
  await screen.findByRole("region", { name: "Kennis" }, PATIENCE);
  return edge.knowledge;
}
const list = () => screen.getByRole("region", { name: "Kennis" });

it("T12 lists what Sophie knows, and finds it by words of question or answer", async () => {
  await openKnowledge();
  expect(screen.getByText("2 antwoorden")).toBeTruthy();
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "kerk" } });
  expect(screen.getByText("1 van 2 antwoorden")).toBeTruthy();
  expect(within(list()).queryByText(HOURS.question)).toBeNull();
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "olifant" } });
  expect(screen.getByText("Niets gevonden met deze woorden.")).toBeTruthy();
});

it("T12 S8 what is added and changed holds only when it is saved", async () => {
  const knowledge = await openKnowledge();
  press("Toevoegen");
  fill("Vraag", "Is er een lift?", list());
  fill("Antwoord", "Ja, in beide gebouwen.");
  press("Klaar");
  press(/Kan ik parkeren/);
  fill("Andere manieren om dit te vragen", "Waar zet ik mijn auto\nIs er parkeren");
  expect(screen.getByText("2 wijzigingen")).toBeTruthy();
  expect(knowledge.offered).toEqual([]);
  press("Opslaan");
  expect(await screen.findByText(/Nieuwe gesprekken gebruiken dit binnen 5 seconden/)).toBeTruthy();
  expect(knowledge.entries).toMatchObject([
    { question: "Is er een lift?", language: "nl" },
    HOURS,
    { id: "parking", variants: ["Waar zet ik mijn auto", "Is er parkeren"] },
  ]);
});

it("T12 an entry is removed, and changes can be thrown away", async () => {
  const knowledge = await openKnowledge();
  press(/Kan ik parkeren/);
  press("Verwijderen");
  expect(screen.getByText("1 antwoorden")).toBeTruthy();
  press("Wijzigingen verwerpen");
  expect(screen.getByText("2 antwoorden")).toBeTruthy();
  expect(knowledge.offered).toEqual([]);
});

it("S8 what is wrong is said at the place and leads there; what a colleague saved is not overwritten", async () => {
  const knowledge = await openKnowledge();
  press(/Kan ik parkeren/);
  fill("Antwoord", "");
  press("Klaar");
  knowledge.problems = [
    { path: "entries.1.answer", code: "answer_missing", sentence: "There is no answer." },
  ];
  press("Opslaan");
  press(/Kan ik parkeren\?: Op deze vraag is nog geen antwoord/, await screen.findByRole("alert"));
  expect(screen.getByLabelText("Antwoord").getAttribute("aria-invalid")).toBe("true");
  knowledge.problems = [];
  knowledge.saveElsewhere([HOURS]);
  fill("Antwoord", "Gratis.");
  press("Opslaan");
  expect(await screen.findByText(/Een collega heeft intussen iets anders opgeslagen/)).toBeTruthy();
  expect(knowledge.entries).toEqual([HOURS]);
  press("Bekijk de nieuwe versie");
  expect(screen.getByText("1 antwoorden")).toBeTruthy();
});

it("S8 leaving with unsaved changes asks first", async () => {
  await openKnowledge();
  press(/Kan ik parkeren/);
  press("Verwijderen");
  await turnTo("#/team");
  const dialog = await screen.findByRole("dialog", { name: "Weggaan zonder op te slaan?" });
  press("Blijven", dialog);
  expect(location.hash).toBe("#/knowledge");
  await turnTo("#/team");
  press("Weggaan", await screen.findByRole("dialog"));
  await waitFor(() => expect(location.hash).toBe("#/team"));
});

async function tries(question: string): Promise<string> {
  fill("Vraag van een bezoeker", question);
  press("Probeer");
  const outcome = await waitFor(() => {
    const told = document.querySelector(".tried")?.textContent ?? "";
    if (told === "") throw new Error("nothing yet");
    return told;
  });
  return outcome.replace(/\s+/g, " ");
}

it("T12 a question can be tried, with what is not saved yet: the answer and how sure, not knowing, or a person", async () => {
  const knowledge = await openKnowledge();
  knowledge.signals.set("Kan ik komen kijken?", { type: "demo_request", confidence: 0.92 });
  expect(await tries("mag ik bij jullie parkeren")).toMatch(/Sophie antwoordt \d+ % zeker.*Achter de kerk\./);
  expect(await tries("Is er een lift?")).toBe("Sophie zegt dat ze het niet weet.");
  expect(await tries("Kan ik komen kijken?")).toBe(
    "Hiervoor roept Sophie een medewerker: Demo-aanvraag 92 % zeker",
  );
  press("Toevoegen");
  fill("Vraag", "Is er een lift?", list());
  fill("Antwoord", "Ja, in beide gebouwen.");
  expect(await tries("hebben jullie een lift?")).toContain("Ja, in beide gebouwen.");
  expect(knowledge.offered).toEqual([]);
});

it("T12 what visitors asked in vain is one press away from an answer", async () => {
  desk.edge.knowledge.unknown = [
    { language: "nl", question: "Mag mijn hond mee?", asked: 7, lastAt: 1 },
    { language: "en", question: "Is there a lift?", asked: 2, lastAt: 2 },
  ];
  await openKnowledge();
  const unknown = screen.getByRole("region", { name: "Wat Sophie niet wist" });
  expect([...unknown.querySelectorAll(".unknown-times")].map((times) => times.textContent)).toEqual([
    "7×",
    "2×",
  ]);
  press(/Is there a lift/, unknown);
  expect(within(list()).getByLabelText<HTMLInputElement>("Vraag").value).toBe("Is there a lift?");
  expect(within(list()).getByLabelText<HTMLSelectElement>("Taal").value).toBe("en");
  await waitFor(() => expect(within(unknown).queryByText("Is there a lift?")).toBeNull());
});

it("S2 without bot.edit the list is read-only, and can still be tried", async () => {
  await openKnowledge("agent");
  expect(screen.getByText(/Je kunt dit lezen/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Toevoegen" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Importeren…" })).toBeNull();
  press(/Kan ik parkeren/);
  expect(screen.getByLabelText("Antwoord").closest("fieldset")?.disabled).toBe(true);
  expect(await tries("Kan ik parkeren?")).toContain("Achter de kerk.");
});
