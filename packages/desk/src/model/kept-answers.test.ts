/** What an agent wrote survives a reload of the tab, in order, and nothing else does. */
import { ConversationId, HandoffId, SendId } from "@sophie/engine";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetAnswers, keptAnswers } from "./kept-answers.ts";

const saying = (id: string) =>
  ({
    type: "send-message",
    id: SendId.parse(id),
    conversation: ConversationId.parse("c1"),
    text: `Text of ${id}`,
  }) as const;

describe("kept answers", () => {
  beforeEach(() => sessionStorage.clear());

  it("Q1 come back after a reload in the order in which they were written", () => {
    const before = keptAnswers(sessionStorage);
    before.put(saying("z1"));
    before.put(saying("a2"));
    before.put(saying("m3"));
    before.remove(SendId.parse("a2"));
    const note = { ...saying("n4"), type: "add-note" } as const;
    before.put(note);
    expect(keptAnswers(sessionStorage).items()).toEqual([saying("z1"), saying("m3"), note]);
  });

  it("are messages only: a move is pressed again, or not at all", () => {
    const move = {
      type: "start-handoff",
      id: SendId.parse("s1"),
      handoff: HandoffId.parse("h1"),
      version: 1,
    } as const;
    keptAnswers(sessionStorage).put(move);
    expect(keptAnswers(sessionStorage).items()).toEqual([]);
  });

  it("are gone when somebody signs out", () => {
    keptAnswers(sessionStorage).put(saying("m1"));
    forgetAnswers(sessionStorage);
    expect(keptAnswers(sessionStorage).items()).toEqual([]);
  });
});
