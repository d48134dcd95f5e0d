/** What a contact form can be filled with honestly (H70–H73): what the visitor gave when asked, else wrote, word for word. */
import { type ContactFields, type Handoff, type LogEntry, splitName } from "@sophie/engine";
import type { Words } from "../words/words.ts";
import { percentOf } from "./percent.ts";
import { reasonName } from "./reason-name.ts";

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
/** A plus or a zero first, then 8 to 14 digits with the usual separators between them. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+|0)(?:[\s().-]*\d){8,14}(?!\d)/u;
/** A name is believed only when it is given as one. */
const NAME =
  /(?:\b[Mm]ijn naam is|\b[Ii]k heet|\b[Ii]k ben|\b[Mm]y name is|\b[Ii] am|\bI'm|\b[Dd]it is|\b[Mm]e llamo|\b[Mm]i nombre es|\b[Mm]eu nome é|\b[Ii]ch heiße|\b[Jj]e m'appelle)\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+(?:(?:van|de|der|den|del|des|het|ten|ter|te|von|zu|da|do|dos|das|di|la|las|los|le|el|in|op|aan|y|e|d'|['’]t)(?![\p{L}'’])|\p{Lu}[\p{L}'’-]+))*)/u;
/** What the server takes of a field. */
const FIELD_CHARS_MAX = 200;

export function contactDraft(handoff: Handoff, entries: readonly LogEntry[], words: Words): ContactFields {
  const said = entries
    .filter((entry) => entry.kind === "message" && entry.author.kind === "visitor")
    .map((entry) => (entry.kind === "message" ? entry.text : ""));
  const given = givenFields(handoff.info);
  return {
    ...splitName(short(given.name || lastMatch(said, NAME, 1)), handoff.language),
    email: short(given.email || lastMatch(said, EMAIL, 0)),
    phone: short(given.phone || lastMatch(said, PHONE, 0)),
    company: "",
    notes: [
      words.contact.reasonLine(reasonName(handoff, words), percentOf(handoff.confidence)),
      ...handoff.summary.lines.map((line) => `“${line.text}”`),
    ].join("\n"),
  };
}

/** By the field's key where it says what it is, by the look of the answer elsewhere. */
function givenFields(info: Handoff["info"]): { name: string; email: string; phone: string } {
  const keyed = (pattern: RegExp) =>
    Object.entries(info)
      .find(([key]) => pattern.test(key))?.[1]
      .trim();
  const looking = (pattern: RegExp) =>
    Object.values(info)
      .map((value) => value.trim())
      .find((value) => pattern.exec(value)?.[0] === value);
  return {
    name: keyed(/^(?:full_?)?(?:name|naam|nombre|nome|nom)$/) ?? "",
    email: keyed(/^e?_?mail(?:_?address)?$/) ?? looking(EMAIL) ?? "",
    phone: keyed(/^(?:phone|telephone|telefoon|tel|mobile|mobiel)$/) ?? looking(PHONE) ?? "",
  };
}

function short(text: string): string {
  return text.slice(0, FIELD_CHARS_MAX);
}

function lastMatch(texts: readonly string[], pattern: RegExp, group: number): string {
  return (
    texts
      .map((text) => pattern.exec(text)?.[group])
      .findLast((found) => found !== undefined)
      ?.trim() ?? ""
  );
}
