/** The contact form takes from the conversation what was given as such, and guesses nothing. */
import { type ContactFields, type LogEntry, SendId } from "@sophie/engine";
import { expect, it } from "vitest";
import { aHandoff, SOPHIE, VISITOR } from "../testing/builders.ts";
import { NL } from "../words/nl.ts";
import { contactDraft } from "./contact-draft.ts";

function draftOf(...said: string[]): ContactFields {
  const entries = said.map((text, index): LogEntry => ({
    kind: "message",
    seq: index + 1,
    at: index,
    id: SendId.parse(`m-${index}`),
    author: text.startsWith("Sophie:") ? SOPHIE : VISITOR,
    text,
  }));
  return contactDraft(aHandoff("one", 0), entries, NL);
}

it.each([
  ["Mijn naam is Jan de Vries en ik zoek een huis", "Jan", "de Vries"],
  ["ik ben Ana", "Ana", ""],
  ["My name is Mary O'Neil.", "Mary", "O'Neil"],
  ["ik ben op zoek naar een huis", "", ""],
  ["Ik heet Émile van den Berg", "Émile", "van den Berg"],
])("H70 takes a name only where it is given as one: %s", (text, firstName, lastName) => {
  expect(draftOf(text)).toMatchObject({ firstName, lastName });
});

it.each([
  ["bel 06 12 34 56 78", "06 12 34 56 78"],
  ["+31 (0)20-123 45 67 graag", "+31 (0)20-123 45 67"],
  ["de vraagprijs van € 465.000 is hoog", ""],
  ["postcode 1234 AB, nummer 15", ""],
])("H70 takes a phone number and no price: %s", (text, phone) => {
  expect(draftOf(text).phone).toBe(phone);
});

it("H70 H72 takes the last address that the visitor wrote, nothing of what others wrote, and no company", () => {
  const draft = draftOf("mail a@b.nl", "of liever jan@devries.nl.", "Sophie: info@site.nl");
  expect(draft).toMatchObject({ email: "jan@devries.nl", company: "" });
});

it("H73 the notes start with the reason and hold the summary", () => {
  expect(draftOf().notes).toBe("Reden: Demo-aanvraag (87 % zeker)\n“Kan ik het huis bezichtigen?”");
});
