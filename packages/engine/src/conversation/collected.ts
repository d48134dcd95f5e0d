/** What a visitor's words are in answer to what was asked for: a value or several, a no, or neither (F10, F12). */
import { findFieldValue, readFieldValue } from "../domain/field-value.ts";
import type { RequiredField } from "../domain/required-field.ts";
import { plainWords } from "./said-as.ts";

/** By the field's key. */
export type Info = Readonly<Record<string, string>>;

/** Whole messages that decline, folded; in any language, since not everybody declines in the page's. */
const SKIPS =
  "sla over|overslaan|liever niet|nee|nee dank u|nee dank je|geen|skip|skip it|no|no thanks|no thank you|nein|" +
  "nein danke|uberspringen|lieber nicht|non|non merci|passer|nao|nao obrigado|nao obrigada|pular|no gracias|omitir";

/** Whether the visitor would rather not say. */
export function isSkip(text: string): boolean {
  return SKIPS.split("|").includes(plainWords(text));
}

/** What is still to be asked. */
export function missingOf(fields: readonly RequiredField[], given: Info): readonly RequiredField[] {
  return fields.filter(({ key }) => given[key] === undefined);
}

/**
 * `given` and what stands in the text of the rest. What can be told by its looks is found in any sentence; a name or a
 * free text is taken for the whole of it, or for what is left of it, if that is the only one still open.
 */
export function collectFrom(text: string, fields: readonly RequiredField[], given: Info): Info {
  let rest = text;
  const found: Record<string, string> = { ...given };
  for (const field of missingOf(fields, given)) {
    const value = findFieldValue(field, rest);
    if (value === null) continue;
    found[field.key] = value;
    rest = rest.replace(value, " ");
  }
  const [open, ...others] = missingOf(fields, found);
  if (open === undefined || others.length > 0 || !isFree(open)) return found;
  const left = rest.replace(/^[\s,;.:]+|[\s,;.:]+$/g, "");
  // Beside an address stands a name, or else words that lead to it.
  if (rest !== text && !NAMES.test(left)) return found;
  const value = readFieldValue(open, left);
  return value === null ? found : { ...found, [open.key]: value };
}

/** One to four words that begin with a capital, with what may stand between them. */
const NAMES = /^\p{Lu}[\p{L}'’.-]*(?: (?:van|von|de|der|den|da|do|dos|la|le|el|\p{Lu}[\p{L}'’.-]*)){0,4}$/u;

function isFree({ kind, pattern }: RequiredField): boolean {
  return kind === "name" || (kind === "text" && pattern === null);
}
