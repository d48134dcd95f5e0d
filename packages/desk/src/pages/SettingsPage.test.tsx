/** Saving, leaving, being late, being wrong, being allowed: what concerns every section of the settings. */
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aRule } from "../testing/settings-builders.ts";
import { type OpenedDesk, prepareDesk } from "../testing/open-desk.tsx";
import { line, openSettings, press, save, turnTo } from "../testing/open-settings.ts";

let desk: OpenedDesk;
beforeEach(() => {
  desk = prepareDesk();
});
afterEach(() => desk.close());

const flip = (name: string) => fireEvent.click(screen.getByRole("switch", { name }));
const isOn = (name: string) => screen.getByRole<HTMLInputElement>("switch", { name }).checked;

it("S1 one page has everything about handing over, section by section, each at an address of its own", async () => {
  await openSettings(desk, "start");
  const index = screen.getByRole("navigation", { name: "Overdracht" });
  const links = within(index).getAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(
    [
      "start",
      "pause",
      "queues",
      "hours",
      "rules",
      "try",
      "tickets",
      "messages",
      "channels",
      "manner",
      "history",
    ].map((section) => `#/settings/${section}`),
  );
  for (const link of links) {
    await turnTo(link.getAttribute("href") ?? "");
    expect(await screen.findByRole("heading", { level: 2, name: link.textContent ?? "" })).toBeTruthy();
  }
});

it("S1 S8 nothing applies before it is saved; then it says from when it holds", async () => {
  const settings = await openSettings(desk, "start");
  flip("Prijsvraag");
  flip("Vraag of een antwoord hielp");
  expect(screen.getByText("2 wijzigingen niet opgeslagen")).toBeTruthy();
  expect(settings.offered).toEqual([]);
  const offered = await save(settings);
  expect(offered).toMatchObject({ signals: { price_question: false }, asksFeedback: false });
  expect(await screen.findByText("Opgeslagen. Nieuwe gesprekken volgen dit binnen 5 seconden.")).toBeTruthy();
  expect(settings.settings.signals.price_question).toBe(false);
  expect(screen.queryByRole("button", { name: "Opslaan" })).toBeNull();
});

it("S8 undoing puts everything back as it is saved", async () => {
  const settings = await openSettings(desk, "start");
  flip("Hot lead");
  press("Ongedaan maken");
  expect(isOn("Hot lead")).toBe(true);
  expect(screen.queryByText(/niet opgeslagen/)).toBeNull();
  expect(settings.offered).toEqual([]);
});

it("S8 the changes are named before they are saved, and their sections marked", async () => {
  await openSettings(desk, "start");
  flip("Hot lead");
  press("Toon");
  expect(screen.getByText("Signaal Hot lead uit")).toBeTruthy();
  expect(screen.getByRole("link", { name: /Wat een overdracht start.*Nog niet opgeslagen/ })).toBeTruthy();
});

async function leaveFor(fragment: string): Promise<HTMLElement> {
  await turnTo(fragment);
  return screen.findByRole("dialog", { name: "Weggaan zonder opslaan?" });
}

it("S8 leaving with unsaved changes asks; staying keeps them", async () => {
  await openSettings(desk, "start");
  flip("Hot lead");
  const dialog = await leaveFor("#/team");
  expect(location.hash).toBe("#/settings/start");
  press("Hier blijven", dialog);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(isOn("Hot lead")).toBe(false);
});

it("S8 leaving without saving goes where one was going, and saves nothing", async () => {
  const settings = await openSettings(desk, "start");
  flip("Hot lead");
  press("Niet opslaan", await leaveFor("#/team"));
  expect(await screen.findByRole("heading", { level: 1, name: "Team" })).toBeTruthy();
  expect(location.hash).toBe("#/team");
  expect(settings.offered).toEqual([]);
});

it("S8 saving and leaving saves first, and stays when that fails", async () => {
  const settings = await openSettings(desk, "start");
  flip("Hot lead");
  settings.problems = [{ path: "queues.0.name", code: "too_small", sentence: "This is empty." }];
  press("Opslaan en weggaan", await leaveFor("#/team"));
  expect(await screen.findByText(/er klopt 1 ding niet/)).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  press("Opslaan en weggaan", await leaveFor("#/team"));
  expect(await screen.findByRole("heading", { level: 1, name: "Team" })).toBeTruthy();
  expect(settings.settings.signals.hot_lead).toBe(false);
});

it("S8 from section to section nothing is asked and nothing is lost; signing out is asked too", async () => {
  await openSettings(desk, "start");
  flip("Hot lead");
  await turnTo("#/settings/pause");
  await screen.findByRole("heading", { level: 2, name: "Sophie pauzeren" });
  expect(screen.getByText("1 wijziging niet opgeslagen")).toBeTruthy();
  press("Afmelden");
  expect(await screen.findByRole("dialog", { name: "Weggaan zonder opslaan?" })).toBeTruthy();
  expect(desk.edge.posted).toEqual([]);
});

it("S8 who saves second is told who was first and what they changed, and keeps what they typed", async () => {
  const settings = await openSettings(desk, "start");
  flip("Hot lead");
  settings.saveAs("Bram", { unknownLimit: 4 });
  await save(settings);
  const notice = await screen.findByRole("region", { name: /Bram sloeg om .* iets op/ });
  expect(notice.textContent).toContain("Mens aanbieden na 4 onbeantwoorde vragen");
  expect(isOn("Hot lead")).toBe(false);
  press("Mijn wijzigingen hierop toepassen", notice);
  expect(screen.getByText("1 wijziging niet opgeslagen")).toBeTruthy();
  await save(settings);
  await screen.findByText(/^Opgeslagen/);
  expect(settings.settings).toMatchObject({ unknownLimit: 4, signals: { hot_lead: false } });
});

it("S8 who was late may take what the other saved instead", async () => {
  const settings = await openSettings(desk, "start");
  flip("Hot lead");
  settings.saveAs("Bram", { asksFeedback: false });
  await save(settings);
  press("Mijn wijzigingen weggooien", await screen.findByRole("region", { name: /Bram sloeg/ }));
  expect(isOn("Hot lead")).toBe(true);
  expect(isOn("Vraag of een antwoord hielp")).toBe(false);
  expect(screen.queryByText(/niet opgeslagen/)).toBeNull();
});

it("S8 what the server finds wrong stands at its field, and a summary leads there", async () => {
  const settings = await openSettings(desk, "rules", { saved: { rules: [aRule("r", "Prijs")] } });
  fireEvent.click(screen.getByRole("switch", { name: "Regel Prijs aan" }));
  settings.problems = [
    { path: "queues.0.name", code: "too_small", sentence: "This is empty." },
    {
      path: "rules.0.to.queue",
      code: "queue_gone",
      sentence: "The rule “Prijs” sends to a queue that is gone.",
    },
  ];
  await save(settings);
  const summary = await screen.findByRole("region", { name: /er kloppen 2 dingen niet/ });
  await waitFor(() => expect(document.activeElement === within(summary).getByRole("heading")).toBe(true));
  expect(line(/Prijs/).querySelector("details")?.open).toBe(true);
  const queue = within(line(/Prijs/)).getByLabelText("Wachtrij");
  expect(queue.getAttribute("aria-invalid")).toBe("true");
  expect(queue.parentElement?.textContent).toContain("Deze wachtrij is verwijderd");
  press(/Dit is leeg/, summary);
  await screen.findByRole("heading", { level: 2, name: "Wachtrijen" });
  await waitFor(() => expect(document.activeElement === screen.getByLabelText("Naam")).toBe(true));
  expect(settings.settings.rules[0]?.enabled).toBe(true);
});

it("S2 who may not edit sees everything, can change nothing, and reads who can", async () => {
  await openSettings(desk, "start", { role: "agent" });
  expect(screen.getByText(/niet wijzigen\. Dat kan Chris de Boer\./)).toBeTruthy();
  const group = screen.getByRole("switch", { name: "Hot lead" }).closest("fieldset");
  expect(group?.disabled).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>("Wat een bezoeker zou schrijven").disabled).toBe(false);
  expect(screen.queryByRole("button", { name: "Opslaan" })).toBeNull();
});

it("S2 a role that was taken away meanwhile is refused at saving, and the page turns read-only", async () => {
  const settings = await openSettings(desk, "start");
  flip("Hot lead");
  desk.canned.me = { ...desk.canned.me, role: "agent" };
  press("Opslaan");
  expect(await screen.findByText(/Jouw rol mag dit niet wijzigen/)).toBeTruthy();
  expect(await screen.findByText(/maar niet wijzigen/)).toBeTruthy();
  expect(settings.offered).toEqual([]);
});

it("S1 the history says who saved what and when, and puts a version back as unsaved changes", async () => {
  const settings = await openSettings(desk, "history", { saved: { unknownLimit: 3 } });
  expect(await screen.findByText("Mens aanbieden na 3 onbeantwoorde vragen")).toBeTruthy();
  expect(screen.getByText("geldt nu")).toBeTruthy();
  await turnTo("#/settings/start");
  await screen.findByRole("heading", { level: 2, name: "Wat een overdracht start" });
  fireEvent.click(screen.getByRole("radio", { name: "5" }));
  await save(settings);
  await screen.findByText(/^Opgeslagen/);
  await turnTo("#/settings/history");
  await screen.findByText("Mens aanbieden na 5 onbeantwoorde vragen");
  press("Terugzetten");
  expect(await screen.findByText("1 wijziging niet opgeslagen")).toBeTruthy();
  expect(settings.settings.unknownLimit).toBe(5);
  const offered = await save(settings);
  expect(offered).toMatchObject({ unknownLimit: 3, version: 2 });
});

it("S8 what holds and still surprises is said after saving", async () => {
  const settings = await openSettings(desk, "start");
  settings.warnings = [{ path: "rules.0", code: "rules_unread", sentence: "Never read." }];
  flip("Hot lead");
  await save(settings);
  expect(await screen.findByText(/de regels eronder worden nooit gelezen/)).toBeTruthy();
});

it("changes the form of address, and speaks English whole", async () => {
  const settings = await openSettings(desk, "manner");
  press("English");
  expect(await screen.findByRole("heading", { level: 2, name: "Address and survey" })).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "je, du, tu" }));
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved. New conversations follow this within 5 seconds.")).toBeTruthy();
  expect(settings.settings.address).toBe("informal");
});

it("S1 of a long history the newest are read first, and the rest when they are asked for", async () => {
  for (let count = 1; count <= 12; count += 1) desk.edge.settings.saveAs("Bram", { survey: count % 2 === 0 });
  await openSettings(desk, "history");
  await waitFor(() => expect(document.querySelectorAll(".version")).toHaveLength(10));
  press("Alle 12 tonen");
  await waitFor(() => expect(document.querySelectorAll(".version")).toHaveLength(12));
  expect(screen.queryByRole("button", { name: "Alle 12 tonen" })).toBeNull();
});
