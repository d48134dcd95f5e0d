/** What changed between two versions, one entry for each thing that a person would name. */
import { expect, it } from "vitest";
import { aCalendar, aQueue, aRule, someSettings } from "../../testing/settings-builders.ts";
import { NL } from "../../words/nl.ts";
import { changeInWords } from "./change-words.ts";
import { changesBetween } from "./changes.ts";

type Settings = Parameters<typeof changesBetween>[0];

function said(before: Settings, after: Settings): string[] {
  return changesBetween(before, after).map((change) => changeInWords(change, NL));
}

it("S8 nothing changed is no change, whatever the order of keys", () => {
  const settings = someSettings();
  expect(said(settings, { ...structuredClone(settings), version: 9 })).toEqual([]);
});

it.each<[string, Partial<Settings>, Partial<Settings>]>([
  ["Sophie gepauzeerd", {}, { paused: true }],
  ["Sophie weer aangezet", { paused: true }, { paused: false }],
  ["Signaal Prijsvraag uit", {}, { signals: { ...someSettings().signals, price_question: false } }],
  ["Mens aanbieden na 1 onbeantwoorde vraag", {}, { unknownLimit: 1 }],
  ["Vragen of een antwoord hielp uit", {}, { asksFeedback: false }],
  ["Enquête uit", {}, { survey: false }],
  ["Aanspreekvorm gewijzigd", {}, { address: "informal" }],
  ["Openingstijden “Kantoor” toegevoegd", {}, { calendars: [aCalendar("c", "Kantoor")] }],
  [
    "Openingstijden “Kantoor” gewijzigd",
    { calendars: [aCalendar("c", "Kantoor")] },
    { calendars: [aCalendar("c", "Kantoor", { zone: "Europe/Lisbon" })] },
  ],
  [
    "Wachtrij “Service” verwijderd",
    { queues: [aQueue("general", "Algemeen"), aQueue("s", "Service")] },
    { queues: [aQueue("general", "Algemeen")] },
  ],
  ["Bestemming als geen regel past gewijzigd", {}, { otherwise: null }],
  ["Wat er met een niet toegewezen gesprek gebeurt gewijzigd", {}, { onUnassigned: "close" }],
  ["Andere kanalen gewijzigd", {}, { channels: [{ kind: "callback", label: {} }] }],
  [
    "Bericht “Er is iemand” in het Nederlands gewijzigd",
    {},
    { messages: { available: { nl: "Momentje." }, unavailable: {}, unassigned: {} } },
  ],
  [
    "Regel “Prijs” uit",
    { rules: [aRule("r", "Prijs")] },
    { rules: [aRule("r", "Prijs", { enabled: false })] },
  ],
  [
    "Regel “Prijs” gewijzigd",
    { rules: [aRule("r", "Prijs")] },
    { rules: [aRule("r", "Prijs", { enabled: false, when: [] })] },
  ],
  [
    "Volgorde van de regels gewijzigd",
    { rules: [aRule("a", "A"), aRule("b", "B")] },
    { rules: [aRule("b", "B"), aRule("a", "A")] },
  ],
  [
    "Eigen woord “Klacht” verwijderd",
    { triggers: [{ id: "w", name: "Klacht", phrase: "klacht", language: null, inflected: true }] },
    {},
  ],
])("S8 %s", (sentence, before, after) => {
  expect(said(someSettings(before), someSettings(after))).toEqual([sentence]);
});

it("an added rule does not count as a change of the order", () => {
  const rules = [aRule("a", "A"), aRule("b", "B")];
  expect(said(someSettings({ rules }), someSettings({ rules: [aRule("c", "C"), ...rules] }))).toEqual([
    "Regel “C” toegevoegd",
  ]);
});
