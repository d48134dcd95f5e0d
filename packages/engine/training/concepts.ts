/** Reads `concepts.txt`: which words may stand in for which. */
import { readFileSync } from "node:fs";
import { isMark, tokensOf } from "../src/signals/tokens.ts";

const LANGUAGES = ["nl", "en", "de", "fr", "pt", "es"] as const;

export interface Concept {
  readonly name: string;
  /** Words per language, as plain letters. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly allWords: readonly string[];
}

/** The concepts of a word in a language; where it is in several, the first that lists it. */
export interface Concepts {
  of(letters: string, language: string): Concept | undefined;
}

export function readConcepts(path: string): Concepts {
  const byWord = new Map<string, Concept>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const concept = parseConcept(line);
    for (const [language, words] of concept.words) {
      for (const word of words) {
        const key = `${language} ${word}`;
        if (!byWord.has(key)) byWord.set(key, concept);
      }
    }
  }
  return { of: (letters, language) => byWord.get(`${language} ${letters}`) };
}

/** Only what reads as one word can stand in for a word. */
function parseConcept(line: string): Concept {
  const [name, lists] = line.split(": ");
  const words = new Map(
    (lists ?? "").split("|").map((list, at): [string, string[]] => [
      LANGUAGES[at]!,
      list
        .trim()
        .split(/\s+/)
        .map((word) => tokensOf(word).filter((token) => !isMark(token)))
        .flatMap((tokens) => (tokens.length === 1 ? [tokens[0]!.letters] : [])),
    ]),
  );
  return { name: name!.trim(), words, allWords: [...words.values()].flat() };
}
