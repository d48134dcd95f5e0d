/** Six languages, none with a hole in it. */
import { LANGUAGES } from "@sophie/engine";
import { describe, expect, it } from "vitest";
import { loadWords } from "./words-of.ts";

/** Every sentence of a language, with figures and names in their places. */
async function sentencesOf(language: (typeof LANGUAGES)[number]): Promise<readonly string[]> {
  const words = await loadWords(language);
  const plain = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    if (typeof value === "function") return [String(value(1)), String(value(5))];
    return Object.values(value as object).flatMap(plain);
  };
  return plain(words);
}

describe("the panel's words", () => {
  it.each(LANGUAGES)("%s: nothing is empty, or left over from a template", async (language) => {
    for (const sentence of await sentencesOf(language)) {
      expect(sentence.trim()).toBe(sentence);
      expect(sentence).not.toMatch(/^$|undefined|null|\[object|\$\{/);
    }
  });

  it.each(LANGUAGES.filter((language) => language !== "nl"))(
    "%s is not Dutch that was forgotten",
    async (language) => {
      const dutch = new Set((await sentencesOf("nl")).filter((sentence) => sentence.includes(" ")));
      expect((await sentencesOf(language)).filter((sentence) => dutch.has(sentence))).toEqual([]);
    },
  );
});
