/** What visitors answer when they are asked for something. */
import { describe, expect, it } from "vitest";
import type { FieldKind, RequiredField } from "../domain/required-field.ts";
import { collectFrom, missingOf } from "./collected.ts";

function asked(kind: FieldKind, pattern: string | null = null, key: string = kind): RequiredField {
  return { key, kind, label: {}, pattern };
}

const FIELDS = [asked("email"), asked("phone"), asked("date"), asked("order_number", "[A-Z]{2}-\\d{4}")];

it.each([
  ["jan@x.nl", { email: "jan@x.nl" }],
  ["Mijn mail is jan.jansen@voorbeeld.nl.", { email: "jan.jansen@voorbeeld.nl" }],
  ["u kunt bellen op 06-12 34 56 78 na zessen", { phone: "06-12 34 56 78" }],
  ["+31 20 123 4567", { phone: "+31 20 123 4567" }],
  ["op 24-12-2026 graag", { date: "2026-12-24" }],
  ["2026-02-29", {}],
  ["31/4/2026", {}],
  ["12/31/2026", { date: "2026-12-31" }],
  ["bestelling AB-1234, jan@x.nl", { email: "jan@x.nl", order_number: "AB-1234" }],
  ["AB-12345", {}],
  ["dat weet ik niet", {}],
  ["jan@", {}],
  ["", {}],
])("F10 finds in “%s” what it holds", (text, found) => {
  expect(collectFrom(text, FIELDS, {})).toEqual(found);
});

describe("names and free texts", () => {
  it.each([
    ["Jan Jansen", "Jan Jansen"],
    ["jan", "jan"],
    ["  Anna-Maria   van der Berg ", "Anna-Maria van der Berg"],
    ["12345", undefined],
  ])("F10 takes the whole of “%s”", (text, name) => {
    expect(collectFrom(text, [asked("name")], {})).toEqual(name === undefined ? {} : { name });
  });

  it("F10 takes what stands beside an address, if it looks like a name", () => {
    const fields = [asked("name"), asked("email")];
    expect(collectFrom("Jan van Dijk, jan@x.nl", fields, {})).toEqual({
      name: "Jan van Dijk",
      email: "jan@x.nl",
    });
    expect(collectFrom("mijn mail is jan@x.nl", fields, {})).toEqual({ email: "jan@x.nl" });
  });

  it("F10 takes nothing while something else is open, too", () => {
    expect(collectFrom("geen idee", [asked("name"), asked("email")], {})).toEqual({});
  });
});

it("F11 what is given is not asked again, and not overwritten", () => {
  const given = collectFrom("jan@y.nl", [asked("email")], { email: "jan@x.nl" });
  expect([given, missingOf([asked("email")], given)]).toEqual([{ email: "jan@x.nl" }, []]);
});

it("a site's expression that cannot be read is passed over, and no answer is too long to be looked at", () => {
  expect(collectFrom("AB-1", [asked("order_number", "(")], {})).toEqual({ order_number: "AB-1" });
  expect(collectFrom("a".repeat(4_000), [asked("text"), ...FIELDS], {})).toEqual({});
});
