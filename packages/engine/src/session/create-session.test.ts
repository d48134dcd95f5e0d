/** A visitor's conversation from the first word to the last, against a server in memory and with time that stands still. */
import { describe, expect, it } from "vitest";
import type { CustomTrigger } from "../domain/custom-trigger.ts";
import type { SendId } from "../domain/id.ts";
import type { KnowledgeEntry } from "../domain/knowledge-entry.ts";
import type { SiteConfig } from "../domain/site.ts";
import { CLOSE } from "../protocol/close-codes.ts";
import { LIMITS } from "../protocol/limits.ts";
import { createTriggerFinder } from "../signals/triggers.ts";
import { aHandoffPolicy, oneBrowser } from "../testing/one-browser.ts";
import { settle } from "../testing/settle.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Session } from "./session.ts";
import type { SessionPorts } from "./session-ports.ts";
import type { TriggersPort } from "../conversation/ports.ts";

const WORDS = wordsOf("nl");
const { admit: ADMIT, offer: OFFER } = WORDS.says;
const HOURS: KnowledgeEntry = {
  id: "hours",
  language: "nl",
  question: "Wat zijn de openingstijden?",
  variants: ["Wanneer zijn jullie open?"],
  answer: "Wij zijn open van negen tot vijf.",
};
const LIST_PRICE: KnowledgeEntry = {
  id: "price",
  language: "nl",
  question: "Wat kost het?",
  variants: ["Wat is de vraagprijs?"],
  answer: "De vraagprijs is € 425.000.",
};
/** A site with something to say for itself, and one browser. */
function aBrowser(more: Partial<SiteConfig> = {}) {
  return oneBrowser({ knowledge: [HOURS, LIST_PRICE], ...more });
}

const never = () => new Promise<never>(() => {});
const broken = () => Promise.reject(new Error("404"));

/** What the visitor sees, as `who: text` and, for one's own, how far it came. */
function shown(session: Session): readonly string[] {
  return session.snapshot.timeline.map((item) =>
    item.kind !== "message"
      ? `(${item.kind === "control" ? item.to : item.notice})`
      : `${item.author.kind}: ${item.text}${item.delivery === null ? "" : ` [${item.delivery.state}]`}`,
  );
}

const afterGreeting = (session: Session) => shown(session).slice(1);

describe("before the visitor writes", () => {
  it("T0 greets, and nothing is sent or saved", async () => {
    const { server, saved, pair, page, pass, clock } = aBrowser();
    const session = page();
    session.open();
    session.noteTyping();
    session.markRead();
    session.reconnect();
    await pass(60_000);
    expect(shown(session)).toEqual(["bot: Hallo, ik ben Sophie van Van Leeuwen. Waarmee kan ik u helpen?"]);
    expect(session.snapshot).toMatchObject({ connection: { state: "idle" }, conversation: null, unread: 0 });
    expect([server.heard.length, saved.writes, pair.inFlight, clock.pending]).toEqual([0, 0, 0, 0]);
  });

  it("T0 text without anything in it is not a first word", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("   \n ");
    await rest();
    expect([server.heard, session.snapshot.timeline.length]).toEqual([[], 1]);
  });
});

describe("what Sophie can answer", () => {
  it("T12 an entry of the knowledge list is answered, without a handoff", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Wat zijn jullie openingstijden?");
    await rest();
    expect(server.saidIn()).toEqual(["visitor: Wat zijn jullie openingstijden?", `bot: ${HOURS.answer}`]);
    expect(server.handoffs).toEqual([]);
    expect(session.snapshot.control).toBe("bot");
  });

  it("H18 a plain question about the price is answered, a complex one is a handoff", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Wat kost het?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${LIST_PRICE.answer}`);
    session.say("Wat is er onderhandelbaar?");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "price_question", source: "text" }]);
  });

  it("F1 F6 S3 what she does not know she admits, and the second time in a row she offers a person", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Mag mijn hond mee?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${ADMIT}`);
    expect(session.snapshot.quickReplies).toContain("talk_to_person");
    session.say("Is er plek voor mijn hond?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${OFFER}`);
    expect(session.snapshot.quickReplies).toEqual(["accept_offer", "decline_offer"]);
  });

  it("F6 being polite answers nothing: it is no miss, and what was missed or offered before still counts", async () => {
    const { server, page, rest } = aBrowser();
    const before = page();
    for (const text of ["Hoi!", "Mag mijn hond mee?", "bedankt", "Mag mijn kat mee?"]) before.say(text);
    await rest();
    const { greet, welcome, introduce } = WORDS.says;
    expect(server.saidIn().filter((line) => line.startsWith("bot"))).toEqual(
      [greet, ADMIT, welcome, OFFER].map((said) => `bot: ${said}`),
    );
    const next = page();
    next.open();
    next.say("Ben je een robot?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${introduce}`);
    expect(next.snapshot.quickReplies).toEqual(["accept_offer", "decline_offer"]);
    next.say("ja graag");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "unknown" }]);
  });

  it("F1 a greeting is met before the detector is there, whatever that would make of it", async () => {
    const { server, page, rest } = aBrowser();
    page({ detector: never }).say("Goedemiddag");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.says.greet}`);
    expect(server.handoffs).toEqual([]);
  });

  it.each([1, 3, 5])("F6 the site says after how many: %i", async (unknownLimit) => {
    const { server, page, rest } = aBrowser({ handoff: aHandoffPolicy({ unknownLimit }) });
    const session = page();
    for (let asked = 0; asked < unknownLimit; asked += 1) session.say(`Mag mijn hond mee ${asked}?`);
    await rest();
    const said = server.saidIn().filter((line) => line.startsWith("bot"));
    expect(said).toEqual([...Array<string>(unknownLimit - 1).fill(`bot: ${ADMIT}`), `bot: ${OFFER}`]);
  });

  it("F3 a site without any knowledge offers a person in its first reply", async () => {
    const { server, page, rest } = aBrowser({ knowledge: [] });
    page().say("Mag mijn hond mee?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${OFFER}`);
  });

  it("F6 an answer between two that she does not know begins the count anew, also on the next page", async () => {
    const { server, page, rest } = aBrowser();
    const before = page();
    for (const text of ["Mag mijn hond mee?", "Wat kost het?", "Mag mijn kat mee?"]) before.say(text);
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${ADMIT}`);
    before.close();
    const after = page();
    after.open();
    await rest();
    after.say("Mag mijn vis mee?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${OFFER}`);
  });

  it.each<[string, Partial<SessionPorts>]>([
    ["a detector that never loads", { detector: never }],
    ["a detector that cannot be loaded", { detector: broken }],
    ["a source that never answers", { answer: never }],
    ["a source that fails", { answer: broken }],
  ])("F1 %s does not silence her", async (_name, more) => {
    const { server, page, pass } = aBrowser();
    page(more).say("Mag mijn hond mee?");
    await pass(10_000);
    expect(server.saidIn()).toEqual(["visitor: Mag mijn hond mee?", `bot: ${OFFER}`]);
  });

  it("Q3 two messages in one breath are answered in order", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Wat kost het?");
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.saidIn().filter((line) => line.startsWith("bot"))).toEqual([
      `bot: ${LIST_PRICE.answer}`,
      `bot: ${HOURS.answer}`,
    ]);
  });

  it("is seen to think while she looks for an answer", async () => {
    const { page, rest } = aBrowser();
    let found: (text: string) => void = () => {};
    const session = page({ answer: () => new Promise((resolve) => (found = resolve)) });
    session.say("Wat kost het?");
    await rest();
    expect(session.snapshot.typing).toEqual({ kind: "bot" });
    found("Veel.");
    await rest();
    expect(session.snapshot.typing).toBeNull();
  });
});

describe("getting a person", () => {
  it("H23 H3 asking in words makes one handoff, and control is human_pending", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Kan ik iemand spreken?");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "human_request", source: "text", message: "id-1" }]);
    expect(session.snapshot).toMatchObject({ control: "human_pending", quickReplies: [] });
    expect(server.saidIn()).toEqual(["visitor: Kan ik iemand spreken?"]);
  });

  it("F5 asking by the button works before a single word was said", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "human_request", source: "button", message: null }]);
    expect(session.snapshot.control).toBe("human_pending");
  });

  it("a quick reply asks for what it says", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.choose("request_demo");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "demo_request", source: "button" }]);
  });

  it("F6 yes to the offer is a handoff that nobody has to detect", async () => {
    const { server, page, rest } = aBrowser({ knowledge: [] });
    const session = page();
    session.say("Mag mijn hond mee?");
    await rest();
    session.say("Ja, graag!");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "unknown", source: "button" }]);
    expect(session.snapshot.control).toBe("human_pending");
  });

  it("F6 yes to an offer that was made on the page before is understood too", async () => {
    const { server, page, rest } = aBrowser({ knowledge: [] });
    const before = page();
    before.say("Mag mijn hond mee?");
    await rest();
    before.close();
    const after = page();
    after.open();
    await rest();
    after.say("ja graag");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "unknown", source: "button" }]);
  });

  it("F1 a signal that the server does not find leads to an honest offer, not to silence", async () => {
    const { server, page, rest } = aBrowser();
    server.refuses = ({ type }) => (type === "request-handoff" ? "signal_not_found" : null);
    const session = page();
    session.say("Wat is er onderhandelbaar?");
    await rest();
    expect(server.saidIn()).toEqual(["visitor: Wat is er onderhandelbaar?", `bot: ${OFFER}`]);
    expect(session.snapshot).toMatchObject({
      control: "bot",
      quickReplies: ["accept_offer", "decline_offer"],
    });
  });

  it("F1 so does a refusal that comes only on the next page", async () => {
    const { server, pair, page, rest } = aBrowser();
    const before = page();
    before.say("Hallo");
    await rest();
    pair.freeze();
    before.say("Wat is er onderhandelbaar?");
    await rest();
    before.close();
    server.refuses = ({ type }) => (type === "request-handoff" ? "signal_not_found" : null);
    const after = page();
    after.open();
    await rest();
    expect(server.saidIn().slice(2)).toEqual(["visitor: Wat is er onderhandelbaar?", `bot: ${OFFER}`]);
  });
});

describe("while a person has the conversation", () => {
  it("F19 Q14 a hundred messages get no answer from the bot", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Kan ik iemand spreken?");
    await rest();
    for (let index = 0; index < 100; index += 1) {
      session.say(index % 2 === 0 ? "Wat kost het?" : "Kan ik iemand spreken?");
      await rest();
    }
    expect(server.saidIn().filter((line) => line.startsWith("bot"))).toEqual([]);
    expect(server.handoffs).toHaveLength(1);
  });

  it("T15 Q14 a reply that was being looked up when an agent stepped in is never said", async () => {
    const { server, page, rest } = aBrowser();
    let found: (text: string) => void = () => {};
    const session = page({ answer: () => new Promise((resolve) => (found = resolve)) });
    session.say("Wat kost het?");
    await rest();
    server.agentSays("Ik neem het over.");
    await rest();
    found("Te laat");
    await rest();
    expect(server.heard.filter(({ type }) => type === "send-reply")).toEqual([]);
    expect(session.snapshot).toMatchObject({ control: "human", agent: { name: "Ana" }, typing: null });
  });

  it("T15 a reply that waits for the line when an agent steps in disappears", async () => {
    const { server, pair, page, rest, pass } = aBrowser();
    const session = page();
    session.say("Hallo");
    await rest();
    pair.freeze();
    session.say("Wat kost het?");
    await rest();
    expect(afterGreeting(session).at(-1)).toBe(`bot: ${LIST_PRICE.answer}`);
    const shownUnderHuman = new Set<string>();
    session.subscribe(({ control }) => {
      if (control === "human") for (const line of shown(session)) shownUnderHuman.add(line);
    });
    server.agentSays("Goedemiddag");
    await pass(30_000);
    expect(afterGreeting(session)).toEqual([
      "visitor: Hallo [sent]",
      `bot: ${WORDS.says.greet}`,
      "(human)",
      "agent: Goedemiddag",
      "visitor: Wat kost het? [sent]",
    ]);
    expect(shownUnderHuman).not.toContain(`bot: ${LIST_PRICE.answer}`);
  });

  it("F19 what is written on a new page before the log has come is not answered by the bot", async () => {
    const { server, page, rest } = aBrowser();
    const before = page();
    before.say("Kan ik iemand spreken?");
    await rest();
    before.close();
    const after = page();
    after.open();
    after.say("Wat kost het?");
    // Sophie would have had all the time in the world before the line was there.
    await settle();
    await rest();
    expect(server.heard.filter(({ type }) => type === "send-reply")).toEqual([]);
    expect(server.saidIn()).toHaveLength(2);
  });

  it("shows who types, and forgets it when nothing renews it or the message has come", async () => {
    const { server, page, rest, pass } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    server.passControl("human");
    server.agentTypes(true);
    await rest();
    expect(session.snapshot.typing).toMatchObject({ kind: "agent", name: "Ana" });
    await pass(6_000);
    expect(session.snapshot.typing).toBeNull();
    server.agentTypes(true);
    server.agentSays("Daar ben ik.");
    await rest();
    expect(session.snapshot.typing).toBeNull();
  });

  it("P17 one's own typing is told seldom, and its end is told", async () => {
    const { server, page, pass } = aBrowser();
    const session = page();
    session.requestHuman();
    await pass(250);
    for (let key = 0; key < 20; key += 1) {
      session.noteTyping();
      await pass(250);
    }
    await pass(4_000);
    expect(
      server.heard.flatMap((message) => (message.type === "set-typing" ? [message.typing] : [])),
    ).toEqual([true, true, false]);
  });
});

describe("delivery", () => {
  it("Q4 a message is sending, sent, and read, and is shown in each of these states", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    const seen: string[] = [];
    session.subscribe(() => {
      const line = afterGreeting(session).find((candidate) => candidate.includes("Hallo")) ?? "not shown";
      if (line !== seen.at(-1)) seen.push(line);
    });
    session.say("Hallo");
    await rest();
    server.agentReads();
    await rest();
    // Never "not shown" again, although the answer comes before the entry.
    expect(seen).toEqual([
      "not shown",
      "visitor: Hallo [sending]",
      "visitor: Hallo [sent]",
      "visitor: Hallo [read]",
    ]);
  });

  it("P9 an answer that comes before the entry is enough to be sent", async () => {
    const { pair, page, rest } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    session.say("Hallo");
    pair.step();
    expect(afterGreeting(session).at(-1)).toBe("visitor: Hallo [sending]");
    pair.step();
    expect([afterGreeting(session).at(-1), pair.inFlight]).toEqual(["visitor: Hallo [sent]", 1]);
  });

  it("P16 what was shown is acknowledged, and what was seen as well", async () => {
    const { server, page, rest, pass } = aBrowser();
    const session = page();
    session.say("Wat kost het?");
    await rest();
    expect(session.snapshot.unread).toBe(1);
    await pass(500);
    expect(server.only.receipts.visitor).toEqual({ delivered: 2, read: 0 });
    session.markRead();
    await pass(500);
    expect(server.only.receipts.visitor).toEqual({ delivered: 2, read: 2 });
    expect(session.snapshot.unread).toBe(0);
  });

  it("P16 what was seen while there was no line is told when it is back", async () => {
    const { server, pair, page, rest, pass } = aBrowser();
    const session = page();
    session.say("Wat kost het?");
    await rest();
    pair.drop();
    session.markRead();
    await pass(250);
    await pass(5_000);
    expect(server.only.receipts.visitor).toEqual({ delivered: 2, read: 2 });
  });

  it("P16 a reload does not forget what was read", async () => {
    const { page, rest, pass } = aBrowser();
    const before = page();
    before.say("Wat kost het?");
    await rest();
    before.markRead();
    await pass(500);
    before.close();
    const after = page();
    after.open();
    after.markRead();
    await rest();
    expect(after.snapshot.unread).toBe(0);
  });

  it("a message that is too long fails at once, is not sent, and is not sent by retrying", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("x".repeat(LIMITS.textChars + 1));
    await rest();
    const failed = session.snapshot.timeline.at(-1);
    expect(failed).toMatchObject({ delivery: { state: "failed", reason: "text_too_long" } });
    if (failed?.kind === "message") session.retry(failed.id);
    await rest();
    expect(server.heard).toEqual([]);
  });

  it("a refused message fails with its reason, and a retry sends it under the same id", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    server.refuses = ({ type }) => (type === "send-message" ? "forbidden" : null);
    session.say("Hallo");
    await rest();
    expect(session.snapshot.timeline.at(-1)).toMatchObject({
      id: "id-1",
      delivery: { state: "failed", reason: "forbidden" },
    });
    server.refuses = () => null;
    session.retry("id-1" as SendId);
    await rest();
    expect(server.only.log[0]).toMatchObject({ id: "id-1", text: "Hallo" });
    expect(afterGreeting(session)[0]).toBe("visitor: Hallo [sent]");
  });
});

describe("bad lines", () => {
  it("H3 Q2 what is repeated after a break goes under the same ids, and is stored once", async () => {
    const { server, pair, page, rest, pass } = aBrowser();
    const session = page();
    session.say("Wat kost het?");
    // The server has stored it, but its answer never arrives.
    while (server.conversations.size === 0) {
      pair.step();
      await Promise.resolve();
    }
    pair.drop();
    await pass(5_000);
    const sent = server.heard.filter(({ type }) => type === "send-message");
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map((message) => "id" in message && message.id))).toEqual(new Set(["id-1"]));
    expect(server.saidIn()).toEqual(["visitor: Wat kost het?", `bot: ${LIST_PRICE.answer}`]);
    await rest();
    expect(afterGreeting(session)).toEqual(["visitor: Wat kost het? [sent]", `bot: ${LIST_PRICE.answer}`]);
  });

  it("P14 a page that died with words unsent has them delivered by the next one, once, and answered once", async () => {
    const { server, pair, saved, page, rest } = aBrowser();
    pair.isRefusing = true;
    const before = page();
    before.say("Wat kost het?");
    await rest();
    before.close();
    expect(saved.items().map(({ type }) => type)).toEqual(["send-message", "send-reply"]);
    pair.isRefusing = false;
    for (let reload = 0; reload < 3; reload += 1) {
      const after = page();
      after.open();
      await rest();
      expect(afterGreeting(after)).toEqual(["visitor: Wat kost het? [sent]", `bot: ${LIST_PRICE.answer}`]);
      after.close();
    }
    expect(server.saidIn()).toEqual(["visitor: Wat kost het?", `bot: ${LIST_PRICE.answer}`]);
    expect(saved.items()).toEqual([]);
  });

  it("P14 a message whose page died before it was answered is answered by the next one", async () => {
    const { server, page, rest } = aBrowser();
    const before = page({ answer: () => new Promise(() => {}) });
    before.say("Wat kost het?");
    await rest();
    before.close();
    const after = page();
    after.open();
    await rest();
    expect(server.saidIn()).toEqual(["visitor: Wat kost het?", `bot: ${LIST_PRICE.answer}`]);
  });

  it("P13 a hole in the log is noticed and filled", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    server.appendUntold("Dit ging verloren.");
    server.passControl("human");
    await rest();
    expect(server.heard.filter(({ type }) => type === "fetch-entries")).toHaveLength(1);
    expect(afterGreeting(session)).toEqual(["(human_pending)", "agent: Dit ging verloren.", "(human)"]);
  });

  it("Q1 what an agent said while the line was down is there afterwards", async () => {
    const { server, pair, page, rest, pass } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    pair.freeze();
    server.agentSays("Bent u daar?");
    await pass(30_000);
    expect(afterGreeting(session).at(-1)).toBe("agent: Bent u daar?");
  });

  it("says when it will try again, and tries at once when asked", async () => {
    const { pair, page, rest, clock } = aBrowser();
    const session = page();
    session.say("Hallo");
    await rest();
    pair.drop();
    const { connection } = session.snapshot;
    if (connection.state !== "offline") throw new Error(`expected to be offline, was ${connection.state}`);
    expect(connection.nextTryAt).toBeGreaterThan(clock.now() - 1);
    session.reconnect();
    await rest();
    expect(session.snapshot.connection).toEqual({ state: "online" });
  });

  it("closed for good, it says with which code", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.say("Hallo");
    await rest();
    server.closeAll(CLOSE.protocolTooOld.code);
    await rest();
    expect(session.snapshot.connection).toEqual({ state: "stopped", code: CLOSE.protocolTooOld.code });
  });
});

describe("another conversation, another identity", () => {
  it("F23 what is written after the end begins a new conversation, in which Sophie answers again", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    server.agentSays("Opgelost.");
    server.passControl("closed");
    await rest();
    session.say("Wat kost het?");
    await rest();
    const [first, second] = [...server.conversations.values()];
    expect(first === undefined ? [] : server.saidIn(first)).toEqual(["agent: Opgelost."]);
    expect(second === undefined ? [] : server.saidIn(second)).toEqual([
      "visitor: Wat kost het?",
      `bot: ${LIST_PRICE.answer}`,
    ]);
    expect(session.snapshot.control).toBe("bot");
  });

  it("F23 words that cross with the end are not lost: they begin the new conversation, in order", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    server.passControl("closed");
    session.say("Nog één ding.");
    session.say("Wat kost het?");
    await rest();
    const last = [...server.conversations.values()].at(-1);
    expect(server.saidIn(last).filter((line) => line.startsWith("visitor"))).toEqual([
      "visitor: Nog één ding.",
      "visitor: Wat kost het?",
    ]);
    expect(
      session.snapshot.timeline.every((item) => item.kind !== "message" || item.delivery?.state !== "failed"),
    ).toBe(true);
  });

  it("F23 asking for a person after the end asks in a new conversation", async () => {
    const { server, page, rest } = aBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    server.passControl("closed");
    await rest();
    session.requestHuman();
    await rest();
    expect(server.handoffs).toHaveLength(2);
    expect(session.snapshot.control).toBe("human_pending");
  });

  it("F23 a site that reopens gets the words in the same conversation, and the bot stays silent", async () => {
    const { server, page, rest } = aBrowser({ afterClose: "reopen" });
    const session = page();
    session.requestHuman();
    await rest();
    server.passControl("closed");
    await rest();
    session.say("Wat kost het?");
    await rest();
    expect(server.saidIn()).toEqual(["visitor: Wat kost het?"]);
    expect(session.snapshot.control).toBe("human_pending");
  });

  it("P6 an expired token leads to a new identity, and what was unsent goes along", async () => {
    const { server, saved, pair, page, rest } = aBrowser();
    const before = page();
    before.say("Hallo");
    await rest();
    pair.isRefusing = true;
    before.close();
    const offline = page();
    offline.open();
    offline.say("Wat kost het?");
    await rest();
    offline.close();
    pair.isRefusing = false;
    server.expireTokens();
    const after = page();
    after.open();
    await rest();
    const last = [...server.conversations.values()].at(-1);
    expect(server.saidIn(last)).toEqual(["visitor: Wat kost het?", `bot: ${LIST_PRICE.answer}`]);
    expect(last?.visitor).toBe("visitor-2");
    expect(saved.identity).toEqual({ token: "token-2", conversation: last?.id });
    expect(after.snapshot.connection).toEqual({ state: "online" });
  });

  it("P6 F1 what was being considered when the token expired is considered again", async () => {
    const { server, pair, page, rest, pass } = aBrowser();
    let calls = 0;
    const answer = () => {
      calls += 1;
      return calls === 2 ? new Promise<never>(() => {}) : Promise.resolve("Zeker.");
    };
    const session = page({ answer });
    session.say("Mag mijn hond mee?");
    await rest();
    pair.drop();
    server.expireTokens();
    session.say("Wat kost het?");
    await pass(5_000);
    const last = [...server.conversations.values()].at(-1);
    expect(server.saidIn(last)).toEqual(["visitor: Wat kost het?", "bot: Zeker."]);
  });

  it("Q1 a server that denies every conversation makes words fail; it does not make the browser spin", async () => {
    const { server, page, pass } = aBrowser();
    server.refuses = () => "not_found";
    const session = page();
    session.say("Hallo");
    await pass(5_000);
    expect(afterGreeting(session).filter((line) => line.startsWith("visitor"))).toEqual([
      "visitor: Hallo [failed]",
    ]);
    expect(server.heard.length).toBeLessThan(10);
  });
});

it("after close nothing runs, and nobody is told anything more", async () => {
  const { clock, server, page, rest, pass } = aBrowser();
  const session = page();
  session.say("Hallo");
  session.noteTyping();
  await rest();
  session.close();
  await rest();
  let calls = 0;
  session.subscribe(() => (calls += 1));
  server.agentSays("Bent u er nog?");
  await pass(60_000);
  expect([calls, clock.pending]).toEqual([0, 0]);
});

describe("a site's own words", () => {
  const refund: CustomTrigger = {
    id: "refund",
    name: "Geld terug",
    phrase: "restitutie",
    language: "nl",
    inflected: true,
  };
  const triggers: TriggersPort = () => Promise.resolve(createTriggerFinder([refund]));

  it("S6 fetch a person, for that reason", async () => {
    const { server, page, rest } = aBrowser({ triggers: [refund] });
    const session = page({ triggers });
    session.say("Doen jullie restituties?");
    await rest();
    expect(server.handoffs.map(({ trigger, source }) => [trigger, source])).toEqual([["custom", "text"]]);
    expect(session.snapshot.control).toBe("human_pending");
  });

  it("S6 say less than a request that is understood", async () => {
    const { server, page, rest } = aBrowser({ triggers: [refund] });
    page({ triggers }).say("Ik wil iemand spreken over restitutie");
    await rest();
    expect(server.handoffs.map(({ trigger }) => trigger)).toEqual(["human_request"]);
  });

  it("S7 once deleted fetch nobody, though an old page still knows them: Sophie says so and offers a person", async () => {
    const { server, page, rest } = aBrowser();
    const session = page({ triggers });
    session.say("restitutie");
    await rest();
    expect(server.handoffs).toEqual([]);
    expect(afterGreeting(session).at(-1)).toBe(`bot: ${OFFER}`);
  });

  it("F1 that cannot be loaded keep nobody from an answer", async () => {
    const { page, rest } = aBrowser({ triggers: [refund] });
    const session = page({ triggers: broken });
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(afterGreeting(session).at(-1)).toBe(`bot: ${HOURS.answer}`);
  });
});

describe("a visitor who is known before writing (tier T2)", () => {
  it("P6 writes as who they are, with the token that was kept", async () => {
    const { server, saved, page, rest } = aBrowser();
    page().say("Hallo");
    await rest();
    saved.token = saved.identity?.token ?? null;
    saved.identity = null;
    page().say("Weer ik");
    await rest();
    const visitors = [...server.conversations.values()].map(({ visitor }) => visitor);
    expect(visitors).toEqual(["visitor-1", "visitor-1"]);
  });

  it("P6 whose token is void becomes a new one, and what was written arrives", async () => {
    const { server, saved, page, pass } = aBrowser();
    saved.token = "forged";
    const session = page();
    session.say("Hallo");
    await pass(2_000);
    expect(server.saidIn()).toEqual(["visitor: Hallo", `bot: ${WORDS.says.greet}`]);
  });
});

it("Q1 two tabs in which the visitor writes before either is known are one visitor in one conversation", async () => {
  const { server, pair, page, rest } = oneBrowser();
  // As a browser's lock has it: the second line opens when the first has been welcomed.
  let openSecond = (): void => {};
  const first = page();
  const second = page({
    openSocket(events) {
      let socket: ReturnType<typeof pair.openSocket> | undefined;
      openSecond = () => (socket = pair.openSocket(events));
      return { send: (text) => socket?.send(text), close: () => socket?.close() };
    },
  });
  first.say("Hallo");
  second.say("Mag mijn hond mee?");
  await rest();
  openSecond();
  await rest();
  const [conversation, ...others] = server.conversations.values();
  expect(others).toEqual([]);
  const said = server.saidIn(conversation).filter((line) => line.startsWith("visitor"));
  expect(said).toEqual(["visitor: Hallo", "visitor: Mag mijn hond mee?"]);
  expect([first.snapshot.conversation, second.snapshot.conversation]).toEqual([
    conversation?.id,
    conversation?.id,
  ]);
  expect(server.saidIn(conversation).filter((line) => line.startsWith("bot"))).toHaveLength(2);
});

it("F6 what one tab was offered is accepted in another", async () => {
  const { server, page, rest } = aBrowser({ knowledge: [] });
  const first = page();
  first.say("Mag mijn kat mee?");
  await rest();
  const second = page();
  second.open();
  await rest();
  first.say("Mag mijn hond mee?");
  await rest();
  expect(second.snapshot.quickReplies).toEqual(["accept_offer", "decline_offer"]);
  second.say("ja graag");
  await rest();
  expect(server.handoffs).toMatchObject([{ trigger: "unknown", source: "button" }]);
});
