/** When a handoff is soon due, late, met or missed, to the millisecond. */
import { RESPONSE_TARGET_MS } from "@sophie/engine";
import { expect, it } from "vitest";
import { aHandoff } from "../testing/builders.ts";
import { dueOf } from "./due.ts";

const START = Date.UTC(2026, 0, 5, 9);
const TARGET = RESPONSE_TARGET_MS.urgent;
const urgent = aHandoff("one", START, { priority: "urgent" });

it("R5 an answer at exactly 15:00.000 is in time, and one a millisecond later is not", () => {
  expect(dueOf({ ...urgent, firstResponseAt: START + TARGET }, 0)).toEqual({
    kind: "met",
    at: START + TARGET,
  });
  expect(dueOf({ ...urgent, firstResponseAt: START + TARGET + 1 }, 0)).toMatchObject({
    kind: "missed",
    ms: 1,
  });
});

it("R5 it is late from the first millisecond after the due time", () => {
  expect(dueOf(urgent, START + TARGET)).toEqual({ kind: "left", ms: 0, level: "soon" });
  expect(dueOf(urgent, START + TARGET + 1)).toEqual({ kind: "late", ms: 1 });
});

it("turns amber at a quarter of the response time", () => {
  expect(dueOf(urgent, START + 0.75 * TARGET - 1)).toMatchObject({ level: "calm" });
  expect(dueOf(urgent, START + 0.75 * TARGET)).toMatchObject({ level: "soon" });
});

it("H47 no clock runs for what is over", () => {
  expect(dueOf({ ...urgent, status: "completed", updatedAt: 7 }, START + 9 * TARGET)).toEqual({
    kind: "over",
    at: 7,
  });
});
