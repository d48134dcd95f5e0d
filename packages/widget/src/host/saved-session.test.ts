/** What outlives the page, with two tabs, strangers and full storage about. */
import type { ConversationId, SendId, VisitorRequest } from "@sophie/engine";
import { beforeEach, describe, expect, it } from "vitest";
import { browserSavedSession } from "./saved-session.ts";

const conversation = "conversation-1" as ConversationId;
const message = (id: string): VisitorRequest => ({
  type: "send-message",
  id: id as SendId,
  conversation,
  text: `text ${id}`,
});
const idsOf = (items: readonly VisitorRequest[]) => items.map(({ id }) => id);

const otherTabWrote = () => dispatchEvent(new StorageEvent("storage", { key: "sophie:demo" }));

beforeEach(() => localStorage.clear());

describe("the saved session", () => {
  it("Q23 writes nothing before something is saved", () => {
    const saved = browserSavedSession("demo", localStorage);
    expect({ identity: saved.load(), items: saved.items(), written: localStorage.length }).toEqual({
      identity: null,
      items: [],
      written: 0,
    });
  });

  it("Q1 gives the next page what this one left, in the order in which it was said", () => {
    const saved = browserSavedSession("demo", localStorage);
    saved.save({ token: "t", conversation });
    for (const id of ["m3", "m1", "m2"]) saved.put(message(id));
    const next = browserSavedSession("demo", localStorage);
    expect(next.load()).toEqual({ token: "t", conversation });
    expect(idsOf(next.items())).toEqual(["m3", "m1", "m2"]);
  });

  it("Q1 two tabs never overwrite each other's messages", () => {
    const first = browserSavedSession("demo", localStorage);
    const second = browserSavedSession("demo", localStorage);
    first.put(message("a"));
    second.put(message("b"));
    second.remove("a" as SendId);
    first.put(message("c"));
    expect(idsOf(browserSavedSession("demo", localStorage).items()).toSorted()).toEqual(["b", "c"]);
  });

  it("keeps the place of what is put a second time", () => {
    const saved = browserSavedSession("demo", localStorage);
    saved.put(message("a"));
    saved.put(message("b"));
    saved.put({ ...message("a"), conversation: "conversation-2" as ConversationId });
    expect(saved.items().map((item) => [item.id, item.conversation])).toEqual([
      ["a", "conversation-2"],
      ["b", "conversation-1"],
    ]);
  });

  it("keeps the sites of one page apart", () => {
    browserSavedSession("demo", localStorage).put(message("a"));
    expect(browserSavedSession("other", localStorage).items()).toEqual([]);
  });

  it("Q18 reads past what somebody else put there", () => {
    localStorage.setItem("sophie:demo", '{"token":5}');
    localStorage.setItem("sophie:demo:out:000000001:x", "not JSON");
    localStorage.setItem("sophie:demo:out:000000002:y", '{"type":"claim-handoff","id":"y"}');
    localStorage.setItem(
      "sophie:demo:out:000000003:z",
      '{"type":"send-message","id":"z","conversation":"conversation-1"}',
    );
    const saved = browserSavedSession("demo", localStorage);
    saved.put(message("a"));
    expect(saved.load()).toBeNull();
    expect(idsOf(saved.items())).toEqual(["a"]);
  });

  it("clears everything of its own site, and nothing else", () => {
    localStorage.setItem("theirs", "1");
    const saved = browserSavedSession("demo", localStorage);
    saved.save({ token: null, conversation });
    saved.put(message("a"));
    saved.clear();
    expect(Object.keys(localStorage)).toEqual(["theirs"]);
  });

  it("lives as long as the page where storage is absent or full", () => {
    expect(browserSavedSession("demo", null).isLasting).toBe(false);
    const full: Storage = Object.create(localStorage, {
      setItem: {
        value: () => {
          throw new DOMException("Full.", "QuotaExceededError");
        },
      },
    });
    const saved = browserSavedSession("demo", full);
    expect(saved.isLasting).toBe(true);
    saved.put(message("a"));
    expect(saved.isLasting).toBe(false);
  });

  it("hears when another tab has learnt who the visitor is, and not before", () => {
    let heard = 0;
    const stop = browserSavedSession("demo", localStorage).onOtherTab(() => heard++);
    const other = browserSavedSession("demo", localStorage);
    other.save({ token: null, conversation });
    otherTabWrote();
    expect(heard).toBe(0);
    other.save({ token: "t", conversation });
    otherTabWrote();
    expect(heard).toBe(1);
    stop();
    otherTabWrote();
    expect(heard).toBe(1);
  });
});
