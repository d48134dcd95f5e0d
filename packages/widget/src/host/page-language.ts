/** The language to speak on this page: the page's, else the browser's, else the site's. */
import type { Language } from "@sophie/engine";

/** What the launcher is called before anything else is loaded. Its keys are the languages that the loader knows. */
export const OPEN_CHAT: Readonly<Record<Language, string>> = {
  nl: "Chat openen",
  en: "Open chat",
  de: "Chat öffnen",
  fr: "Ouvrir le chat",
  pt: "Abrir o chat",
  es: "Abrir el chat",
};

export function pageLanguage(siteLanguage: Language): Language {
  const tags = [document.documentElement.lang, navigator.language];
  return tags.map(primaryOf).find(isSpoken) ?? siteLanguage;
}

/** `pt` of `pt-BR`. */
function primaryOf(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*/, "");
}

function isSpoken(language: string): language is Language {
  return Object.hasOwn(OPEN_CHAT, language);
}
