/** What a contact form can be filled with honestly (H70–H73): only what the visitor wrote, word for word. */
import type { ContactFields, Handoff, LogEntry } from "@sophie/engine";
import type { Words } from "../words/words.ts";
import { percentOf } from "./percent.ts";
import { reasonName } from "./reason-name.ts";

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
/** A plus or a zero first, then 8 to 14 digits with the usual separators between them. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+|0)(?:[\s().-]*\d){8,14}(?!\d)/u;
/** A name is believed only when it is given as one. */
const NAME =
  /(?:\b[Mm]ijn naam is|\b[Ii]k heet|\b[Ii]k ben|\b[Mm]y name is|\b[Ii] am|\bI'm|\b[Dd]it is)\s+((?:\p{Lu}[\p{L}'’-]+)(?:\s+(?:(?:van|de|der|den|ten|ter|te|von|da|dos|la|le)(?!\p{L})|\p{Lu}[\p{L}'’-]+))*)/u;

export function contactDraft(handoff: Handoff, entries: readonly LogEntry[], words: Words): ContactFields {
  const said = entries
    .filter((entry) => entry.kind === "message" && entry.author.kind === "visitor")
    .map((entry) => (entry.kind === "message" ? entry.text : ""));
  const name = lastMatch(said, NAME, 1);
  const space = name.indexOf(" ");
  return {
    firstName: space === -1 ? name : name.slice(0, space),
    lastName: space === -1 ? "" : name.slice(space + 1),
    email: lastMatch(said, EMAIL, 0),
    phone: lastMatch(said, PHONE, 0),
    company: "",
    notes: [
      words.contact.reasonLine(reasonName(handoff, words), percentOf(handoff.confidence)),
      ...handoff.summary.lines.map((line) => `“${line.text}”`),
    ].join("\n"),
  };
}

function lastMatch(texts: readonly string[], pattern: RegExp, group: number): string {
  return (
    texts
      .map((text) => pattern.exec(text)?.[group])
      .findLast((found) => found !== undefined)
      ?.trim() ?? ""
  );
}
