/** Sophie's words by language. */
import type { Language } from "../domain/language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";
import type { Words } from "./words.ts";

const WORDS: Readonly<Record<Language, Words>> = { nl, en, de, fr, pt, es };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}
