/** Sophie's words by language and form of address: for whoever has all of them at hand. A browser loads one language. */
import type { Address } from "../domain/handoff-settings.ts";
import type { Language } from "../domain/language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import type { Words, WordsIn } from "./words.ts";

const WORDS: Readonly<Record<Language, WordsIn>> = { nl, en, de, fr, pt, es };

/**
 * What Sophie says in a language, in the site's form of address. In a browser, load one language with
 * `nlWords` and its like.
 */
export function wordsOf(language: Language, address: Address = "formal"): Words {
  return WORDS[language](address === "formal");
}
