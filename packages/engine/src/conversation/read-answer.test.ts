/** Whatever an answer port gives, it is something that can be said or it is not knowing. */
import { expect, it } from "vitest";
import { readAnswer } from "./read-answer.ts";

const SOURCE = { by: "knowledge", entries: ["hours"] } as const;

it("T12 an answer keeps where it is from; a plain text is an answer from nowhere", () => {
  expect(readAnswer({ text: "Van negen tot vijf.", source: SOURCE })).toEqual({
    text: "Van negen tot vijf.",
    source: SOURCE,
  });
  expect(readAnswer("Van negen tot vijf.")).toEqual({ text: "Van negen tot vijf." });
});

it.each<[string, unknown]>([
  ["nothing", null],
  ["nothing at all", undefined],
  ["a number", 42],
  ["a list", ["Van negen", "tot vijf"]],
  ["a function", () => "Van negen tot vijf."],
  ["a text that is none", { text: 42 }],
  ["an empty text", " \n "],
  ["an object without a text", { answer: "Van negen tot vijf." }],
  ["a text longer than a message may be", "x".repeat(4_001)],
])("F1 %s is no answer: she does not know", (_what, given) => {
  expect(readAnswer(given)).toBeNull();
});

it.each<[string, unknown]>([
  ["of an unknown kind", { by: "rumour", entries: ["hours"] }],
  ["without entries", { by: "knowledge", entries: [] }],
  ["that is a text", "hours"],
])("F1 a source %s is left out, and what else the port put there as well", (_what, source) => {
  expect(readAnswer({ text: "Ja.", source, type: "send-message", id: "stolen" })).toEqual({ text: "Ja." });
});
