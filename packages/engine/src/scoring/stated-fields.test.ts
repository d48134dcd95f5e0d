/** Fields are stated, by the visitor or by whoever made a contact of them; never guessed. */
import { expect, it } from "vitest";
import type { ContactFields } from "../domain/contact.ts";
import { NO_FIELDS } from "../domain/lead-fields.ts";
import { DEFAULT_SCORING_CONFIG } from "./default-config.ts";
import { scoreFields } from "./fields.ts";
import { statedFields } from "./stated-fields.ts";

const contact: ContactFields = {
  firstName: "Jan",
  lastName: "de Vries",
  email: "jan@voorbeeld.nl",
  phone: "",
  company: "",
  notes: "",
};

it("T27 an address and a number that the visitor wrote are known, the last ones hold", () => {
  const said = ["mail me op oud@voorbeeld.nl", "of nieuw@voorbeeld.nl, bel 06 12 34 56 78 graag"];
  expect(statedFields(said, null)).toEqual({
    ...NO_FIELDS,
    email: "nieuw@voorbeeld.nl",
    phone: "06 12 34 56 78",
  });
});

it("T27 a price, a year or a house number is no telephone number", () => {
  expect(statedFields(["Dorpstraat 15 kost 565.000 euro, bouwjaar 1998, 02-05-2026"], null)).toEqual(
    NO_FIELDS,
  );
});

it("T25 a contact's fields come first, and make the grade with what was written", () => {
  const fields = statedFields(["bel +31 6 1234 5678"], contact);
  expect(fields).toMatchObject({ email: "jan@voorbeeld.nl", phone: "+31 6 1234 5678", name: "Jan de Vries" });
  expect(scoreFields(fields, DEFAULT_SCORING_CONFIG)).toMatchObject({ total: 20, grade: "B" });
});

it("Q20 what somebody types to keep a server busy is read as fast as anything else", () => {
  const texts = ["a".repeat(4_000), "a-".repeat(2_000), `a@${"a.".repeat(1_999)}`, "+1".repeat(2_000)];
  const said = Array.from({ length: 50 }, () => texts).flat();
  const start = performance.now();
  expect(statedFields(said, null)).toEqual(NO_FIELDS);
  // A long word that is read again from each of its letters makes seconds of it.
  expect(performance.now() - start).toBeLessThan(1_000);
});
