/** What one reads stays in place, whatever comes and goes above it. */
import { expect, it } from "vitest";
import { shiftOfRows } from "./row-shift.ts";

const ROWS = ["a", "b", "c", "d", "e", "f", "g"];
const SEEN = { from: 2, to: 6 };

it.each([
  ["one row came above", ["new", ...ROWS], 1],
  ["two rows above went", ROWS.slice(2), -2],
  ["a row came below what is seen", [...ROWS, "new"], 0],
  ["one row in sight went to the top", ["d", "a", "b", "c", "e", "f", "g"], 0],
  ["a row in sight went away", ROWS.filter((id) => id !== "c"), -1],
  ["nothing that is seen is left", ["x", "y"], 0],
  ["there is nothing", [], 0],
])("%s", (_, after, shift) => {
  expect(shiftOfRows(ROWS, after, SEEN)).toBe(shift);
});
