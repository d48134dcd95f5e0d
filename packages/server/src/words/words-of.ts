/** The words of a language, in the address that a site chose. */
import type { Address, Language } from "@sophie/engine";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { LanguageWords, MomentParts, NoticeWords } from "./notice-words.ts";
import { pt } from "./pt.ts";

const LANGUAGES: Readonly<Record<Language, LanguageWords>> = { nl, en, de, fr, pt, es };

export function wordsOf(language: Language, address: Address): NoticeWords {
  return LANGUAGES[language][address];
}

/**
 * Such as "maandag 5 januari om 09:00", absolute. A visitor whose clock shows another time than that of those who keep the
 * hours reads their own first, and then the other; one whose zone is unknown reads whose time it is.
 */
export function momentIn(
  language: Language,
  zone: string,
  at: number,
  visitorZone: string | null = null,
): string {
  const { moment, elsewhere } = LANGUAGES[language];
  const there = partsIn(language, zone, at);
  const place = placeOf(zone);
  if (visitorZone === null) return `${moment(there)} (${place})`;
  const own = partsIn(language, visitorZone, at);
  if (moment(own) === moment(there)) return moment(own);
  const time = own.day === there.day ? there.time : `${there.weekday} ${there.time}`;
  return `${moment(own)} (${elsewhere(time, place)})`;
}

function partsIn(language: Language, zone: string, at: number): MomentParts {
  const format = new Intl.DateTimeFormat(LANGUAGES[language].locale, {
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
  return {
    weekday: part("weekday"),
    day: part("day"),
    month: part("month"),
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** A zone is named after a town that everybody there knows. */
function placeOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
