/** What a visitor may see of the log. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { ANA, aControlEntry, aMessageEntry } from "../testing/builders.ts";
import { HandoffId, SendId } from "./id.ts";
import { forVisitor, LogEntry } from "./log-entry.ts";

const CANARY = "for-agents-only";

const signal: LogEntry = {
  kind: "signal",
  seq: 3,
  at: 30,
  message: SendId.parse(CANARY),
  signal: { type: "price_question", confidence: 0.9, spans: [{ start: 0, end: 4 }] },
};
const handoff: LogEntry = {
  kind: "handoff",
  seq: 4,
  at: 40,
  handoff: HandoffId.parse(CANARY),
  action: "cancel",
  from: "pending",
  to: "cancelled",
  by: ANA,
  assignee: CANARY,
  reason: CANARY,
  version: 2,
};

it("P15 messages and control are seen as they are", () => {
  for (const entry of [aMessageEntry(), aMessageEntry({ author: ANA }), aControlEntry()]) {
    expect(forVisitor(entry)).toBe(entry);
  }
});

it("P15 P28 signals and the history of handoffs leave only their place, and not a byte more", () => {
  for (const entry of [signal, handoff]) {
    expect(forVisitor(entry)).toEqual({ kind: "hidden", seq: entry.seq, at: entry.at });
    expect(JSON.stringify(forVisitor(entry))).not.toContain(CANARY);
  }
});

it("P15 the visitor's copy of a log is as gap-free as the log, and is a log itself", () => {
  const entry = fc.constantFrom<LogEntry>(aMessageEntry(), aControlEntry(), signal, handoff);
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const log = entries.map((item, index) => ({ ...item, seq: index + 1 }));
      const copy = log.map(forVisitor);
      expect(copy.map(({ seq }) => seq)).toEqual(log.map(({ seq }) => seq));
      expect(copy.map((item) => LogEntry.parse(item))).toEqual(copy);
      expect(copy.map(forVisitor)).toEqual(copy);
    }),
  );
});
