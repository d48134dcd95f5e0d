/** Six languages, none with a hole in it. */
import { LANGUAGES } from "@sophie/engine";
import { describe, expect, it } from "vitest";
import { loadWords } from "./words-of.ts";

/** Every sentence of a language, with figures and names in their places. */
async function sentencesOf(
  language: (typeof LANGUAGES)[number],
  address: "formal" | "informal" = "formal",
): Promise<readonly string[]> {
  const { sophie: _hers, ...words } = await loadWords(language, address);
  const plain = (value: unknown): string[] => {
    if (typeof value === "string") return [value];
    if (typeof value === "function") return [String(value(1, 2)), String(value(5, 5))];
    return Object.values(value as object).flatMap(plain);
  };
  return plain(words);
}

describe("the panel's words", () => {
  it.each(LANGUAGES)("%s: nothing is empty, or left over from a template", async (language) => {
    for (const address of ["formal", "informal"] as const) {
      for (const sentence of await sentencesOf(language, address)) {
        expect(sentence.trim()).toBe(sentence);
        expect(sentence).not.toMatch(/^$|undefined|null|\[object|\$\{| {2}/);
      }
    }
  });

  it.each([
    ["nl", /\bu\b|\buw\b/i, /\bje\b|\bjij\b|\bjouw\b/i],
    ["de", /\bSie\b|\bIhnen\b|\bIhre?\b/, /\bdu\b|\bdir\b|\bdich\b|\bdeine?\b/i],
    ["fr", /\bvous\b|\bvotre\b/i, /\btu\b|\btoi\b|\bta\b|\bte\b|t’/i],
    ["es", /\busted\b|\bsu\b|\ble /i, /\btu\b|\bte\b/i],
  ] as const)(
    "%s: formal never slips into informal, nor the other way round",
    async (language, formal, informal) => {
      const all = async (address: "formal" | "informal") =>
        (await sentencesOf(language, address)).join(" | ");
      expect(await all("formal")).toMatch(formal);
      expect(await all("formal")).not.toMatch(informal);
      expect(await all("informal")).toMatch(informal);
      expect(await all("informal")).not.toMatch(formal);
    },
  );

  it.each(LANGUAGES.filter((language) => language !== "nl"))(
    "%s is not Dutch that was forgotten",
    async (language) => {
      const dutch = new Set((await sentencesOf("nl")).filter((sentence) => sentence.includes(" ")));
      expect((await sentencesOf(language)).filter((sentence) => dutch.has(sentence))).toEqual([]);
    },
  );
});
