/** What a visitor's words are in answer to what was asked for: a value or several, a no, or neither (F10, F12). */
import { findFieldValue, readFieldValue } from "../domain/field-value.ts";
import type { RequiredField } from "../domain/required-field.ts";
import { fold } from "../signals/fold.ts";

/** By the field's key. */
export type Info = Readonly<Record<string, string>>;

/** Whole messages that decline, folded; in any language, since not everybody declines in the page's. */
const SKIPS =
  "sla over|overslaan|liever niet|nee|nee dank u|nee dank je|nee bedankt|geen|skip|skip it|no|no thanks|no thank you|" +
  "rather not|nein|nein danke|uberspringen|lieber nicht|weiter|non|non merci|passer|ignorer|plutot pas|nao|" +
  "nao obrigado|nao obrigada|pular|saltar|prefiro nao|no gracias|omitir|prefiero no|mejor no";

/** Whether the visitor would rather not say. */
export function isSkip(text: string): boolean {
  const said = fold(text)
    .replace(/[^\p{L} ]+/gu, "")
    .replace(/ +/g, " ")
    .trim();
  return SKIPS.split("|").includes(said);
}

/** What is still to be asked. */
export function missingOf(fields: readonly RequiredField[], given: Info): readonly RequiredField[] {
  return fields.filter(({ key }) => given[key] === undefined);
}

/**
 * `given` and what stands in the text of the rest. What can be told by its looks is found in any sentence; a name or a
 * free text is taken for what is left of it, if that is the only one still open.
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
  const isFree = open?.kind === "name" || (open?.kind === "text" && open.pattern === null);
  const value =
    open !== undefined && isFree && others.length === 0
      ? readFieldValue(open, rest.replace(/^[\s,;.:]+|[\s,;.:]+$/g, ""))
      : null;
  return open === undefined || value === null ? found : { ...found, [open.key]: value };
}
