/** The panel's words by language, each a file of its own that is fetched alone. */
import type { Address, Language } from "@sophie/engine";
import type { Words, WordsIn } from "./words.ts";

const LOAD: Readonly<Record<Language, () => Promise<WordsIn>>> = {
  nl: () => import("./nl.ts").then(({ nl }) => nl),
  en: () => import("./en.ts").then(({ en }) => en),
  de: () => import("./de.ts").then(({ de }) => de),
  fr: () => import("./fr.ts").then(({ fr }) => fr),
  pt: () => import("./pt.ts").then(({ pt }) => pt),
  es: () => import("./es.ts").then(({ es }) => es),
};

export async function loadWords(language: Language, address: Address = "formal"): Promise<Words> {
  return (await LOAD[language]())(address === "formal");
}
