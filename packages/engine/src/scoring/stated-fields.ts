/** What a visitor has stated about themselves: what a contact holds of them, else what they wrote word for word (T27). */
import type { ContactFields } from "../domain/contact.ts";
import { type LeadFields, NO_FIELDS } from "../domain/lead-fields.ts";

/** Begins where no letter stands before, so that a long word is read once and not from each of its letters. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
/** A plus or a nought first, then 8 to 14 digits with what people put between them. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+|0)(?:[\s().-]{0,2}\d){8,14}(?!\d)/u;
/** Beyond this nothing is read, so that the time for one message is bounded. */
const TEXT_CHARS_MAX = 4_000;

/** `said`: the visitor's messages, oldest first; of two addresses the last one holds. */
export function statedFields(said: readonly string[], contact: ContactFields | null): LeadFields {
  const name = [contact?.firstName, contact?.lastName].filter(Boolean).join(" ");
  return {
    ...NO_FIELDS,
    email: contact?.email || lastMatch(said, EMAIL),
    phone: contact?.phone || lastMatch(said, PHONE),
    name: name || null,
    role: contact?.company || null,
  };
}

function lastMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts.toReversed()) {
    const found = pattern.exec(text.slice(0, TEXT_CHARS_MAX))?.[0];
    if (found !== undefined) return found.trim();
  }
  return null;
}
