/** What was written and not sent stays on the device, each text for itself, not for ever, and not for the next agent. */
import { beforeEach, expect, it } from "vitest";
import { forgetDrafts, keptDrafts } from "./kept-drafts.ts";

const DAY_MS = 24 * 60 * 60_000;

beforeEach(() => localStorage.clear());

it("Q1 each draft comes back after a reload, an emptied one does not, and two tabs do not overwrite each other", () => {
  const [one, other] = [keptDrafts(localStorage, () => 0), keptDrafts(localStorage, () => 0)];
  one.write("ana answer c1", "Half");
  other.write("ana note c1", "Notitie");
  one.write("ana answer c2", "Weg");
  one.write("ana answer c2", "  ");
  const after = keptDrafts(localStorage, () => 0);
  expect(["ana answer c1", "ana note c1", "ana answer c2", "ben answer c1"].map(after.read)).toEqual([
    "Half",
    "Notitie",
    "",
    "",
  ]);
});

it("is forgotten after two weeks and at signing out, and nothing else in the browser's storage is", () => {
  localStorage.setItem("sophie-desk:draft:damaged", "{");
  localStorage.setItem("theirs", "stays");
  keptDrafts(localStorage, () => 0).write("old", "Oud");
  keptDrafts(localStorage, () => DAY_MS).write("new", "Nieuw");
  const later = keptDrafts(localStorage, () => 15 * DAY_MS);
  expect([later.read("old"), later.read("new"), later.read("damaged")]).toEqual(["", "Nieuw", ""]);
  forgetDrafts(localStorage);
  expect(later.read("new")).toBe("");
  expect(localStorage.getItem("theirs")).toBe("stays");
});

it("writes on where a browser forbids storage", () => {
  const forbidden = new Proxy(localStorage, {
    get() {
      throw new Error("forbidden");
    },
  });
  const drafts = keptDrafts(forbidden, () => 0);
  drafts.write("a", "b");
  expect(drafts.read("a")).toBe("");
});
