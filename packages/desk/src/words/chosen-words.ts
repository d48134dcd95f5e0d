/** The language that this agent reads, kept on this device, and its words as a signal that every component may read. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { EN } from "./en.ts";
import { NL } from "./nl.ts";
import type { Words } from "./words.ts";

export const DESK_LANGUAGES = ["nl", "en"] as const;
export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

export const WORDS: Readonly<Record<DeskLanguage, Words>> = { nl: NL, en: EN };

const STORAGE_KEY = "sophie.desk.language";

export const deskLanguage = signal<DeskLanguage>(initialLanguage());
export const words: ReadonlySignal<Words> = computed(() => WORDS[deskLanguage.value]);

export function chooseLanguage(language: DeskLanguage): void {
  deskLanguage.value = language;
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function initialLanguage(): DeskLanguage {
  const stored = readStored();
  const wanted = stored ?? navigator.language.toLowerCase().split("-")[0];
  return DESK_LANGUAGES.find((language) => language === wanted) ?? "nl";
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
