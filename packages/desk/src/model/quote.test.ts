/** Marked words and percents, with whatever a server may send. */
import { expect, it } from "vitest";
import { percentOf } from "./percent.ts";
import { cutAtSpans } from "./quote.ts";

function drawn(text: string, ...spans: [number, number][]): string {
  return cutAtSpans(
    text,
    spans.map(([start, end]) => ({ start, end })),
  )
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join("");
}

it("H56 marks exactly the words between the offsets", () => {
  expect(drawn("Kan ik het huis bezichtigen?", [16, 27])).toBe("Kan ik het huis [bezichtigen]?");
  expect(drawn("abc")).toBe("abc");
  expect(drawn("abc", [0, 3])).toBe("[abc]");
});

it("spans that are unsorted, overlap or lie beyond the text neither break nor double it", () => {
  expect(drawn("abcdef", [4, 5], [0, 2], [1, 3])).toBe("[ab][c]d[e]f");
  expect(drawn("abc", [2, 99], [50, 60])).toBe("ab[c]");
});

it("H57 confidence is a whole number from 0 to 100, never NaN", () => {
  expect([0.874, 0, 1, 1.2, -1, Number.NaN].map(percentOf)).toEqual([87, 0, 100, 100, 0, 0]);
});
