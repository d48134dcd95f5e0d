/** Both languages say everything, and times read as people say them. */
import { expect, it } from "vitest";
import { aHandoff } from "../testing/builders.ts";
import { dueOf } from "../model/due.ts";
import { dueLong } from "../model/due-text.ts";
import { WORDS } from "./chosen-words.ts";
import { NL } from "./nl.ts";
import { duration, momentTime } from "./times.ts";

const NINE = new Date(2026, 0, 5, 9).getTime();
const MINUTE_MS = 60_000;

/** Every key of a table of words, with what it says. */
function keys(table: object, path = ""): [string, unknown][] {
  return Object.entries(table).flatMap(([key, value]): [string, unknown][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? keys(value, `${path}${key}.`)
      : [[path + key, value]],
  );
}

it("every language says everything, and nothing with an empty word", () => {
  const [dutch, english] = [WORDS.nl, WORDS.en].map((words) => keys(words));
  expect(english?.map(([key]) => key).toSorted()).toEqual(dutch?.map(([key]) => key).toSorted());
  const empty = [...(dutch ?? []), ...(english ?? [])].filter(
    ([, said]) => typeof said === "string" && said.trim() === "",
  );
  expect(empty).toEqual([]);
});

it("no sentence is left in the other language", () => {
  const same = keys(WORDS.nl).filter(
    ([key, said]) =>
      typeof said === "string" &&
      said.includes(" ") &&
      keys(WORDS.en).some(([k, s]) => k === key && s === said),
  );
  expect(same).toEqual([["trigger.hot_lead", "Hot lead"]]);
});

it.each([
  [0, "00:00"],
  [400_000, "06:40"],
  [48 * MINUTE_MS, "48 min"],
  [3 * 60 * MINUTE_MS, "3 u"],
  [3 * 24 * 60 * MINUTE_MS, "3 dagen"],
])("says %d ms as %s", (ms, said) => {
  expect(duration(ms, NL)).toBe(said);
});

it("R7 the due time is told both ways: how long, and until which local time", () => {
  const handoff = aHandoff("one", NINE, { priority: "urgent", dueAt: NINE + 400_000 });
  expect(dueLong(dueOf(handoff, NINE), handoff.dueAt, NINE, NL)).toBe("nog 06:40 (tot 09:06)");
});

it("a time on another day says which", () => {
  expect(momentTime(NINE + 24 * 60 * MINUTE_MS, NINE, NL)).toBe("morgen 09:00");
  expect(momentTime(NINE + 3 * 24 * 60 * MINUTE_MS, NINE, NL)).toMatch(/^do 8 jan\.? 09:00$/);
});
