/** Measures how well the knowledge list answers, and how well it knows when it does not. */
import { describe, expect, it } from "vitest";
import { createKnowledge } from "../src/conversation/knowledge.ts";
import { createKnowledgeSearch, SURE_MIN } from "../src/conversation/knowledge-search.ts";
import type { SendId } from "../src/domain/id.ts";
import { LANGUAGES } from "../src/domain/language.ts";
import { type AskedQuestion, type KnowledgeSet, readKnowledgeSets } from "./knowledge-set.ts";

const SETS = LANGUAGES.flatMap(readKnowledgeSets);
const PRICE =
  /kort|onderhandel|omlaag|discount|negotia|come down|rabatt|verhandel|günstiger|remise|négoci|baisser|descont|negoci|baixam|descuento|bajan|drie keer|three months|drei raten|trois fois|três vezes|tres plazos/i;

interface Reading extends AskedQuestion {
  readonly set: KnowledgeSet;
  readonly given: string | null;
  /** Of the best there was, given or not. */
  readonly sure: number;
  readonly isBestRight: boolean;
}

const READINGS = SETS.flatMap((set) => {
  const search = createKnowledgeSearch(set.entries, set.language);
  return set.asked.map((asked): Reading => {
    const best = search({ text: asked.text, language: set.language }, 1)[0];
    const sure = best?.sure ?? 0;
    const given = best !== undefined && sure >= SURE_MIN ? best.entry.id : null;
    return { ...asked, set, given, sure, isBestRight: best?.entry.id === asked.wanted };
  });
});

function figuresOf(readings: readonly Reading[]) {
  const given = readings.filter((reading) => reading.given !== null);
  const right = given.filter((reading) => reading.given === reading.wanted);
  const answerable = readings.filter(({ wanted }) => wanted !== null);
  return { precision: right.length / given.length, recall: right.length / answerable.length };
}

describe("T12 what is in the knowledge is answered, and what is not is not", () => {
  it("is measured on enough questions of both kinds", () => {
    expect(READINGS.filter(({ wanted }) => wanted !== null).length).toBeGreaterThan(200);
    expect(READINGS.filter(({ wanted }) => wanted === null).length).toBeGreaterThan(200);
  });

  it.each([
    ["home", 0.98, 0.8],
    ["shop", 0.95, 0.88],
    ["hotel", 0.97, 0.9],
  ] as const)("of %s: precision and recall", (name, precision, recall) => {
    const figures = figuresOf(READINGS.filter(({ set }) => set.name === name));
    process.stdout.write(
      `${name}: precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}\n`,
    );
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
  });

  it.each(LANGUAGES)("in %s: precision and recall", (language) => {
    const { precision, recall } = figuresOf(READINGS.filter(({ set }) => set.language === language));
    expect(precision).toBeGreaterThanOrEqual(0.94);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  it("is as sure as it is right: of those in a band, about that share", () => {
    for (const [from, to] of [
      [0, 0.35],
      [0.35, 0.7],
      [0.7, 0.95],
      [0.95, 1.01],
    ] as const) {
      const band = READINGS.filter(({ sure }) => sure > 0 && sure >= from && sure < to);
      const right = band.filter(({ isBestRight }) => isBestRight).length / band.length;
      const told = band.reduce((sum, { sure }) => sum + sure, 0) / band.length;
      expect(band.length).toBeGreaterThan(10);
      expect(Math.abs(right - told)).toBeLessThan(0.25);
    }
  });
});

describe("T13 H18 a complex question about the price", () => {
  const complex = SETS.flatMap((set) =>
    set.asked
      .filter(({ wanted, text }) => wanted === null && PRICE.test(text))
      .map(({ text }) => ({ set, text })),
  );

  it("is never answered from the list, even where no detector sees it first", async () => {
    expect(complex.length).toBeGreaterThan(25);
    const answered: string[] = [];
    for (const { set, text } of complex) {
      const answer = createKnowledge(set.entries, set.language);
      const given = await answer({ id: "q" as SendId, text, language: set.language });
      if (given !== null) answered.push(`${set.language} ${text}`);
    }
    expect(answered).toEqual([]);
  });
});

describe("T12 a question in another language than the knowledge", () => {
  it("finds the site's own answer by what it asks for, or is admitted: hardly ever another one", async () => {
    let right = 0;
    let asked = 0;
    let wrong = 0;
    for (const set of SETS.filter(({ name }) => name === "shop")) {
      for (const other of SETS.filter(({ name, language }) => name === "shop" && language !== set.language)) {
        const answer = createKnowledge(set.entries, set.language);
        for (const { text, wanted } of other.asked) {
          const given = await answer({ id: "q" as SendId, text, language: other.language });
          const id = given === null || typeof given === "string" ? null : (given.source?.entries[0] ?? null);
          if (wanted !== null) asked += 1;
          if (id !== null && id === wanted) right += 1;
          if (id !== null && id !== wanted) wrong += 1;
        }
      }
    }
    process.stdout.write(`another language: ${right} of ${asked} answered, ${wrong} wrongly\n`);
    expect(right / asked).toBeGreaterThan(0.25);
    expect(wrong / (right + wrong)).toBeLessThan(0.1);
  });
});
