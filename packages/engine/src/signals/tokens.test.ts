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
  ["pr1js m3ns 0pen dem0 réduct1on", ["prijs", "mens", "open", "demo", "reduction"]],
  ["mp3 b2b 3pm 10h30 covid19 4you", ["mp0", "b0b", "0pm", "00h00", "covid00", "0you"]],
  ["d e m o, m-e-n-s", ["demo", ",", "mens"]],
  ["a.u.b. N'y a-t-il", ["a", ".", "u", ".", "b", ".", "n", "y", "a", "t", "il"]],
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
