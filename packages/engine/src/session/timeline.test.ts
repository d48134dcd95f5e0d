/** What is shown of a conversation, and in which order. */
import { describe, expect, it } from "vitest";
import { EMPTY_TRANSCRIPT, extendTranscript } from "../conversation/transcript.ts";
import { aMessageEntry, MONDAY_NINE } from "../testing/builders.ts";
import { timelineOf, type TimelineSource } from "./timeline.ts";

const DAY_MS = 86_400_000;

function aSource(entries: Parameters<typeof extendTranscript>[1], greetedAt: number): TimelineSource {
  return {
    greeting: { text: "Hallo", at: greetedAt },
    log: {
      transcript: extendTranscript(EMPTY_TRANSCRIPT, entries).transcript,
      agentReceipt: { delivered: 0, read: 0 },
      isAccepted: () => false,
    } as unknown as TimelineSource["log"],
    pending: [],
    failed: [],
    saidAt: new Map(),
    partial: null,
    feedback: null,
    taken: null,
  };
}

describe("the timeline", () => {
  it("begins with the greeting, at the time of the visit", () => {
    expect(timelineOf(aSource([], MONDAY_NINE))).toMatchObject([{ id: "greeting", at: MONDAY_NINE }]);
  });

  it("never shows the greeting as later than what was said before this visit", () => {
    const first = aMessageEntry({ seq: 1, at: MONDAY_NINE });
    const times = timelineOf(aSource([first], MONDAY_NINE + DAY_MS)).map(({ at }) => at);
    expect(times).toEqual([MONDAY_NINE, MONDAY_NINE]);
  });
});
