/** What visitors are asked before a person is called, and what becomes of their answers, on real sockets and a real store. */
import type { Handoff, LogEntry, RequiredField, RequestHandoff } from "@sophie/engine";
import { DEFAULT_HANDOFF_SETTINGS, SendId } from "@sophie/engine";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { collectDue } from "./commands/collect-due.ts";
import { endSurvey } from "./commands/end-survey.ts";
import { readLead } from "./commands/read-lead.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "./testing/test-socket.ts";

let server: TestServer;
let ana: TestPerson;

const EMAIL: RequiredField = { key: "email", kind: "email", label: {}, pattern: null };
const PHONE: RequiredField = { key: "phone", kind: "phone", label: {}, pattern: null };
const ORDER: RequiredField = { key: "order", kind: "order_number", label: {}, pattern: "[A-Z]{2}-\\d{4}" };
const VISIT: RequiredField = { key: "visit", kind: "date", label: {}, pattern: null };

beforeAll(async () => {
  server = await startTestServer({ afterClose: "new_conversation" });
  ana = await server.person("Ana", "agent");
});
afterAll(() => server.close());
beforeEach(() => requires(EMAIL, PHONE));

function requiring(...required: RequiredField[]) {
  return DEFAULT_HANDOFF_SETTINGS.queues.map((queue) => ({ ...queue, required }));
}

function requires(...required: RequiredField[]): Promise<void> {
  return server.settle({ queues: requiring(...required) });
}

/** A visitor who asks for a person with these words, and is asked something first. */
async function begun(text = "Kan ik iemand spreken?") {
  const visitor = await server.visitor();
  const conversation = newConversationId();
  const message = newSendId();
  await visitor.ask({ type: "send-message", id: message, conversation, text });
  const cause = { conversation, trigger: "human_request", source: "text", message } as const;
  const request = SendId.parse(`ho:${message}`);
  const begin = { type: "begin-handoff", id: SendId.parse(`b${request}`), request, ...cause } as const;
  const answer = await visitor.ask(begin);
  const finish = (info: RequestHandoff["info"]) =>
    visitor.ask({ type: "request-handoff", id: request, ...cause, info });
  return { visitor, conversation, begin, request, answer, finish };
}

const logOf = (conversation: Parameters<TestServer["storage"]["entriesSince"]>[0]) =>
  server.storage.entriesSince(conversation, 0, 100);

async function handoffOf(conversation: Handoff["conversation"]): Promise<Handoff | null> {
  return (await server.storage.stateOf(conversation))?.handoff ?? null;
}

const procedureIn = (entries: readonly LogEntry[]) =>
  entries.flatMap((entry) =>
    entry.kind === "procedure" ? [[entry.state, ...entry.fields.map(({ key }) => key)].join(" ")] : [],
  );

describe("asking", () => {
  it("F2 F10 is written down, and ends in one handoff that has what was given, in full", async () => {
    const { visitor, conversation, answer, finish } = await begun();
    expect(answer).toBe("accepted");
    expect(await handoffOf(conversation)).toBeNull();
    expect(await finish({ email: "jan@example.nl", phone: "06 12345678" })).toBe("accepted");
    const log = await logOf(conversation);
    expect(procedureIn(log)).toEqual(["collecting email phone", "transferring"]);
    expect(log.map(({ kind }) => kind).slice(1, 4)).toEqual(["procedure", "procedure", "handoff"]);
    expect(await handoffOf(conversation)).toMatchObject({
      trigger: "human_request",
      source: "text",
      info: { email: "jan@example.nl", phone: "+31612345678" },
      missing: [],
      evidence: { text: "Kan ik iemand spreken?" },
    });
    await visitor.close();
  });

  it("F12 nothing given is a handoff all the same, and says what is missing", async () => {
    const { visitor, conversation, finish } = await begun();
    expect(await finish({})).toBe("accepted");
    expect(await handoffOf(conversation)).toMatchObject({ info: {}, missing: ["email", "phone"] });
    expect(procedureIn(await logOf(conversation)).at(-1)).toBe("transferring email phone");
    await visitor.close();
  });

  it("F12 what is wrong, or was never asked for, counts as not given", async () => {
    await requires(EMAIL, PHONE, ORDER, VISIT);
    const { visitor, conversation, finish } = await begun();
    const info = { email: "jan@", phone: "06 1234", order: "AB-12345", visit: "31-02-2027", role: "admin" };
    expect(await finish(info)).toBe("accepted");
    const missing = ["email", "phone", "order", "visit"];
    expect(await handoffOf(conversation)).toMatchObject({ info: {}, missing });
    await visitor.close();
  });

  it("F10 dates are kept as dates, order numbers by the site's pattern", async () => {
    await requires(ORDER, VISIT);
    const { visitor, conversation, finish } = await begun();
    await finish({ order: "AB-1234", visit: "24-12-2027" });
    expect(await handoffOf(conversation)).toMatchObject({ info: { order: "AB-1234", visit: "2027-12-24" } });
    await visitor.close();
  });

  it("F11 what the visitor wrote before is known: it is not asked, and stands in the handoff", async () => {
    const { visitor, conversation, finish } = await begun("Kan ik iemand spreken? jan@example.nl");
    expect(procedureIn(await logOf(conversation))).toEqual(["collecting phone"]);
    await finish({});
    expect(await handoffOf(conversation)).toMatchObject({
      info: { email: "jan@example.nl" },
      missing: ["phone"],
    });
    await visitor.close();
  });

  it("F11 where everything is known the handoff is made at once", async () => {
    const { visitor, conversation, answer } = await begun(
      "Kan ik iemand spreken? jan@example.nl, 0612345678",
    );
    expect(answer).toBe("accepted");
    expect(procedureIn(await logOf(conversation))).toEqual([]);
    expect(await handoffOf(conversation)).toMatchObject({ missing: [] });
    await visitor.close();
  });

  it("F10 what was given counts as stated by the lead", async () => {
    const { visitor, conversation, finish } = await begun();
    await finish({ email: "jan@example.nl" });
    const state = await server.storage.stateOf(conversation);
    if (state === null) throw new Error("There is a conversation.");
    const key = { site: SITE, visitor: state.conversation.visitor };
    const { score } = await readLead(server.world, key, Date.now());
    expect(JSON.stringify(score)).toContain("email");
    await visitor.close();
  });

  it("P20 a signal that is not there begins nothing", async () => {
    const { visitor, conversation, answer } = await begun("Mooi weer vandaag.");
    expect(answer).toBe("signal_not_found");
    expect(procedureIn(await logOf(conversation))).toEqual([]);
    await visitor.close();
  });

  it("P8 beginning twice asks once, and two requests make one handoff", async () => {
    const { visitor, conversation, begin, finish } = await begun();
    expect(await visitor.ask(begin)).toBe("accepted");
    expect(await Promise.all([finish({ email: "jan@example.nl" }), finish({})])).toEqual([
      "accepted",
      "accepted",
    ]);
    const log = await logOf(conversation);
    expect(log.filter((entry) => entry.kind === "handoff" && entry.action === "create")).toHaveLength(1);
    expect(procedureIn(log)).toHaveLength(2);
    await visitor.close();
  });

  it("F12 a visitor who leaves is handed over after 90 s, from what is known; what they still send is added", async () => {
    const { visitor, conversation, finish } = await begun();
    const before = await server.storage.dueTimers(Date.now() + 60_000, 1_000);
    const after = await server.storage.dueTimers(Date.now() + 91_000, 1_000);
    const isIts = (timer: (typeof after)[number]) =>
      timer.conversation === conversation && timer.kind === "collect-due";
    expect([before.some(isIts), after.some(isIts)]).toEqual([false, true]);
    expect(await collectDue(server.world, conversation)).toMatchObject({ ok: true, duplicate: false });
    expect(await handoffOf(conversation)).toMatchObject({ missing: ["email", "phone"] });
    expect((await server.storage.dueTimers(Date.now() + 91_000, 1_000)).some(isIts)).toBe(false);
    expect(await finish({ email: "jan@example.nl" })).toBe("accepted");
    // The request's own id is in the log: its answer may be late, what it brings comes under another.
    const cause = { trigger: "human_request", source: "button", message: null } as const;
    const late = { type: "request-handoff", id: newSendId(), conversation, ...cause } as const;
    await visitor.ask({ ...late, info: { email: "jan@example.nl", callback: "0612345678" } });
    expect(await handoffOf(conversation)).toMatchObject({
      info: { email: "jan@example.nl", callback: "+31612345678" },
      missing: ["phone"],
    });
    await visitor.close();
  });

  it("T20 a number to be called back on is kept as it was typed where no directory knows it: it was promised", async () => {
    await requires();
    const { visitor, conversation } = await begun();
    const cause = { trigger: "human_request", source: "button", message: null } as const;
    const left = { type: "request-handoff", id: newSendId(), conversation, ...cause } as const;
    expect(await visitor.ask({ ...left, info: { callback: "12345678" } })).toBe("accepted");
    expect(await handoffOf(conversation)).toMatchObject({ info: { callback: "12345678" } });
    await visitor.ask({ ...left, id: newSendId(), info: { callback: "not a number" } });
    expect(await handoffOf(conversation)).toMatchObject({ info: { callback: "12345678" } });
    await visitor.close();
  });

  it("R16 F12 nothing is asked for the sake of a person who is never called", async () => {
    const { signals } = DEFAULT_HANDOFF_SETTINGS;
    await server.settle({ queues: requiring(EMAIL), signals: { ...signals, human_request: false } });
    const { visitor, conversation } = await begun();
    const log = await logOf(conversation);
    expect(procedureIn(log)).toEqual([]);
    expect(log.flatMap((entry) => (entry.kind === "notice" ? [entry.notice] : []))).toEqual(["nobody"]);
    await server.settle({ signals });
    await visitor.close();
  });

  it("T15 an agent who steps in ends the asking: the timer makes no second handoff", async () => {
    const desk = await ana.desk();
    const { visitor, conversation } = await begun();
    expect(await desk.ask({ type: "take-over", id: newSendId(), conversation })).toBe("accepted");
    await collectDue(server.world, conversation);
    const log = await logOf(conversation);
    expect(log.filter((entry) => entry.kind === "handoff" && entry.action === "create")).toHaveLength(1);
    await Promise.all([visitor.close(), desk.close()]);
  });

  it("P28 begins nothing in somebody else's conversation", async () => {
    const { visitor, conversation, begin } = await begun();
    const stranger = await server.visitor();
    const id = newSendId();
    expect(await stranger.ask({ ...begin, id, source: "button", message: null })).toBe("not_found");
    expect(
      await stranger.ask({ type: "answer-survey", id: newSendId(), conversation, rating: 1, comment: "" }),
    ).toBe("not_found");
    await Promise.all([visitor.close(), stranger.close()]);
  });
});

describe("feedback", () => {
  it("F7 stands in the log once, whatever is said later, and only about what the bot said", async () => {
    const visitor = await server.visitor();
    const conversation = newConversationId();
    const message = newSendId();
    await visitor.ask({ type: "send-message", id: message, conversation, text: "Hallo" });
    const reply = SendId.parse(`re:${message}`);
    await visitor.ask({ type: "send-reply", id: reply, conversation, text: "Dag!", intent: "answer" });
    const give = (about: SendId, helpful: boolean) =>
      visitor.ask({ type: "give-feedback", id: newSendId(), conversation, message: about, helpful });
    expect([await give(reply, false), await give(reply, true), await give(message, true)]).toEqual([
      "accepted",
      "accepted",
      "not_found",
    ]);
    const log = await logOf(conversation);
    expect(log.filter(({ kind }) => kind === "feedback")).toMatchObject([{ message: reply, helpful: false }]);
    expect(log[1]).toMatchObject({ kind: "message", intent: "answer" });
    await visitor.close();
  });
});

describe("the survey", () => {
  /** A conversation that an agent had and completes. */
  async function completed(survey: boolean, desk: TestSocket) {
    await requires();
    const { visitor, conversation } = await begun();
    const waiting = await handoffOf(conversation);
    if (waiting === null) throw new Error("There is a handoff.");
    const on = { handoff: waiting.id };
    await desk.ask({ type: "start-handoff", id: newSendId(), ...on, version: waiting.version });
    const version = (await handoffOf(conversation))?.version ?? 0;
    const done = { type: "complete-handoff", id: newSendId(), ...on, version, survey } as const;
    expect(await desk.ask(done)).toBe("accepted");
    const control = async () => (await server.storage.stateOf(conversation))?.conversation.control;
    return { visitor, conversation, control };
  }

  it("F24 R13 begins only by the agent's tick, is answered once, and closes", async () => {
    const desk = await ana.desk();
    const plain = await completed(false, desk);
    expect(await plain.control()).toBe("closed");
    const { visitor, conversation, control } = await completed(true, desk);
    expect(await control()).toBe("survey");
    const answer = (rating: number) =>
      visitor.ask({ type: "answer-survey", id: newSendId(), conversation, rating, comment: " Snel " });
    expect([await answer(5), await answer(1)]).toEqual(["accepted", "conversation_closed"]);
    expect(await control()).toBe("closed");
    const log = await logOf(conversation);
    expect(log.filter(({ kind }) => kind === "survey")).toMatchObject([{ rating: 5, comment: "Snel" }]);
    await Promise.all([plain.visitor.close(), visitor.close(), desk.close()]);
  });

  it("F24 a site without surveys closes, and one that nobody answers closes after a day", async () => {
    const desk = await ana.desk();
    const open = await completed(true, desk);
    const due = await server.storage.dueTimers(Date.now() + 24 * 60 * 60_000 + 1_000, 1_000);
    expect(due).toContainEqual(
      expect.objectContaining({ kind: "survey-due", conversation: open.conversation }),
    );
    await endSurvey(server.world, open.conversation);
    expect(await open.control()).toBe("closed");
    await server.settle({ survey: false });
    const without = await completed(true, desk);
    expect(await without.control()).toBe("closed");
    await server.settle({ survey: true });
    await Promise.all([open.visitor.close(), without.visitor.close(), desk.close()]);
  });

  it("F23 F24 no bot answers in it, and a message in it is after the end", async () => {
    const desk = await ana.desk();
    const { visitor, conversation, control } = await completed(true, desk);
    const send = { type: "send-message", id: newSendId(), conversation, text: "Nog een vraag" } as const;
    expect(await visitor.ask(send)).toBe("conversation_closed");
    expect(await control()).toBe("survey");
    await Promise.all([visitor.close(), desk.close()]);
  });

  it.each([0, 6, 2.5])("F24 %i is no answer", async (rating) => {
    const desk = await ana.desk();
    const { visitor, conversation, control } = await completed(true, desk);
    const answer = { type: "answer-survey", id: newSendId(), conversation, rating, comment: "" } as const;
    expect(await visitor.ask(answer)).toBe("invalid_message");
    expect(await control()).toBe("survey");
    await Promise.all([visitor.close(), desk.close()]);
  });
});
