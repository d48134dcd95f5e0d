/** The desk's copy of a log: without a hole, without a double, and not asked for in vain. */
import { ConversationId, LIMITS, type LogEntry, SendId } from "@sophie/engine";
import { VirtualClock } from "@sophie/engine/testing";
import { beforeEach, expect, it } from "vitest";
import { VISITOR } from "../testing/builders.ts";
import type { DeskRequest, DeskTelling } from "./desk-line.ts";
import { createTranscript, type Transcript } from "./transcript.ts";

const conversation = ConversationId.parse("talk");
let clock: VirtualClock;
let requested: DeskRequest[];
let told: DeskTelling[];
let transcript: Transcript;
let given: string[];

beforeEach(() => {
  clock = new VirtualClock();
  requested = [];
  told = [];
  given = [];
  let ids = 0;
  transcript = createTranscript({
    conversation,
    clock,
    newId: () => SendId.parse(`id-${++ids}`),
    request: (request) => requested.push(request),
    giveBack: (text, isNote) => given.push(`${isNote ? "note" : "answer"}: ${text}`),
    tell: (telling) => told.push(telling),
  });
});

function entries(from: number, to: number): LogEntry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    kind: "message",
    seq: from + index,
    at: from + index,
    id: SendId.parse(`m-${from + index}`),
    author: VISITOR,
    text: String(from + index),
  }));
}

function seqs(): number[] {
  return transcript.entries.value.map((entry) => entry.seq);
}

function fetches(): number[] {
  return told.flatMap((telling) => (telling.type === "fetch-entries" ? [telling.since] : []));
}

it("asks for a gap once, shows nothing beyond it, and closes it with what comes", () => {
  transcript.watch();
  transcript.take(entries(1, 2));
  transcript.take(entries(5, 5));
  transcript.take(entries(6, 6));
  expect(seqs()).toEqual([1, 2]);
  expect(fetches()).toEqual([2]);
  transcript.take(entries(3, 6));
  expect(seqs()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(fetches()).toEqual([2]);
});

it("takes entries that come twice once", () => {
  transcript.watch();
  transcript.take(entries(1, 3));
  transcript.take(entries(2, 4));
  expect(seqs()).toEqual([1, 2, 3, 4]);
});

it("asks on after a full page, if what follows does not come by itself", () => {
  transcript.watch();
  transcript.take(entries(1, LIMITS.entriesPerFetch));
  expect(fetches()).toEqual([]);
  clock.advance(2_000);
  expect(fetches()).toEqual([LIMITS.entriesPerFetch]);
});

it("asks for what the head of the conversation says is there only if it does not come", () => {
  transcript.watch();
  transcript.take(entries(1, 1));
  transcript.expect(2);
  transcript.take(entries(2, 2));
  clock.advance(10_000);
  expect(fetches()).toEqual([]);
  transcript.expect(3);
  clock.advance(2_000);
  expect(fetches()).toEqual([2]);
});

it("follows again from where its copy ends when the line is new, and asks again for a gap", () => {
  transcript.watch();
  transcript.take(entries(1, 2));
  transcript.take(entries(4, 4));
  transcript.resume();
  expect(requested.at(-1)).toMatchObject({ type: "watch-conversation", since: 2 });
  transcript.take(entries(5, 5));
  expect(fetches()).toEqual([2, 2]);
});

it("a conversation that nobody looks at is not followed again", () => {
  transcript.watch();
  transcript.unwatch();
  transcript.resume();
  expect(requested).toHaveLength(1);
  expect(told).toEqual([{ type: "unwatch-conversation", conversation }]);
});

it("refuses early what is longer than the protocol takes", () => {
  transcript.say("x".repeat(LIMITS.textChars + 1));
  expect(requested).toEqual([]);
  expect(transcript.drafts.value[0]?.delivery).toEqual({ state: "failed", reason: "text_too_long" });
});

it("receipts never go back", () => {
  transcript.takeReceipt("visitor", { delivered: 5, read: 4 });
  transcript.takeReceipt("visitor", { delivered: 3, read: 2 });
  transcript.takeReceipt("agent", { delivered: 9, read: 9 });
  expect(transcript.visitorReceipt.value).toEqual({ delivered: 5, read: 4 });
});

it("tells of typing at most every three seconds, and of silence once", () => {
  for (let key = 0; key < 8; key += 1) {
    transcript.noteTyping();
    clock.advance(1_000);
  }
  clock.advance(10_000);
  const typing = told.flatMap((telling) => (telling.type === "set-typing" ? [telling.typing] : []));
  expect(typing).toEqual([true, true, true, false]);
});

it("Q1 what was not taken stands as failed where it is shown, and goes back to where it was written where it is not", () => {
  const refused = (code: "not_in_control" | "being_answered") =>
    ({ ok: false, refusal: { code, sentence: "" } }) as const;
  transcript.say("gezegd");
  const [shown] = transcript.drafts.value;
  const asked = requested.at(-1) as DeskRequest;
  transcript.takeAnswer(asked, refused("not_in_control"));
  expect(transcript.drafts.value).toEqual([
    { ...shown, delivery: { state: "failed", reason: "not_in_control" } },
  ]);
  expect(given).toEqual([]);
  transcript.takeAnswer(asked, refused("being_answered"));
  expect(transcript.drafts.value).toEqual([]);
  // Sent before a reload: nothing here shows it.
  const before = { id: SendId.parse("before"), conversation, text: "van voor het herladen" };
  transcript.takeAnswer({ type: "send-message", ...before }, refused("not_in_control"));
  transcript.takeAnswer({ type: "add-note", ...before }, refused("not_in_control"));
  expect(given).toEqual(["answer: gezegd", "answer: van voor het herladen", "note: van voor het herladen"]);
});
