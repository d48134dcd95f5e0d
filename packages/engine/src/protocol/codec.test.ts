/** Frames in and out: nothing that arrives makes the reader throw, and nothing that is packed is lost or too big. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AgentMessage, VisitorMessage } from "./client-message.ts";
import { decodeFrame, encode, joinFrames, packFrames } from "./codec.ts";
import { LIMITS } from "./limits.ts";

const say = (id: string, text = "Hallo") => ({ type: "send-message", id, conversation: "c1", text });

/** Each message of a frame as its type, or as the refusal it got and the id that could be read. */
function read(frame: string): string[] {
  return decodeFrame(frame, VisitorMessage).map((decoded) =>
    decoded.ok
      ? `${decoded.value.type} ${decoded.id ?? "-"}`
      : `${decoded.refusal.code} ${decoded.id ?? "-"} ${decoded.refusal.detail ?? ""}`.trim(),
  );
}

describe("reading", () => {
  it("P1 one message, or an array of messages in order", () => {
    expect(read(encode(say("a")))).toEqual(["send-message a"]);
    expect(read(JSON.stringify([say("a"), { type: "ping" }, say("b")]))).toEqual([
      "send-message a",
      "ping -",
      "send-message b",
    ]);
    expect(read("[]")).toEqual([]);
  });

  it.each(["", "{", "undefined", "\u0000", '{"type":"ping"} x', "\uD800"])("P3 %j is no JSON", (frame) => {
    expect(read(frame)).toEqual(["unparsable -"]);
  });

  it.each(["null", "7", '"ping"', "{}", '{"type":null}', '{"type":"sing"}', "[[]]"])(
    "P3 %s is no message that the server knows",
    (frame) => {
      expect(read(frame)[0]).toMatch(/^unknown_message - ?(type)?$/);
    },
  );

  it("P3 a wrong field is named, and the id is kept if that much could be read", () => {
    expect(read(JSON.stringify({ ...say("a"), text: 7 }))).toEqual(["invalid_message a text"]);
    expect(read(JSON.stringify({ ...say("a"), conversation: "not an id" }))).toEqual([
      "invalid_message a conversation",
    ]);
    expect(read(JSON.stringify({ ...say("a"), id: "" }))).toEqual(["invalid_message - id"]);
    expect(read(JSON.stringify({ type: "sing", id: "a" }))).toEqual(["unknown_message a type"]);
  });

  it("P13 P14 P16 a seq larger than any log's is no message", () => {
    const beyond = 2_147_483_648;
    const resume = (since: number) => ({
      type: "visitor-hello",
      protocol: 1,
      token: null,
      language: "nl",
      resume: { conversation: "c1", since },
    });
    const received = (seq: number) => ({
      type: "mark-received",
      conversation: "c1",
      receipt: { delivered: seq, read: seq },
    });
    const fetching = (since: number) => ({ type: "fetch-entries", conversation: "c1", since });
    const said = (seq: number) => JSON.stringify([resume(seq), received(seq), fetching(seq)]);
    expect(read(said(beyond))).toEqual([
      "invalid_message - resume.since",
      "invalid_message - receipt.delivered",
      "invalid_message - since",
    ]);
    expect(read(said(beyond - 1))).toEqual(["visitor-hello -", "mark-received -", "fetch-entries -"]);
    const watching = { type: "watch-conversation", id: "a", conversation: "c1", since: beyond };
    expect(decodeFrame(JSON.stringify(watching), AgentMessage)).toMatchObject([{ ok: false, id: "a" }]);
  });

  it("P3 the good messages of a frame are read although others are bad", () => {
    expect(read(JSON.stringify([say("a"), 7, { ...say("b"), text: null }, say("c")]))).toEqual([
      "send-message a",
      "unknown_message -",
      "invalid_message b text",
      "send-message c",
    ]);
  });

  it("P1 an array beyond the limit is refused as one, unread", () => {
    const messages = Array.from({ length: LIMITS.frameMessages + 1 }, () => ({ type: "ping" }));
    expect(read(JSON.stringify(messages))).toEqual([
      `invalid_message - more than ${LIMITS.frameMessages} messages in a frame`,
    ]);
    expect(read(JSON.stringify(messages.slice(1)))).toHaveLength(LIMITS.frameMessages);
  });

  it("P3 fields that nobody asked for are dropped, those of prototypes included", () => {
    const [decoded] = decodeFrame('{"type":"ping","__proto__":{"isAdmin":true},"x":1}', VisitorMessage);
    expect(decoded).toEqual({ ok: true, value: { type: "ping" }, id: null });
  });

  it("P3 whatever arrives, reading it does not throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        (frame) => {
          for (const decoded of decodeFrame(frame, VisitorMessage)) expect(typeof decoded.ok).toBe("boolean");
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("packing", () => {
  // Three bytes for each unit: the most that UTF-8 takes.
  const text = fc.nat({ max: LIMITS.textChars }).map((units) => "€".repeat(units));
  const messages = fc.array(fc.oneof({ weight: 3, arbitrary: fc.string() }, { weight: 1, arbitrary: text }), {
    maxLength: 700,
    size: "max",
  });

  it("P1 P2 whatever waits goes out whole, in order, in frames within both limits", () => {
    fc.assert(
      fc.property(messages, (texts) => {
        const sent = texts.map((content, index) => say(`m${index}`, content));
        const frames = packFrames(sent.map(encode));
        for (const frame of frames) {
          expect(new TextEncoder().encode(frame).length).toBeLessThanOrEqual(LIMITS.frameBytes);
        }
        const arrived = frames.flatMap((frame) => decodeFrame(frame, VisitorMessage));
        expect(arrived.map((decoded) => decoded.ok && decoded.value)).toEqual(sent);
      }),
      { numRuns: 60 },
    );
  });

  it("P2 the worst text of full length fits into a frame, with every unit escaped", () => {
    for (const unit of ["\u0000", "\uD800", '"', "€", "\u{1F600}"]) {
      const worst = encode(say("x".repeat(80), unit.repeat(LIMITS.textChars / unit.length)));
      expect(new TextEncoder().encode(worst).length).toBeLessThanOrEqual(LIMITS.frameBytes);
    }
  });

  it("P1 nothing waits, nothing is sent; one message needs no array", () => {
    expect(packFrames([])).toEqual([]);
    expect(packFrames(["{}"])).toEqual(["{}"]);
    expect(joinFrames(['{"a":1}', '{"b":2}'])).toBe('[{"a":1},{"b":2}]');
  });
});
