/** Where a telephone number without a country code is from, going by the language of the site or of the one who wrote it (H61). */
import type { Language } from "./language.ts";

/** ISO 3166 codes. */
export const HOME_COUNTRY = {
  nl: "NL",
  en: "GB",
  de: "DE",
  fr: "FR",
  pt: "PT",
  es: "ES",
} as const satisfies Readonly<Record<Language, string>>;
