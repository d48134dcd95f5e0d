/** The language of a visitor's first words. */
import { expect, it } from "vitest";
import { guessLanguage } from "./guess-language.ts";

it.each([
  ["Kan ik het huis bezichtigen?", "nl"],
  ["Goedemorgen, wat kost het?", "nl"],
  ["Ik wil graag iemand spreken", "nl"],
  ["How much is the house?", "en"],
  ["Hi, can I talk to somebody please", "en"],
  ["What are your opening hours? I would like to visit", "en"],
  ["Guten Tag, was kostet das Haus?", "de"],
  ["Ich möchte mit einem Menschen sprechen, bitte", "de"],
  ["Bonjour, quel est le prix ?", "fr"],
  ["Je voudrais parler avec une personne", "fr"],
  ["Olá, quanto custa?", "pt"],
  ["Gostaria de falar com uma pessoa, por favor. Vocês têm horário? Eu quero visitar.", "pt"],
  ["Hola, ¿cuánto cuesta?", "es"],
  ["Quiero hablar con una persona, ¿dónde es?", "es"],
] as const)("knows that “%s” is %s", (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

it.each(["ok", "Dorpstraat 15?", "jan@example.nl", "", "0612345678", "demo", "👍", "Van der Berg", "info"])(
  "does not guess from “%s”",
  (text) => {
    expect(guessLanguage(text)).toBeNull();
  },
);
