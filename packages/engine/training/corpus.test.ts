/** The corpus as it is read: labels, underlined words, and what is refused. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCorpusFile, readCorpus } from "./corpus.ts";
import type { Example } from "./example.ts";
import { isLeftOut } from "./split.ts";

describe("a corpus file", () => {
  it("has messages with the labels of their idea, and brackets become spans", () => {
    const file =
      "@ demo+price | both\nKan ik [komen kijken] en is er [ruimte]?\n\n@ none | calm\nDag allemaal\n";
    expect(parseCorpusFile(file, "nl", "car")).toMatchObject([
      {
        text: "Kan ik komen kijken en is er ruimte?",
        labels: ["demo", "price"],
        marked: [
          { start: 7, end: 19 },
          { start: 29, end: 35 },
        ],
      },
      { text: "Dag allemaal", labels: [], marked: [], domain: "car", language: "nl" },
    ]);
  });

  it("a bracket without its partner is a character like any other", () => {
    expect(parseCorpusFile("@ none | x\na ] b [ c", "en", "car")).toMatchObject([
      { text: "a ] b [ c", marked: [] },
    ]);
  });

  it("with an unknown label is refused, with its place", () => {
    expect(() => parseCorpusFile("@ demmo | x\nhi", "en", "car")).toThrow(/en\/car\.txt:1.*demmo/);
  });

  it("with a message before its first idea is refused, with its place", () => {
    expect(() => parseCorpusFile("hi", "en", "car")).toThrow("en/car.txt:1");
  });
});

describe("the corpus that is kept here", () => {
  const examples = readCorpus(join(import.meta.dirname, "corpus"));

  it("has thousands of messages in each of six languages, and as many that ask for nothing as for any one thing", () => {
    const languages = new Map<string, typeof examples>();
    for (const example of examples) {
      languages.set(example.language, [...(languages.get(example.language) ?? []), example]);
    }
    expect([...languages.keys()].sort()).toEqual(["de", "en", "es", "fr", "nl", "pt"]);
    for (const messages of languages.values()) {
      expect(messages.length).toBeGreaterThanOrEqual(3_200);
      const calm = messages.filter(({ labels }) => labels.length === 0).length;
      for (const label of ["demo", "price", "human"] as const) {
        expect(calm).toBeGreaterThan(messages.filter(({ labels }) => labels.includes(label)).length);
      }
    }
  });

  it("is split so that all messages of an idea stand on one side", () => {
    const isHeldOut = (example: Example) => isLeftOut(example, { fold: 0 });
    const heldOut = examples.filter(isHeldOut);
    const taught = new Set(examples.filter((example) => !isHeldOut(example)).map(({ idea }) => idea));
    expect(heldOut.filter(({ idea }) => taught.has(idea))).toEqual([]);
    expect(heldOut.length / examples.length).toBeGreaterThan(0.15);
    expect(heldOut.length / examples.length).toBeLessThan(0.25);
  });
});
