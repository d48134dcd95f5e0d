/** What Sophie notices in a sentence, and what she must not. */
import { describe, expect, it } from "vitest";
import { phraseDetector } from "./detect.ts";

/** Each finding as `type: "words"`. */
function found(text: string): string[] {
  return phraseDetector
    .detect(text)
    .signals.map(
      ({ type, spans }) => `${type}: ${spans.map(({ start, end }) => text.slice(start, end)).join(" + ")}`,
    );
}

describe("the examples of the catalogue", () => {
  it.each([
    ["H13 H15", "Kan ik het huis bezichtigen?", "demo_request: bezichtigen"],
    ["H16", "Is er een open huis?", "demo_request: open huis"],
    ["H17", "Ik wil een afspraak maken", "demo_request: afspraak maken"],
    ["H18 H20", "Wat is er onderhandelbaar?", "price_question: onderhandelbaar"],
    ["H21", "Zijn er bijkomende kosten?", "price_question: bijkomende kosten"],
    ["H22", "Hoeveel moet ik overbieden?", "price_question: overbieden"],
    ["H23 H25", "Kan ik iemand spreken?", "human_request: iemand spreken"],
    ["H26", "Is er een makelaar beschikbaar?", "human_request: makelaar beschikbaar"],
    ["H27", "Ik wil niet met een chatbot praten", "human_request: niet met een chatbot"],
  ])("%s %s", (_id, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it("H13 is at least 80 % sure of an explicit request", () => {
    expect(
      phraseDetector.detect("Kan ik het huis bezichtigen?").signals[0]?.confidence,
    ).toBeGreaterThanOrEqual(0.8);
  });
});

describe("the traps of the catalogue", () => {
  it.each([
    "Ik heb al met iemand gesproken",
    "user agent",
    "de agenda",
    "menselijk lichaam",
    "Wat kost het?",
  ])("H28 H18 nothing fires on: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

it("H26 a site's own role nouns count as people", () => {
  const nouns = { roleNouns: ["verkoopster"], productNouns: [] };
  expect(phraseDetector.detect("Is de verkoopster bereikbaar?", nouns).signals[0]?.type).toBe(
    "human_request",
  );
});
