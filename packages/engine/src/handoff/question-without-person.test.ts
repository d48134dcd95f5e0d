/** What is kept of a question that nobody could answer says what was asked, and nothing of who asked. */
import { describe, expect, it } from "vitest";
import type { Language } from "../domain/language.ts";
import { questionWithoutPerson } from "./question-without-person.ts";

describe("Q23 a question without its person", () => {
  it.each<[Language, string, string]>([
    ["nl", "Goedemiddag! Mag mijn hond mee? Groet, Jan de Vries", "Mag mijn hond mee?"],
    ["nl", "Kan het naar jan@example.org of 06-12345678?", "Kan het naar … of …?"],
    ["en", "Can you call me on +44 20 7946 0958?", "Can you call me on …?"],
    ["de", "Passt DE89 3704 0044 0532 0130 00 auch?", "Passt … auch?"],
    ["nl", "Woont er iemand op 1234 AB 5?", "Woont er iemand op … 5?"],
    ["fr", "Est-ce que je peux payer sur www.example.org/moi?", "Est-ce que je peux payer sur …"],
    ["nl", "Wat kost Dorpstraat 15?", "Wat kost Dorpstraat 15?"],
    ["pt", "Gostava de saber se aceitam cães.", "Gostava de saber se aceitam cães."],
  ])("%s: %s", (language, text, kept) => {
    expect(questionWithoutPerson(text, language)).toBe(kept);
  });

  it.each([
    ["a statement", "Ik vond het een leuke site."],
    ["an introduction", "Ik ben Jan de Vries, kan dat?"],
    ["a story", `Mag dat als ${"ik ".repeat(80)} kom?`],
    ["only a number", "06-12345678?"],
    ["nothing", ""],
  ])("nothing is kept of %s", (_what, text) => {
    expect(questionWithoutPerson(text, "nl")).toBeNull();
  });
});
