/** What a visitor gave, looked at whole: a telephone number that exists is kept in its international form (F10). */
import { HOME_COUNTRY, type Language, readFieldValue, type RequiredField } from "@sophie/engine";
import { parsePhoneNumberFromString } from "libphonenumber-js";
import { isSlowOn } from "../settings/bounded-match.ts";

/** Longer than any honest expression takes on an answer, also while the machine is busy. */
const MATCH_MS_MAX = 100;
/** What is longer is no answer (`readFieldValue`). */
const ANSWER_CHARS = 200;

/** The value as it is kept; null if it is none. */
export function validFieldValue(
  field: RequiredField,
  text: string,
  languages: readonly Language[],
): string | null {
  if (staysBusy(field, text)) return null;
  const value = readFieldValue(field, text);
  if (value === null || field.kind !== "phone") return value;
  const numbers = languages.map((language) => parsePhoneNumberFromString(value, HOME_COUNTRY[language]));
  return numbers.find((number) => number?.isValid())?.number ?? null;
}

/** No check of patterns finds every bad one, and what a visitor types must not stop everybody's server (S8). */
function staysBusy({ pattern }: RequiredField, text: string): boolean {
  const value = text.trim().replace(/\s+/g, " ");
  if (pattern === null || value.length > ANSWER_CHARS) return false;
  try {
    return isSlowOn(new RegExp(`^(?:${pattern})$`, "u"), [value], MATCH_MS_MAX);
  } catch {
    return false;
  }
}
