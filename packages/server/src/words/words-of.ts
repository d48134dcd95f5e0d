/** The words of a language, in the address that a site chose. */
import type { Address, Language } from "@sophie/engine";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { LanguageWords, NoticeWords } from "./notice-words.ts";
import { pt } from "./pt.ts";

const LANGUAGES: Readonly<Record<Language, LanguageWords>> = { nl, en, de, fr, pt, es };

export function wordsOf(language: Language, address: Address): NoticeWords {
  return LANGUAGES[language][address];
}

/** Such as "maandag 5 januari om 09:00": absolute, in the zone of those who keep the hours. */
export function momentIn(language: Language, zone: string, at: number): string {
  const { locale, moment } = LANGUAGES[language];
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return moment({
    weekday: part("weekday"),
    day: part("day"),
    month: part("month"),
    time: `${part("hour")}:${part("minute")}`,
  });
}
