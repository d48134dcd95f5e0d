/** zod/mini and its stand-in read the same frames, whole and damaged, and must make the same of them. */
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { aControlEntry, aHandoff, aMessageEntry, aWelcome } from "../testing/builders.ts";

async function world(isSlim: boolean) {
  vi.resetModules();
  if (isSlim) vi.doMock("zod/mini", () => import("./zod-mini.ts"));
  else vi.doUnmock("zod/mini");
  const { ToVisitor, ToAgent } = await import("../protocol/server-message.ts");
  const { VisitorMessage } = await import("../protocol/client-message.ts");
  const { ContactFields } = await import("../domain/contact.ts");
  const { decodeFrame } = await import("../protocol/codec.ts");
  return { schemas: { ToVisitor, ToAgent, VisitorMessage, ContactFields }, decodeFrame };
}

const REAL = await world(false);
const SLIM = await world(true);

const conversation = "conversation-1";
const refusal = { code: "stale_version", sentence: "No.", detail: "version", handoff: aHandoff() };
const WHOLE: readonly object[] = [
  aWelcome(),
  {
    type: "entries",
    conversation,
    entries: [aMessageEntry(), aControlEntry(), { seq: 3, at: 1, kind: "hidden" }],
  },
  {
    type: "entries",
    conversation,
    entries: [
      {
        seq: 1,
        at: 1,
        kind: "notice",
        notice: "unavailable",
        text: "Maandag om 09:00.",
        channels: [
          { kind: "phone", number: "+31201234567", label: { nl: "Bel ons" } },
          { kind: "mail", address: "info@example.org", label: {} },
          { kind: "link", url: "https://example.org/ticket", label: {} },
        ],
        until: 2,
      },
    ],
  },
  { type: "accepted", id: "m1", seq: 4 },
  { type: "accepted", id: "m1", seq: null },
  { type: "refused", id: null, refusal },
  { type: "typing", conversation, author: { kind: "agent", id: "ana", name: "Ana" }, typing: true },
  { type: "received", conversation, side: "agent", receipt: { delivered: 3, read: 2 } },
  { type: "pong" },
  { type: "handoff-changed", handoff: aHandoff() },
  { type: "send-message", id: "m1", conversation, text: "Hallo" },
  { type: "request-handoff", id: "m1", conversation, trigger: "unknown", source: "button", message: null },
  { type: "visitor-hello", protocol: 1, token: null, language: "nl", resume: { conversation, since: 0 } },
  { firstName: " Jan ", lastName: "", email: "", phone: "", company: "", notes: "" },
  { firstName: " ", lastName: "", email: "", phone: "", company: "", notes: "" },
];

const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 60,
    "",
    "x",
    "é".repeat(81),
    "agent",
    [],
    {},
    Number.MAX_VALUE,
  ),
  fc.jsonValue(),
);

/** A whole message with one value, somewhere in it, replaced or taken out. */
const damaged = fc
  .tuple(fc.constantFrom(...WHOLE), fc.array(fc.nat(12), { maxLength: 4 }), fc.option(junk))
  .map(([message, way, value]) => damage(structuredClone(message), way, value));

function damage(message: unknown, way: readonly number[], value: unknown): unknown {
  if (typeof message !== "object" || message === null || way.length === 0) return message;
  const keys = Object.keys(message);
  const key = keys[(way[0] as number) % Math.max(1, keys.length)];
  if (key === undefined) return message;
  const inner = (message as Record<string, unknown>)[key];
  const record = message as Record<string, unknown>;
  if (way.length > 1 && typeof inner === "object" && inner !== null) damage(inner, way.slice(1), value);
  else if (value === null) delete record[key];
  else record[key] = value;
  return message;
}

describe("the slim zod", () => {
  it.each(WHOLE)("reads %j as zod does", (message) => {
    expect(readings(SLIM, message)).toEqual(readings(REAL, message));
    expect(readings(SLIM, message).some(({ ok }) => ok)).toBe(readings(REAL, message).some(({ ok }) => ok));
  });

  it("makes the same of what is damaged, and names the same field", () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: damaged }, junk), (message) => {
        expect(readings(SLIM, message)).toEqual(readings(REAL, message));
      }),
      { numRuns: 3_000 },
    );
  });
});

function readings({ schemas, decodeFrame }: typeof REAL, message: unknown) {
  const frame = JSON.stringify(Array.isArray(message) ? [message] : message);
  return Object.values(schemas).map((schema) => decodeFrame(frame, schema as never)[0] ?? { ok: false });
}
