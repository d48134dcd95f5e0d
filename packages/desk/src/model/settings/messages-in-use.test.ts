/** Which messages can be sent hangs on how handoffs are handed over. */
import type { Destination } from "@sophie/engine";
import { expect, it } from "vitest";
import { aRule, someSettings } from "../../testing/settings-builders.ts";
import { messagesInUse } from "./messages-in-use.ts";

const NOBODY: Destination = { ...aRule("r", "R").to, mode: "none" };

it("S19 with every destination to nobody, the messages about availability are not used", () => {
  const settings = someSettings({ rules: [aRule("r", "R", { to: NOBODY })], otherwise: NOBODY });
  expect(messagesInUse(settings)).toEqual({ available: false, unavailable: false, unassigned: false });
});

it("S19 one rule that calls somebody brings them back, and one that is off does not", () => {
  const off = aRule("r", "R", { enabled: false });
  expect(messagesInUse(someSettings({ rules: [off], otherwise: NOBODY })).available).toBe(false);
  expect(messagesInUse(someSettings({ rules: [aRule("r", "R")], otherwise: NOBODY })).available).toBe(true);
});

it("S18 not assigned is used only where there is no destination for the rest", () => {
  expect(messagesInUse(someSettings()).unassigned).toBe(false);
  expect(messagesInUse(someSettings({ otherwise: null })).unassigned).toBe(true);
});
