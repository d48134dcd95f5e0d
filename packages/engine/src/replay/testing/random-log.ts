/** Logs for property tests: any entry in any order, whether or not a conversation could have gone that way. */
import * as fc from "fast-check";
import { ANA, BEN } from "../../testing/builders.ts";
import { CONTROLS } from "../../domain/control.ts";
import { HANDOFF_ACTIONS, HANDOFF_STATUSES } from "../../domain/handoff-status.ts";
import { LogEntry } from "../../domain/log-entry.ts";
import { PRIORITIES } from "../../domain/priority.ts";
import { ReplyIntent } from "../../domain/reply-intent.ts";
import { TRIGGER_TYPES } from "../../domain/trigger.ts";

const MOVES = [...HANDOFF_ACTIONS, "create", "request", "rescore", "breach", "attempt", "promise_broken"];

const id = fc.constantFrom("a", "b.1", "jan_de-boer:06-12345678");
const text = fc.string({ unit: "grapheme", maxLength: 40 });
const author = fc.constantFrom({ kind: "visitor" }, { kind: "bot" }, { kind: "system" }, ANA, BEN);
const moment = fc.integer({ min: 0, max: 10_000_000 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const message = fc.record({
  kind: fc.constant("message"),
  id,
  author,
  text,
  intent: optional(fc.constantFrom(...ReplyIntent.options)),
  source: optional(fc.constant({ by: "knowledge", entries: ["tuin", "prijs"] })),
});
const control = fc.record({
  kind: fc.constant("control"),
  from: fc.constantFrom(...CONTROLS),
  to: fc.constantFrom(...CONTROLS),
  by: author,
  handoff: fc.option(id),
});
const signal = fc.record({
  kind: fc.constant("signal"),
  message: id,
  signal: fc.constant({ type: "demo_request", confidence: 0.9, spans: [{ start: 0, end: 3 }] }),
});
const handoff = fc.record({
  kind: fc.constant("handoff"),
  handoff: id,
  action: fc.constantFrom(...MOVES),
  from: fc.option(fc.constantFrom(...HANDOFF_STATUSES)),
  to: fc.constantFrom(...HANDOFF_STATUSES),
  by: author,
  assignee: fc.option(fc.constantFrom(ANA.name, BEN.name)),
  reason: fc.option(text),
  trigger: optional(fc.constantFrom(...TRIGGER_TYPES)),
  priority: optional(fc.constantFrom(...PRIORITIES)),
  because: optional(fc.constantFrom("active", "idle", "gone", "waiting")),
  dueAt: optional(moment),
  stopsClock: optional(fc.constant(true)),
  routed: optional(fc.constant({ queue: "verkoop", mode: "live", rule: "Bezichtigingen naar Ana" })),
  version: fc.integer({ min: 1, max: 99 }),
});
const notice = fc.record({
  kind: fc.constant("notice"),
  notice: fc.constantFrom("available", "unavailable", "unassigned", "nobody"),
  text,
  channels: fc.constant([{ kind: "phone", number: "+31201234567", label: { nl: "Bel Ana" } }]),
  until: fc.option(moment),
  promised: optional(moment),
});
const procedure = fc.record({
  kind: fc.constant("procedure"),
  state: fc.constantFrom("collecting", "transferring"),
  request: id,
  trigger: fc.constantFrom(...TRIGGER_TYPES),
  source: fc.constantFrom("text", "button"),
  message: fc.option(id),
  fields: fc.constant([
    { key: "order", kind: "order_number", label: { nl: "Uw ordernummer" }, pattern: "A\\d+" },
  ]),
});
const others = fc.oneof(
  fc.record({ kind: fc.constant("feedback"), message: id, helpful: fc.boolean() }),
  fc.record({
    kind: fc.constant("survey"),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
    comment: text,
  }),
  fc.constant({ kind: "hidden" }),
);

/** Read with the schema, so that it is a log that could have been stored. */
export function randomLog(): fc.Arbitrary<readonly LogEntry[]> {
  const entry = fc.oneof(message, control, signal, handoff, notice, procedure, others);
  return fc
    .array(fc.tuple(entry, moment), { maxLength: 40 })
    .map((drawn) => drawn.map(([made, at], place) => LogEntry.parse({ ...made, seq: place + 1, at })));
}
