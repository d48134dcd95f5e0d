/** Two people edit at once: nothing that either of them did alone is lost. */
import type { HandoffSettings } from "@sophie/engine";
import { assert, property, record, boolean, constantFrom, option, shuffledSubarray } from "fast-check";
import { expect, it } from "vitest";
import { aQueue, aRule, someSettings } from "../../testing/settings-builders.ts";
import { isSame } from "./is-same.ts";
import { rebase } from "./rebase.ts";

const RULES = [aRule("a", "A"), aRule("b", "B"), aRule("c", "C")];

it("S8 what only one of two changed is kept, both ways", () => {
  const base = someSettings({ rules: RULES });
  const mine = { ...base, unknownLimit: 4, rules: [aRule("a", "A, anders"), ...RULES.slice(1)] };
  const theirs = { ...base, version: 7, survey: false, rules: [...RULES, aRule("d", "D")] };
  const both = rebase(base, mine, theirs);
  expect(both).toMatchObject({ version: 7, unknownLimit: 4, survey: false });
  expect(both.rules.map(({ name }) => name)).toEqual(["A, anders", "B", "C", "D"]);
});

it("S8 where both changed the same setting, one's own edit stands", () => {
  const base = someSettings();
  expect(rebase(base, { ...base, unknownLimit: 4 }, { ...base, unknownLimit: 5 }).unknownLimit).toBe(4);
});

it("S8 two who change two fields of one queue both have it their way", () => {
  const base = someSettings({ queues: [aQueue("general", "Algemeen")] });
  const mine = { ...base, queues: [aQueue("general", "Verkoop")] };
  const theirs = { ...base, queues: [aQueue("general", "Algemeen", { type: "service" })] };
  expect(rebase(base, mine, theirs).queues).toEqual([aQueue("general", "Verkoop", { type: "service" })]);
});

it("S8 what one removed and the other left alone goes; what the other changed, goes by one's own removal", () => {
  const base = someSettings({ rules: RULES });
  const mine = { ...base, rules: RULES.slice(1) };
  const theirs = { ...base, rules: [aRule("a", "A, anders"), aRule("b", "B")] };
  expect(rebase(base, mine, theirs).rules.map(({ id }) => id)).toEqual(["b"]);
});

it("S8 an order that I chose stands, and what they added comes after it", () => {
  const base = someSettings({ rules: RULES });
  const mine = { ...base, rules: RULES.toReversed() };
  const theirs = { ...base, rules: [...RULES, aRule("d", "D")] };
  expect(rebase(base, mine, theirs).rules.map(({ id }) => id)).toEqual(["c", "b", "a", "d"]);
});

const edits = record({
  paused: boolean(),
  unknownLimit: constantFrom(1, 2, 3),
  rules: shuffledSubarray(RULES, { minLength: 0 }),
  otherwise: option(constantFrom(someSettings().otherwise), { nil: null }),
});
const settingsOf = (edit: Partial<HandoffSettings>): HandoffSettings => someSettings(edit);

it("S8 who changed nothing gets theirs; when they changed nothing, mine stays", () => {
  assert(
    property(edits, edits, (one, other) => {
      const [base, changed] = [settingsOf(one), settingsOf(other)];
      expect(isSame(rebase(base, base, changed), changed)).toBe(true);
      expect(isSame(rebase(base, changed, base), changed)).toBe(true);
      expect(isSame(rebase(base, changed, changed), changed)).toBe(true);
    }),
  );
});
