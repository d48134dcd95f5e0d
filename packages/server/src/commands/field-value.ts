/** What a visitor gave, looked at whole: a telephone number that exists is kept in its international form (F10). */
import { type Language, readFieldValue, type RequiredField } from "@sophie/engine";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";

/** Where a number without a country code is from, going by the site's language. */
const COUNTRY: Readonly<Record<Language, CountryCode>> = {
  nl: "NL",
  en: "GB",
  de: "DE",
  fr: "FR",
  pt: "PT",
  es: "ES",
};

/** The value as it is kept; null if it is none. */
export function validFieldValue(
  field: RequiredField,
  text: string,
  languages: readonly Language[],
): string | null {
  const value = readFieldValue(field, text);
  if (value === null || field.kind !== "phone") return value;
  const numbers = languages.map((language) => parsePhoneNumberFromString(value, COUNTRY[language]));
  return numbers.find((number) => number?.isValid())?.number ?? null;
}
