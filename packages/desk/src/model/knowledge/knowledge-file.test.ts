/** Lists of knowledge go out to files and come back as they were; and from other people's files as well as may be. */
import type { KnowledgeEntry } from "@sophie/engine";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCsv, toCsv } from "./csv.ts";
import { readFile, writeCsv, writeJson } from "./knowledge-file.ts";

const ENTRIES: readonly KnowledgeEntry[] = [
  {
    id: "hours",
    language: "nl",
    question: 'Wanneer zijn jullie "echt" open?',
    variants: ["Hoe laat, en waar?", "open; of dicht"],
    answer: "Van 9.00 tot 17.30 uur,\nen op zaterdag tot 14.00 uur.",
    links: [{ title: "Route en tijden", url: "https://example.org/tijden" }],
  },
  { id: "sum", language: "en", question: "=1+1?", variants: [], answer: "-2, or +2, or @2" },
];

function reading() {
  let made = 0;
  return { language: "nl", newId: () => `new-${(made += 1)}` } as const;
}

describe("T12 a list goes out and comes back", () => {
  it("as CSV, with quotes, commas and line ends; and no cell is a formula for a spreadsheet", () => {
    const text = writeCsv(ENTRIES);
    expect(readFile(text, reading())).toEqual(ENTRIES);
    expect(readFile(`\ufeff${text.replaceAll("\r\n", "\n")}`, reading())).toEqual(ENTRIES);
    for (const row of fromCsv(text.replaceAll("'", "")) ?? []) expect(row).toBeDefined();
    expect(text).toContain("'=1+1?");
    expect(text).toContain("'-2, or +2");
  });

  it("as JSON", () => {
    expect(readFile(writeJson(ENTRIES), reading())).toEqual(ENTRIES);
  });

  it("whatever is in the cells of a table", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", " ", "=", "é") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const table = [["head", "of"], ...rows];
        const kept = table.filter((cells) => cells.some((each) => each.trim() !== ""));
        expect(fromCsv(toCsv(table))).toEqual(kept);
      }),
    );
  });
});

describe("T12 a list from elsewhere", () => {
  it("with semicolons, columns in another order, and only what is needed", () => {
    const text =
      "Answer;Question;Variants\r\nJa, achter de kerk.;Kan ik parkeren?;Waar parkeer ik|Is er parkeren\r\n";
    expect(readFile(text, reading())).toEqual([
      {
        id: "new-1",
        language: "nl",
        question: "Kan ik parkeren?",
        variants: ["Waar parkeer ik", "Is er parkeren"],
        answer: "Ja, achter de kerk.",
      },
    ]);
    expect(readFile('[{"question":"Lift?","answer":"Ja.","language":"en"}]', reading())).toMatchObject([
      { id: "new-1", language: "en", variants: [] },
    ]);
  });

  it.each([
    ["no table", "Hallo"],
    ["a table of something else", "name,phone\nJan,06"],
    ["a quote that never ends", 'question,answer\n"Lift?,Ja'],
    ["JSON that is none", "[{"],
    ["JSON of something else", '{"houses":[]}'],
    ["an entry without an answer", '[{"question":"Lift?"}]'],
    ["a link to a script", '[{"question":"L?","answer":"J","links":[{"title":"x","url":"javascript:1"}]}]'],
    ["nothing", ""],
  ])("is refused when it is %s", (_what, text) => {
    expect(readFile(text, reading())).toBeNull();
  });
});
