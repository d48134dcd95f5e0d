/** Sophie's own words: whole in every language and form of address, and understood when they are said back to her. */
import { describe, expect, it } from "vitest";
import { isSkip } from "../conversation/collected.ts";
import { courtesyFor, saidAs } from "../conversation/said-as.ts";
import { LANGUAGES } from "../domain/language.ts";
import { COURTESIES } from "../domain/reply-intent.ts";
import { FIELD_KINDS } from "../domain/required-field.ts";
import { fold } from "../signals/fold.ts";
import { wordsOf } from "./words-of.ts";

const ADDRESSES = ["formal", "informal"] as const;
const every = LANGUAGES.flatMap((language) => ADDRESSES.map((address) => [language, address] as const));

/** Everything that is said, by the path to it. */
function sentencesIn(words: ReturnType<typeof wordsOf>): Record<string, string> {
  const { says, fields, accept, decline } = words;
  return {
    greeting: words.greeting("Van Leeuwen"),
    askAgain: words.askAgain("x"),
    accept,
    decline,
    ...says,
    ...fields,
  };
}

describe.each(every)("Sophie’s words in %s, %s", (language, address) => {
  const words = wordsOf(language, address);

  it("are all there, without a placeholder left and without a space too many", () => {
    const sentences = sentencesIn(words);
    expect(Object.keys(sentences)).toEqual(Object.keys(sentencesIn(wordsOf("nl"))));
    expect(Object.keys(words.fields)).toEqual([...FIELD_KINDS]);
    for (const sentence of Object.values(sentences)) {
      expect(sentence).not.toMatch(/undefined|\$\{|[{}]|^\s|\s$| {2}|TODO/);
      expect(sentence.length).toBeGreaterThan(2);
      expect(sentence.length).toBeLessThan(160);
    }
  });

  it("F6 her own yes and no are understood as such, and no word means both", () => {
    expect(saidAs(words.accept, words)).toBe("yes");
    expect(saidAs(words.decline, words)).toBe("no");
    expect(words.yes.filter((word) => words.no.includes(word))).toEqual([]);
    for (const word of [...words.yes, ...words.no]) expect(fold(word)).toBe(word);
  });

  it("F1 a greeting, thanks and a goodbye are met with as much, and never taken for more", () => {
    for (const courtesy of COURTESIES) {
      for (const word of words.courtesies[courtesy]) {
        expect(courtesyFor(word, words)).toBe(courtesy);
        expect(fold(word)).toBe(word);
      }
    }
    const hello = words.courtesies.greet.find((word) => !/(.)\1/u.test(word)) ?? "";
    expect(courtesyFor(`${hello.toUpperCase()} Sophie! 👋`, words)).toBe("greet");
    expect(courtesyFor(`${hello}${hello.at(-1)?.repeat(3)}`, words)).toBe("greet");
    expect(courtesyFor(`${hello}, 123456`, words)).toBeNull();
    expect(saidAs(`${words.yes[0]}, € 450?`, words)).toBeNull();
    expect(courtesyFor(`${hello} Van Leeuwen, garage`, words)).toBeNull();
    expect(courtesyFor("", words)).toBeNull();
  });

  it("F12 her own no, and a plain one, decline a question, too", () => {
    expect(isSkip(words.decline)).toBe(true);
  });
});

it("the form of address makes a difference where the language has one, and none in English", () => {
  const differs = LANGUAGES.filter(
    (language) =>
      JSON.stringify(sentencesIn(wordsOf(language, "formal"))) !==
      JSON.stringify(sentencesIn(wordsOf(language, "informal"))),
  );
  expect(differs).toEqual(LANGUAGES.filter((language) => language !== "en"));
});

it.each([
  ["nl", /\bu\b|\buw?\b/i, /\bje\b|\bjij\b|\bjouw\b/i],
  ["de", /\bSie\b|\bIhnen\b|\bIhr/, /\bdu\b|\bdir\b|\bdein/i],
  ["fr", /\bvous\b|-vous\b/i, /\btu\b|\btoi\b|t’|-tu\b/i],
  ["es", /ayudarle|Quiere |Puede |puede /, /ayudarte|Quieres|Puedes|puedes/],
] as const)(
  "in %s formal never slips into informal, nor the other way round",
  (language, formal, informal) => {
    const all = (address: (typeof ADDRESSES)[number]) =>
      Object.values(sentencesIn(wordsOf(language, address))).join(" ");
    expect(all("formal")).toMatch(formal);
    expect(all("formal")).not.toMatch(informal);
    expect(all("informal")).toMatch(informal);
    expect(all("informal")).not.toMatch(formal);
  },
);

it.each([
  "sla over",
  "Overslaan.",
  "skip",
  "No thanks!",
  "Überspringen",
  "lieber nicht",
  "passer",
  "Pular",
  "omitir",
])("F12 “%s” declines, whatever language the page is in", (text) => {
  expect(isSkip(text)).toBe(true);
});
