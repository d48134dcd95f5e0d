/** How a session hands a visitor over: what is asked first, how little that may cost, and what is told while they wait. */
import { describe, expect, it } from "vitest";
import type { SendId } from "../domain/id.ts";
import type { RequiredField } from "../domain/required-field.ts";
import { keywordDetector } from "../testing/keyword-detector.ts";
import { aHandoffPolicy, KEYWORDS, oneBrowser } from "../testing/one-browser.ts";
import { wordsOf } from "../words/words-of.ts";

const WORDS = wordsOf("nl");
const EMAIL: RequiredField = { key: "email", kind: "email", label: {}, pattern: null };
const ORDER: RequiredField = {
  key: "order",
  kind: "order_number",
  label: { nl: "Uw bestelling" },
  pattern: "[A-Z]{2}-\\d{4}",
};
const HOURS = {
  id: "hours",
  language: "nl",
  question: "Wat zijn de openingstijden?",
  variants: ["Wanneer zijn jullie open?"],
  answer: "Van negen tot vijf.",
} as const;
const KNOWLEDGE = [{ ...HOURS, variants: [...HOURS.variants] }];

const asking = (...required: RequiredField[]) => oneBrowser({ required, knowledge: KNOWLEDGE });

describe("asking for what is missing", () => {
  it("F10 in one card with all of it, in the site's words or Sophie's", async () => {
    const { server, page, rest } = asking(EMAIL, ORDER);
    const session = page();
    session.say("Kan ik iemand spreken?");
    await rest();
    expect(session.snapshot.asked).toEqual([
      { key: "email", kind: "email", label: "E-mailadres", pattern: null, value: "" },
      { key: "order", kind: "order_number", label: "Uw bestelling", pattern: ORDER.pattern, value: "" },
    ]);
    expect(session.snapshot).toMatchObject({ control: "bot", isAsking: false, quickReplies: [] });
    session.giveInfo({ email: "jan@x.nl", order: "AB-1234" });
    await rest();
    expect(server.handoffs).toMatchObject([
      { trigger: "human_request", source: "text", info: { email: "jan@x.nl", order: "AB-1234" } },
    ]);
    expect(session.snapshot).toMatchObject({ control: "human_pending", asked: null });
  });

  it("F2 what was asked and passed on stands in the log, in order", async () => {
    const { server, page, rest } = asking(EMAIL);
    const session = page();
    session.requestHuman();
    await rest();
    session.giveInfo({});
    await rest();
    expect(server.only.log).toMatchObject([
      { kind: "procedure", state: "collecting", fields: [EMAIL] },
      { kind: "procedure", state: "transferring", fields: [EMAIL] },
      { kind: "control", to: "human_pending" },
    ]);
  });

  it("F10 F12 the answer may be said in plain words, and the card shows what was understood", async () => {
    const { server, page, rest } = asking(EMAIL, ORDER);
    const session = page();
    session.requestHuman();
    await rest();
    session.say("mijn mail is jan@x.nl");
    await rest();
    expect(session.snapshot.asked?.map(({ value }) => value)).toEqual(["jan@x.nl", ""]);
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.askAgain("Uw bestelling")}`);
    session.say("sla over");
    await rest();
    expect(server.handoffs).toMatchObject([{ info: { email: "jan@x.nl" } }]);
  });

  it("T33 from “ik wil iemand spreken” to the confirmation: two things to do at most, also where something is asked", async () => {
    const plain = oneBrowser();
    const before = plain.page();
    before.say("ik wil iemand spreken");
    await plain.rest();
    expect(before.snapshot.control).toBe("human_pending");
    const collecting = asking(EMAIL);
    const session = collecting.page();
    session.say("ik wil iemand spreken");
    await collecting.rest();
    session.giveInfo({});
    await collecting.rest();
    expect(session.snapshot.control).toBe("human_pending");
  });

  it("F12 a visitor who leaves is handed over all the same, and finds that out on return", async () => {
    const { server, page, rest } = asking(EMAIL);
    const before = page();
    before.say("Kan ik iemand spreken?");
    await rest();
    before.close();
    server.collectDue();
    const after = page();
    after.open();
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "human_request", message: "id-1" }]);
    expect(after.snapshot).toMatchObject({ control: "human_pending", asked: null });
  });

  it("F2 another page goes on with the question, and both tabs make one handoff", async () => {
    const { server, page, rest } = asking(EMAIL);
    const before = page();
    before.say("Kan ik iemand spreken?");
    await rest();
    const after = page();
    after.open();
    await rest();
    expect(after.snapshot.asked).toHaveLength(1);
    expect(server.saidIn()).toEqual(["visitor: Kan ik iemand spreken?"]);
    after.say("jan@x.nl");
    before.giveInfo({ email: "piet@x.nl" });
    await rest();
    expect(server.handoffs).toHaveLength(1);
    expect([before.snapshot.control, after.snapshot.control]).toEqual(["human_pending", "human_pending"]);
  });

  it("F12 what is asked waits for no line: without one, the request goes when it is back", async () => {
    const { server, pair, page, rest, pass } = asking(EMAIL);
    const session = page();
    session.say("Hallo");
    await rest();
    pair.freeze();
    session.requestHuman();
    await rest();
    expect(session.snapshot).toMatchObject({ isAsking: true, asked: null });
    await pass(30_000);
    expect(session.snapshot.asked).toHaveLength(1);
    session.giveInfo({ email: "jan@x.nl" });
    await rest();
    expect(server.handoffs).toHaveLength(1);
  });

  it("F4 F8 three triggers, one procedure: each is asked the same and keeps its name", async () => {
    for (const [text, trigger] of [
      ["Mag ik het bezichtigen?", "demo_request"],
      ["Is dat onderhandelbaar?", "price_question"],
      ["Kan ik iemand spreken?", "human_request"],
    ] as const) {
      const { server, page, rest } = asking(EMAIL);
      const session = page();
      session.say(text);
      await rest();
      expect(server.only.log.at(-1)).toMatchObject({ kind: "procedure", state: "collecting", trigger });
      session.giveInfo({});
      await rest();
      expect(server.handoffs).toMatchObject([{ trigger }]);
    }
  });
});

describe("feedback", () => {
  const answered = async (more: Parameters<typeof oneBrowser>[0] = {}) => {
    const browser = oneBrowser({ knowledge: KNOWLEDGE, ...more });
    const session = browser.page();
    session.say("Wanneer zijn jullie open?");
    await browser.rest();
    const answer = session.snapshot.timeline.at(-1);
    if (answer?.kind !== "message") throw new Error("Nothing was answered.");
    return { ...browser, session, answer };
  };

  it("F7 an answer that did not help is kept as such, and a yes to the offer is a handoff of type feedback", async () => {
    const { server, session, answer, rest } = await answered();
    expect(answer.feedback).toBe("asked");
    session.giveFeedback(answer.id, false);
    session.giveFeedback(answer.id, true);
    await rest();
    expect(server.only.log.filter(({ kind }) => kind === "feedback")).toMatchObject([
      { message: answer.id, helpful: false },
    ]);
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.says.offer_after_feedback}`);
    session.choose("accept_offer");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`visitor: ${WORDS.accept}`);
    expect(server.handoffs).toMatchObject([{ trigger: "feedback", source: "button" }]);
  });

  it("F7 one that helped is kept, too, and shown on the next page", async () => {
    const { session, answer, rest, page } = await answered();
    session.giveFeedback(answer.id, true);
    await rest();
    session.close();
    const after = page();
    after.open();
    await rest();
    expect(after.snapshot.timeline.at(-1)).toMatchObject({ id: answer.id, feedback: "helpful" });
    expect(after.snapshot.quickReplies).toContain("talk_to_person");
  });

  it("a site that does not want to know does not ask", async () => {
    const { answer } = await answered({ handoff: aHandoffPolicy({ asksFeedback: false }) });
    expect(answer.feedback).toBeNull();
  });

  it("a no to the offer is taken, and the bot goes on", async () => {
    const { server, session, answer, rest } = await answered();
    session.giveFeedback(answer.id, false);
    await rest();
    session.choose("decline_offer");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.says.go_on}`);
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${HOURS.answer}`);
  });
});

describe("a site that decides otherwise", () => {
  it("F26 offers a demo at any time, by one press", async () => {
    const { server, page, rest } = oneBrowser();
    const session = page();
    expect(session.snapshot.quickReplies).toEqual(["request_demo", "talk_to_person"]);
    session.choose("request_demo");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "demo_request", source: "button", message: null }]);
  });

  it("F26 does not offer what it ignores, and an ignored signal starts nothing", async () => {
    const handoff = aHandoffPolicy({ ignored: ["demo_request"] });
    const { server, page, rest } = oneBrowser({ handoff, knowledge: KNOWLEDGE });
    const session = page();
    expect(session.snapshot.quickReplies).toEqual(["talk_to_person"]);
    session.say("Mag ik het bezichtigen?");
    await rest();
    expect(server.handoffs).toEqual([]);
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.says.admit}`);
  });

  it("S4 that fetches nobody for the asking still offers somebody, at once", async () => {
    const handoff = aHandoffPolicy({ ignored: ["human_request"] });
    const { server, page, rest } = oneBrowser({ handoff, knowledge: KNOWLEDGE });
    const session = page();
    session.say("Kan ik iemand spreken?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.says.offer}`);
    session.say("ja graag");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "unknown" }]);
  });

  it("S5 whose bot is paused hands every conversation over with its first words", async () => {
    const { server, page, rest } = oneBrowser({
      handoff: aHandoffPolicy({ paused: true }),
      knowledge: KNOWLEDGE,
    });
    server.bot = "paused";
    page().say("Wanneer zijn jullie open?");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "bot_paused", source: "button" }]);
    expect(server.saidIn()).toEqual(["visitor: Wanneer zijn jullie open?"]);
  });

  it("S5 a page that was loaded while the bot was paused is answered by it once it goes on", async () => {
    const paused = { handoff: aHandoffPolicy({ paused: true }), knowledge: KNOWLEDGE };
    const { server, page, rest } = oneBrowser(paused);
    // Before there is a line, the page can only believe what it was loaded with; the server knows better.
    page().say("Wanneer zijn jullie open?");
    await rest();
    expect(server.handoffs).toEqual([]);
    expect(server.saidIn()).toEqual(["visitor: Wanneer zijn jullie open?", `bot: ${HOURS.answer}`]);
  });

  it("T22 where nobody answers Sophie says nothing, also before there was a line, and offers nobody", async () => {
    const { server, page, rest } = oneBrowser({
      handoff: aHandoffPolicy({ noReply: true }),
      knowledge: KNOWLEDGE,
    });
    server.bot = "no_reply";
    const session = page();
    for (const text of ["Wanneer zijn jullie open?", "Mag mijn hond mee?"]) {
      session.say(text);
      await rest();
    }
    expect(server.saidIn().filter((line) => line.startsWith("bot"))).toEqual([]);
    expect(server.handoffs).toEqual([]);
    expect(session.snapshot).toMatchObject({ typing: null, isAsking: false });
  });

  it("S5 P54 a page that is open learns of a pause and of its end, without being loaded again", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    const session = page();
    session.say("Hallo daar, wanneer zijn jullie open?");
    await rest();
    server.changeBot("paused");
    server.changeBot("answers");
    await rest();
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.saidIn().filter((line) => line === `bot: ${HOURS.answer}`)).toHaveLength(2);
    server.changeBot("paused");
    await rest();
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.heard.filter(({ type }) => type === "send-reply")).toHaveLength(2);
    expect(server.handoffs).toMatchObject([{ trigger: "bot_paused" }]);
  });

  it("S5 F1 whose bot was paused since the page was opened hands over instead of falling silent", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    const session = page();
    session.say("Hoi!");
    await rest();
    server.bot = "paused";
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "bot_paused", source: "button" }]);
  });

  it("S5 F1 two processes that do not agree on it send nobody to and fro: the answer comes once they do", async () => {
    const { server, page, rest, pass } = oneBrowser({ knowledge: KNOWLEDGE });
    server.refuses = ({ type }) => (type === "send-reply" ? "bot_silenced" : null);
    page().say("Wanneer zijn jullie open?");
    await rest();
    expect(server.heard.filter(({ type }) => type === "send-reply")).toHaveLength(2);
    server.refuses = () => null;
    await pass(6_000);
    expect(server.saidIn()).toEqual(["visitor: Wanneer zijn jullie open?", `bot: ${HOURS.answer}`]);
    expect(server.handoffs).toEqual([]);
  });

  it("S5 a page that was loaded while the bot was paused is answered by it once it goes on", async () => {
    const paused = { handoff: aHandoffPolicy({ paused: true }), knowledge: KNOWLEDGE };
    const { server, page, rest } = oneBrowser(paused);
    // Before there is a line, the page can only believe what it was loaded with; the server knows better.
    page().say("Wanneer zijn jullie open?");
    await rest();
    expect(server.handoffs).toEqual([]);
    expect(server.saidIn()).toEqual(["visitor: Wanneer zijn jullie open?", `bot: ${HOURS.answer}`]);
  });

  it("S5 P54 a page that is open learns of a pause and of its end, without being loaded again", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    const session = page();
    session.say("Hallo daar, wanneer zijn jullie open?");
    await rest();
    server.changeBot("paused");
    server.changeBot("answers");
    await rest();
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.saidIn().filter((line) => line === `bot: ${HOURS.answer}`)).toHaveLength(2);
    server.changeBot("paused");
    await rest();
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.heard.filter(({ type }) => type === "send-reply")).toHaveLength(2);
    expect(server.handoffs).toMatchObject([{ trigger: "bot_paused" }]);
  });

  it("S5 F1 whose bot was paused since the page was opened hands over instead of falling silent", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    const session = page();
    session.say("Hoi!");
    await rest();
    server.bot = "paused";
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "bot_paused", source: "button" }]);
  });

  it("S5 F1 two processes that do not agree on it offer a person, instead of sending the visitor to and fro", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    server.refuses = ({ type, id }) =>
      type === "send-reply" && id !== "re:id-2" && !server.saidIn().some((line) => line.startsWith("bot"))
        ? "bot_silenced"
        : null;
    page().say("Wanneer zijn jullie open?");
    await rest();
    expect(server.heard.filter(({ type }) => type === "send-reply").length).toBeLessThan(6);
  });

  it("S11 R16 that calls nobody goes on with the bot, tells the truth once, and records each cause once", async () => {
    const { server, page, rest } = oneBrowser({ callsNobody: true, knowledge: KNOWLEDGE });
    const session = page();
    session.say("Mag ik het bezichtigen? Wanneer zijn jullie open?");
    await rest();
    session.say("Mag ik het bezichtigen?");
    session.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.handoffs).toMatchObject([{ trigger: "demo_request" }]);
    expect(server.only.log.filter(({ kind }) => kind === "notice")).toHaveLength(1);
    expect(session.snapshot).toMatchObject({ control: "bot", isAsking: false, quickReplies: [] });
    expect(server.saidIn().at(-1)).toBe(`bot: ${HOURS.answer}`);
  });

  it("R16 whoever asks for a person is told that nobody comes: one answer, and the same one when it is asked again", async () => {
    const { server, page, rest } = oneBrowser({ callsNobody: true, knowledge: KNOWLEDGE });
    const before = page();
    before.say("Kan ik iemand spreken?");
    await rest();
    expect(server.saidIn()).toEqual(["visitor: Kan ik iemand spreken?"]);
    expect(server.only.log.at(-1)).toMatchObject({ kind: "notice", text: "Er is niemand." });
    before.say("Ik wil iemand spreken!");
    await rest();
    expect(server.saidIn().slice(1)).toEqual(["visitor: Ik wil iemand spreken!", "bot: Er is niemand."]);
    before.close();
    const after = page();
    after.open();
    await rest();
    after.say("Toch iemand spreken?");
    await rest();
    expect(server.saidIn().slice(3)).toEqual(["visitor: Toch iemand spreken?", "bot: Er is niemand."]);
    after.say("Wanneer zijn jullie open?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${HOURS.answer}`);
    expect(server.handoffs).toHaveLength(1);
  });

  it("S11 also on the next page, where the same cause is not recorded again and nobody is left without a word", async () => {
    const { server, page, rest } = oneBrowser({ callsNobody: true, knowledge: KNOWLEDGE });
    const before = page();
    before.say("Mag ik het bezichtigen?");
    await rest();
    before.close();
    const after = page();
    after.open();
    await rest();
    after.say("Mag ik het toch bezichtigen?");
    await rest();
    expect(server.handoffs).toHaveLength(1);
    expect(server.saidIn().at(-1)).toMatch(/^bot: /);
  });
});

describe("while somebody waits", () => {
  it("P53 whoever asks in too many conversations reads that it is with people, and goes on there with what was asked", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    const session = page();
    session.requestHuman();
    await rest();
    const [waiting] = server.conversations.values();
    if (waiting === undefined) throw new Error("Somebody waits.");
    server.passControl("closed", { kind: "system" }, waiting);
    await rest();
    server.waitingIn = waiting.id;
    server.refuses = ({ type, conversation }) =>
      type === "request-handoff" && conversation !== waiting.id ? "already_waiting" : null;
    session.say("Ik wil toch iemand spreken");
    server.passControl("human_pending", { kind: "visitor" }, waiting);
    await rest();
    expect(session.snapshot).toMatchObject({
      conversation: waiting.id,
      control: "human_pending",
      isAsking: false,
    });
    const said = session.snapshot.timeline.flatMap((item) => (item.kind === "message" ? [item.text] : []));
    expect(said.slice(-2)).toEqual([WORDS.alreadyAsked, "Ik wil toch iemand spreken"]);
    expect(server.saidIn(waiting)).toEqual(["visitor: Ik wil toch iemand spreken"]);
    expect(said).not.toContain(WORDS.says.offer);
  });

  it("the position is there as soon as the page is back", async () => {
    const { server, page, rest } = oneBrowser();
    const before = page();
    before.requestHuman();
    await rest();
    before.close();
    server.only.place = { position: 2, about: null };
    const after = page();
    after.open();
    await rest();
    expect(after.snapshot.position).toEqual({ position: 2, about: null });
  });

  it("the position in the queue is shown, and forgotten when somebody comes", async () => {
    const { server, page, rest } = oneBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    server.tellPosition(3, { fromMs: 60_000, toMs: 300_000 });
    await rest();
    expect(session.snapshot.position).toMatchObject({
      position: 3,
      about: { fromMs: 60_000, toMs: 300_000 },
    });
    server.agentSays("Goedemiddag");
    await rest();
    expect(session.snapshot.position).toBeNull();
  });

  it("S17 T20 what the server arranged stands in the conversation, with the other ways", async () => {
    const { server, page, rest } = oneBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    const channel = { kind: "phone", number: "+31201234567", label: {} } as const;
    const notice = { kind: "notice", notice: "unavailable", text: "Morgen om 09:00.", until: 1 } as const;
    server.notify({ ...notice, channels: [channel] });
    await rest();
    expect(session.snapshot.timeline.at(-1)).toMatchObject({
      kind: "notice",
      notice: "unavailable",
      channels: [channel],
    });
  });

  it("T20 a number that is left goes to whoever takes the handoff", async () => {
    const { server, page, rest } = oneBrowser();
    const session = page();
    session.requestHuman();
    await rest();
    session.leaveNumber("0612345678");
    await rest();
    expect(server.heard.findLast(({ type }) => type === "request-handoff")).toMatchObject({
      source: "button",
      info: { callback: "0612345678" },
    });
    expect(server.handoffs).toHaveLength(1);
  });

  it("F15 what an agent answered after the visitor had left is there on return", async () => {
    const { server, page, rest } = oneBrowser();
    const before = page();
    before.requestHuman();
    await rest();
    before.close();
    server.agentSays("Het huis is nog te koop.");
    const after = page();
    after.open();
    await rest();
    expect(after.snapshot.timeline.at(-1)).toMatchObject({ text: "Het huis is nog te koop." });
    expect(after.snapshot.unread).toBe(1);
  });
});

describe("the survey", () => {
  const ended = async (afterClose: "reopen" | "new_conversation" = "new_conversation") => {
    const browser = oneBrowser({ afterClose, knowledge: KNOWLEDGE });
    const session = browser.page();
    session.requestHuman();
    await browser.rest();
    browser.server.agentSays("Geregeld.");
    browser.server.passControl("survey");
    await browser.rest();
    return { ...browser, session };
  };

  it("F24 R13 begins by the agent's event, is answered once, and closes the conversation", async () => {
    const { server, session, rest } = await ended();
    expect(session.snapshot).toMatchObject({ control: "survey", survey: "asked" });
    session.answerSurvey({ rating: 5, comment: "Heel snel" });
    session.answerSurvey({ rating: 1, comment: "" });
    await rest();
    expect(server.only.log.filter(({ kind }) => kind === "survey")).toMatchObject([
      { rating: 5, comment: "Heel snel" },
    ]);
    expect(session.snapshot).toMatchObject({ control: "closed", survey: "answered" });
  });

  it("F24 a figure that is written is an answer, too", async () => {
    const { server, session, rest } = await ended();
    session.say("4");
    await rest();
    expect(server.only.log.at(-2)).toMatchObject({ kind: "survey", rating: 4, comment: "" });
  });

  it("F23 F24 a question in it is never the bot's: it begins a new conversation, or goes back to the people", async () => {
    const fresh = await ended();
    fresh.session.say("Wanneer zijn jullie open?");
    await fresh.rest();
    expect([...fresh.server.conversations.values()].map(({ control }) => control)).toEqual(["survey", "bot"]);
    const again = await ended("reopen");
    again.session.say("Wanneer zijn jullie open?");
    await again.rest();
    expect(again.server.only.control).toBe("human_pending");
    expect(again.server.saidIn().filter((line) => line.startsWith("bot"))).toEqual([]);
  });

  it("F24 two tabs give one answer", async () => {
    const { server, session, page, rest } = await ended();
    const other = page();
    other.open();
    await rest();
    session.answerSurvey({ rating: 2, comment: "" });
    other.answerSurvey({ rating: 5, comment: "" });
    await rest();
    expect(server.only.log.filter(({ kind }) => kind === "survey")).toHaveLength(1);
    expect(other.snapshot.survey).toBe("answered");
  });
});

describe("the visitor's language", () => {
  const wordsIn = (language: Parameters<typeof wordsOf>[0]) => Promise.resolve(wordsOf(language));

  it("is the page's, until the first words are plainly in another", async () => {
    const { server, page, rest } = oneBrowser();
    const session = page({ wordsIn });
    session.say("Hello, what is the price of this house please?");
    await rest();
    expect(session.snapshot.language).toBe("en");
    expect(server.heard[0]).toMatchObject({ type: "visitor-hello", language: "en" });
    expect(server.saidIn().at(-1)).toBe(`bot: ${wordsOf("en").says.offer}`);
  });

  it("stays the page's where words do not tell, or do not load", async () => {
    const { server, page, rest } = oneBrowser();
    const session = page({ wordsIn: () => Promise.reject(new Error("404")) });
    session.say("Dorpstraat 15?");
    session.say("What is the price please?");
    await rest();
    expect(session.snapshot.language).toBe("nl");
    expect(server.saidIn().filter((line) => line.startsWith("bot"))).toEqual(
      Array(2).fill(`bot: ${WORDS.says.offer}`),
    );
  });
});

describe("what breaks", () => {
  it.each([
    [
      "a detector that throws",
      {
        detector: () =>
          Promise.resolve({
            detect: () => {
              throw new Error("broken");
            },
          }),
      },
    ],
    [
      "a trigger finder that throws",
      {
        triggers: () =>
          Promise.resolve(() => {
            throw new Error("broken");
          }),
      },
    ],
    ["an answer that is no text", { answer: () => Promise.resolve(42 as never) }],
  ])("F1 %s leads to a word from Sophie, and never to silence", async (_what, ports) => {
    const { server, page, rest } = oneBrowser();
    page(ports).say("Mag mijn hond mee?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${WORDS.says.offer}`);
  });

  it("F1 a detector that breaks does not keep the answer back", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    page({ detector: () => Promise.reject(new Error("404")) }).say("Wanneer zijn jullie open?");
    await rest();
    expect(server.saidIn().at(-1)).toBe(`bot: ${HOURS.answer}`);
  });

  it("T13 a wish to buy reaches a person although an answer is known", async () => {
    const { server, page, rest } = oneBrowser({ knowledge: KNOWLEDGE });
    const detector = keywordDetector({ ...KEYWORDS, "bod doen": "price_question" });
    server.refuses = () => null;
    page({ detector: () => Promise.resolve(detector) }).say("Ik wil een bod doen. Wanneer zijn jullie open?");
    await rest();
    expect(server.heard.findLast(({ type }) => type === "request-handoff")).toMatchObject({
      trigger: "price_question",
      message: "id-1" as SendId,
    });
  });
});
