/** How a message falls into words, and that every word is found again where it was typed. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { tokensOf } from "./tokens.ts";

function read(text: string): string[] {
  return tokensOf(text).map(({ letters }) => letters);
}

it.each([
  ["Ça coûte COMBIEN ?", ["ca", "coute", "combien", "?"]],
  ["Straße, groß!", ["strasse", ",", "gross", "."]],
  ["heeeeelp!!!", ["heelp", "."]],
  ["€ 1.250.000", ["0", ".", "00", ".", "00"]],
  ["don't", ["don", "t"]],
  ["<b>ja</b>", ["ja"]],
  ["3 < 4", ["0", "0"]],
  ["“open huis”", ["open", "huis", '"']],
  ["", []],
])("%j", (text, letters) => {
  expect(read(text)).toEqual(letters);
});

it("words stand in order and inside the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const tokens = tokensOf(text);
      const isInOrder = tokens.every(
        ({ letters, start, end }, at) =>
          letters !== "" && start >= (tokens[at - 1]?.end ?? 0) && end > start && end <= text.length,
      );
      expect(isInOrder).toBe(true);
    }),
  );
});
