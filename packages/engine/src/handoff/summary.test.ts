/** What an agent reads first: the visitor's own words, each with its source. */
import { expect, it } from "vitest";
import type { LogEntry } from "../domain/log-entry.ts";
import { ANA, aControlEntry, aMessageEntry } from "../testing/builders.ts";
import { summarise } from "./summary.ts";

it("H5 one message of the visitor is enough for a summary, and it is cited", () => {
  const entry = aMessageEntry({ text: "Kan ik het huis bezichtigen?" });
  expect(summarise([entry])).toEqual({
    lines: [{ text: "Kan ik het huis bezichtigen?", message: entry.id }],
  });
});

it("H5 the last three things that the visitor said, in order; what others said is not the visitor's", () => {
  const log: LogEntry[] = [
    aMessageEntry({ seq: 1, text: "een" }),
    aMessageEntry({ seq: 2, text: "twee" }),
    aMessageEntry({ seq: 3, text: "antwoord", author: { kind: "bot" } }),
    aControlEntry({ seq: 4 }),
    aMessageEntry({ seq: 5, text: "drie" }),
    aMessageEntry({ seq: 6, text: "van Ana", author: ANA }),
    aMessageEntry({ seq: 7, text: "vier" }),
  ];
  expect(summarise(log).lines.map(({ text, message }) => `${message} ${text}`)).toEqual([
    "message-2 twee",
    "message-5 drie",
    "message-7 vier",
  ]);
});

it("H5 a long story is cut to a line, and line breaks are made plain", () => {
  const [line] = summarise([aMessageEntry({ text: `Hallo,\n\n  ${"lang ".repeat(100)}` })]).lines;
  expect(line?.text).toMatch(/^Hallo, lang lang .*…$/);
  expect(line?.text.length).toBe(240);
});

it("H5 who has said nothing has no summary", () => {
  expect(summarise([aControlEntry()])).toEqual({ lines: [] });
});
