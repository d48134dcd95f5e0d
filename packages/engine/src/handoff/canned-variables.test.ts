/** Variables in written answers: filled in where something is known, a gap where nothing is, an error where nobody knows them. */
import { expect, it } from "vitest";
import { cannedTextFor } from "../domain/canned-reply.ts";
import { badVariable, fillCanned, gapsIn } from "./canned-variables.ts";

const VALUES = { name: "Jan de Vries", object: "Dorpstraat 15", agent: "Ana", site: "" };

it.each([
  ["Beste {naam}, met {agent}.", "Beste Jan de Vries, met Ana."],
  ["Dear {Name}, about { object }", "Dear Jan de Vries, about Dorpstraat 15"],
  ["Bonjour {nom}, ici {site}", "Bonjour Jan de Vries, ici {site}"],
  ["Geen variabele", "Geen variabele"],
  ["{naam} {naam}", "Jan de Vries Jan de Vries"],
])("fills in %j by any of its names, in any language", (text, filled) => {
  expect(fillCanned(text, VALUES)).toBe(filled);
});

it("leaves what is not known as a gap, and puts nothing of a visitor's own braces into it", () => {
  const filled = fillCanned("{naam} over {site}", { ...VALUES, name: "{site}" });
  expect(filled).toBe("{site} over {site}");
  expect(gapsIn("Beste {naam}, over {object}!").map(({ start, end }) => [start, end])).toEqual([
    [6, 12],
    [19, 27],
  ]);
  expect(gapsIn("function() { return 1 }")).toEqual([]);
});

it.each([
  ["Beste {nam},", "{nam}"],
  ["Beste {naam, dank", "{naam,"],
  ["Beste naam}", "}"],
  ["{}", "{}"],
  ["Beste {naam} van {site}", null],
  ["", null],
])("says what is wrong in %j", (text, bad) => {
  expect(badVariable(text)).toBe(bad);
});

it("speaks the visitor's language first, then the site's, then whichever there is", () => {
  const reply = { texts: { nl: "Hoi", de: "Hallo", fr: "" } };
  expect(cannedTextFor(reply, "de", "nl")).toBe("Hallo");
  expect(cannedTextFor(reply, "fr", "nl")).toBe("Hoi");
  expect(cannedTextFor({ texts: { de: "Hallo" } }, "fr", "nl")).toBe("Hallo");
  expect(cannedTextFor({ texts: {} }, "fr", "nl")).toBe("");
});
