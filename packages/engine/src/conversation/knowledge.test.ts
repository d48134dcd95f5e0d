/** What Sophie answers from a list, and when she rather says that she does not know. */
import { describe, expect, it } from "vitest";
import type { SendId } from "../domain/id.ts";
import type { KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { Language } from "../domain/language.ts";
import { createKnowledge } from "./knowledge.ts";
import { createKnowledgeSearch } from "./knowledge-search.ts";

function entry(id: string, question: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry {
  return { id, language: "nl", question, variants: [], answer: `Antwoord op ${id}.`, ...more };
}

const HOURS = entry("hours", "Wat zijn jullie openingstijden?", { variants: ["Wanneer zijn jullie open?"] });
const HOUSE_15 = entry("price-15", "Wat kost Dorpstraat 15?", {
  variants: ["Wat is de vraagprijs van Dorpstraat 15?"],
});
const HOUSE_8 = entry("price-8", "Wat kost Havenkade 8?");
const PARKING = entry("parking", "Kan ik bij jullie parkeren?");

/** The id of the entry that is answered with; null for not knowing. */
async function ask(
  text: string,
  entries: readonly KnowledgeEntry[] = [HOURS, HOUSE_15, HOUSE_8, PARKING],
  language: Language = "nl",
  siteLanguage: Language = "nl",
): Promise<string | null> {
  const given = await createKnowledge(entries, siteLanguage)({ id: "q" as SendId, text, language });
  return given === null || typeof given === "string" ? given : (given.source?.entries[0] ?? null);
}

describe("T12 an entry is found", () => {
  it.each([
    ["as it was written", "Wat zijn jullie openingstijden?", "hours"],
    ["by another way of asking", "wanneer open", "hours"],
    ["inflected", "Mogen wij bij jullie parkeren?", "parking"],
    ["with a typo", "kan ik bij jullie parkeern", "parking"],
    ["by a synonym", "hoe duur is dorpstraat 15", "price-15"],
    ["in capitals and without accents", "KAN IK PARKEREN", "parking"],
    ["among greetings", "Goedemiddag, hallo! Kan ik bij jullie parkeren? Alvast bedankt", "parking"],
  ])("%s", async (_how, text, id) => {
    expect(await ask(text)).toBe(id);
  });

  it("and says its answer, its links and where it is from", async () => {
    const links = [
      { title: "Route", url: "https://example.org/route" },
      { title: "Tarieven", url: "https://example.org/tarieven" },
    ];
    const answer = createKnowledge([{ ...PARKING, links }]);
    expect(await answer({ id: "q" as SendId, text: "Kan ik parkeren?", language: "nl" })).toEqual({
      text: "Antwoord op parking.\nRoute: https://example.org/route\nTarieven: https://example.org/tarieven",
      source: { by: "knowledge", entries: ["parking"] },
    });
  });
});

describe("T12 she does not know", () => {
  it.each([
    ["what is in no entry", "Mag mijn hond mee?"],
    ["the same of another house", "Wat kost Dorpstraat 17?"],
    ["something else of the house", "Wanneer is Dorpstraat 15 gebouwd?"],
    ["what only names a house", "Dorpstraat 15"],
    ["nothing", ""],
    ["a word that says nothing", "wat is dat?"],
    ["signs", "?! 👍 <b>"],
    ["only when", "wanneer"],
  ])("%s", async (_what, text) => {
    expect(await ask(text)).toBeNull();
  });

  it("H18 which price, where several are known; with one there is no doubt", async () => {
    expect(await ask("Wat kost het?")).toBeNull();
    expect(await ask("Wat kost het?", [HOURS, HOUSE_15])).toBe("price-15");
  });

  it("of two entries that answer equally well she takes neither", async () => {
    const twice = [PARKING, { ...PARKING, id: "parking-2", answer: "Iets anders." }];
    expect(await ask("Kan ik parkeren?", twice)).toBeNull();
  });

  it("anything, where the list is empty or holds questions without words", async () => {
    expect(await ask("Kan ik parkeren?", [])).toBeNull();
    expect(await ask("Kan ik parkeren?", [entry("odd", "???"), entry("odd-2", "de het een")])).toBeNull();
  });
});

describe("T12 languages", () => {
  const english = entry("hours-en", "What are your opening hours?", { language: "en" });

  it("the visitor's own language comes first", async () => {
    expect(await ask("When are you open?", [HOURS, english], "en")).toBe("hours-en");
    expect(await ask("Wanneer zijn jullie open?", [HOURS, english], "nl")).toBe("hours");
  });

  it("what is not known in it is looked for in the site's", async () => {
    expect(await ask("Was sind Ihre Öffnungszeiten?", [HOURS, english], "de", "nl")).toBe("hours");
    expect(await ask("Darf mein Hund mit?", [HOURS, english], "de", "nl")).toBeNull();
  });
});

describe("F1 bounds", () => {
  it("a wall of text and a list of two thousand entries cost a moment", async () => {
    const entries = Array.from({ length: 2_000 }, (_, at) =>
      entry(`entry-${at}`, `Wat is onderwerp${at} van afdeling${at % 50}?`, {
        variants: [`Uitleg bij onderwerp${at}`],
      }),
    );
    const search = createKnowledgeSearch([...entries, PARKING], "nl");
    expect(search({ text: "Kan ik parkeren?", language: "nl" }, 3)[0]?.entry.id).toBe("parking");
    const started = performance.now();
    for (const text of [
      "parkeren ".repeat(440),
      "x".repeat(4_000),
      "onderwerp1 ".repeat(300),
      "a1 b2 c3 ".repeat(400),
    ])
      search({ text, language: "nl" }, 3);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
