/** The box in which a sentence is tried hears what Sophie would hear: the very detector and finder. */
import type { CustomTrigger } from "@sophie/engine";
import { detector } from "@sophie/engine/detector";
import { expect, it } from "vitest";
import { someSettings } from "../../testing/settings-builders.ts";
import { hearSentence } from "./hear-sentence.ts";

const NOUNS = { roleNouns: [], productNouns: [] };
const refund: CustomTrigger = {
  id: "w",
  name: "Geld terug",
  phrase: "restitutie",
  language: "nl",
  inflected: false,
};

function heard(sentence: string, changes: Parameters<typeof someSettings>[0] = {}) {
  return hearSentence(sentence, detector, NOUNS, someSettings(changes));
}

it("S6 an own word fires, whatever its capitals and accents, and says where", () => {
  const sentence = "Ik wil RÉSTITUTIE";
  expect(heard(sentence, { triggers: [refund] })).toEqual([
    { kind: "word", id: "w", name: "Geld terug", starts: true, spans: [{ start: 7, end: 17 }] },
  ]);
});

it("S6 other forms fire only when they are asked for", () => {
  expect(heard("alle restituties", { triggers: [refund] })).toEqual([]);
  expect(heard("alle restituties", { triggers: [{ ...refund, inflected: true }] })).toMatchObject([
    { name: "Geld terug" },
  ]);
});

it("S6 a word that stands twice is one word with two places", () => {
  const words = heard("restitutie, ja restitutie", { triggers: [refund] }).filter(
    ({ kind }) => kind === "word",
  );
  expect(words.map(({ spans }) => spans.length)).toEqual([2]);
});

it("S7 without the word nothing fires any more", () => {
  expect(heard("Ik wil restitutie", { triggers: [] })).toEqual([]);
});

it("S4 a signal that is off is heard, with how sure it is, and starts nothing", () => {
  const signals = { ...someSettings().signals, human_request: false };
  const sentence = "Kan ik een medewerker spreken?";
  expect(heard(sentence)).toMatchObject([{ signal: "human_request", starts: true }]);
  const [off] = heard(sentence, { signals });
  expect(off).toMatchObject({ signal: "human_request", starts: false, isPlainPrice: false });
  expect(off?.kind === "signal" && off.confidence > 0.5).toBe(true);
});
