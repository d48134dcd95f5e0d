/** A telephone number as people read it and as machines dial it; null for what is none (H61, H67). */
import { HOME_COUNTRY, type Language } from "@sophie/engine";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

export interface Telephone {
  /** As it is written in the site's country, with its country code if it is from elsewhere. */
  readonly shown: string;
  readonly href: string;
}

/** Longer than any number with all that people put between its digits. */
const CHARS_MAX = 40;

/** `language`: the site's, which says where a number without a country code is from. */
export function readTelephone(text: string, language: Language): Telephone | null {
  if (text.length > CHARS_MAX || /\p{L}/u.test(text)) return null;
  const home = HOME_COUNTRY[language];
  const number = parsePhoneNumberFromString(text, home);
  if (number === undefined || !number.isValid()) return null;
  const shown = number.country === home ? number.formatNational() : number.formatInternational();
  return { shown, href: `tel:${number.number}` };
}
