/** A visitor's sentence reaches an agent, and the answer comes back, through a real server on real sockets. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Handoff, LogEntry, Refusal, ToAgent } from "@sophie/engine";
import { startTestServer, type TestPerson, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "./testing/test-socket.ts";

let server: TestServer;
let ana: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  ben = await server.person("Ben", "agent");
});
afterAll(() => server.close());

/** A visitor who has asked for a viewing, and the desk that has seen the handoff arrive. */
async function askedForViewing(desk: TestSocket) {
  const visitor = await server.visitor();
  const conversation = newConversationId();
  const message = newSendId();
  await visitor.ask({
    type: "send-message",
    id: message,
    conversation,
    text: "Kan ik het huis bezichtigen?",
  });
  const request = {
    type: "request-handoff",
    id: newSendId(),
    conversation,
    trigger: "demo_request",
    source: "text",
    message,
  } as const;
  expect(await visitor.ask(request)).toBe("accepted");
  const arrived = await desk.until(
    (heard): heard is Extract<ToAgent, { type: "handoff-changed" }> =>
      heard.type === "handoff-changed" && heard.handoff.conversation === conversation,
    "the handoff",
  );
  return { visitor, conversation, message, request, handoff: arrived.handoff };
}

function move(
  type: "start-handoff" | "claim-handoff" | "complete-handoff" | "release-handoff",
  handoff: Handoff,
) {
  return { type, id: newSendId(), handoff: handoff.id, version: handoff.version } as const;
}

async function handoffAt(desk: TestSocket, id: string, version: number): Promise<Handoff> {
  const heard = await desk.until(
    (message): message is Extract<ToAgent, { type: "handoff-changed" }> =>
      message.type === "handoff-changed" && message.handoff.id === id && message.handoff.version === version,
    `version ${version}`,
  );
  return heard.handoff;
}

const texts = (entries: readonly LogEntry[]) =>
  entries.flatMap((entry) => (entry.kind === "message" ? [`${entry.author.kind}: ${entry.text}`] : []));

describe("the way of a sentence", () => {
  it("H3 H4 H5 H13 a request for a viewing becomes one handoff with its reason, its words and a summary", async () => {
    const desk = await ana.desk();
    const { visitor, request, handoff, message } = await askedForViewing(desk);
    expect(handoff).toMatchObject({ trigger: "demo_request", status: "pending", source: "text", version: 1 });
    expect(
      handoff.evidence?.spans.map(({ start, end }) => handoff.evidence?.text.slice(start, end)),
    ).toContain("bezichtigen");
    expect(handoff.summary.lines.map((line) => line.message)).toEqual([message]);
    expect(await visitor.ask({ ...request, id: newSendId() })).toBe("accepted");
    expect(
      (await server.storage.openHandoffs([handoff.site])).filter(({ id }) => id === handoff.id),
    ).toHaveLength(1);
    await Promise.all([desk.close(), visitor.close()]);
  });

  it("F19 H52 T15 the agent starts, they talk, the bot is silent, the agent completes", async () => {
    const desk = await ana.desk();
    const { visitor, conversation, handoff } = await askedForViewing(desk);
    const reply = { type: "send-reply", id: newSendId(), conversation, text: "Ik weet het al" } as const;
    expect(await visitor.ask(reply)).toBe("bot_silenced");

    expect(await desk.ask({ type: "watch-conversation", id: newSendId(), conversation, since: 0 })).toBe(
      "accepted",
    );
    const early = { type: "send-message", id: newSendId(), conversation, text: "Te vroeg" } as const;
    expect(await desk.ask(early)).toBe("not_in_control");
    expect(await desk.ask(move("start-handoff", handoff))).toBe("accepted");
    const hello = { type: "send-message", id: newSendId(), conversation, text: "Ja, zaterdag?" } as const;
    expect(await desk.ask(hello)).toBe("accepted");
    expect(await desk.ask(hello)).toBe("accepted");
    await visitor.ask({ type: "send-message", id: newSendId(), conversation, text: "Graag" });
    await desk.until((heard) => heard.type === "entries" && texts(heard.entries).includes("visitor: Graag"));
    await visitor.until(
      (heard) => heard.type === "entries" && texts(heard.entries).includes("agent: Ja, zaterdag?"),
    );

    const current = await server.storage.handoff(handoff.id);
    expect(current?.firstResponseAt).not.toBeNull();
    expect(await desk.ask(move("complete-handoff", current as Handoff))).toBe("accepted");
    await visitor.until(
      (heard) =>
        heard.type === "entries" && heard.entries.some((e) => e.kind === "control" && e.to === "closed"),
    );

    const seen = visitor.entriesOf(conversation);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_entry, index) => index + 1));
    expect(texts(seen)).toEqual([
      "visitor: Kan ik het huis bezichtigen?",
      "agent: Ja, zaterdag?",
      "visitor: Graag",
    ]);
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(
      new Set(["message", "control", "notice", "hidden"]),
    );
    await Promise.all([desk.close(), visitor.close()]);
  });

  it("P17 of agents the visitor sees only the one typing who has control", async () => {
    const desk = await ana.desk();
    const { visitor, conversation, handoff } = await askedForViewing(desk);
    await desk.ask({ type: "watch-conversation", id: newSendId(), conversation, since: 0 });
    desk.send({ type: "set-typing", conversation, typing: true });
    expect(await desk.ask(move("start-handoff", handoff))).toBe("accepted");
    desk.send({ type: "set-typing", conversation, typing: false });
    expect(await visitor.next("typing")).toMatchObject({ author: { name: "Ana" }, typing: false });
    await Promise.all([desk.close(), visitor.close()]);
  });

  it("F23 H53 what a visitor writes after the end reopens the handoff, and no bot answers", async () => {
    const desk = await ana.desk();
    const { visitor, conversation, handoff } = await askedForViewing(desk);
    await desk.ask(move("start-handoff", handoff));
    await desk.ask(move("complete-handoff", await handoffAt(desk, handoff.id, 2)));
    await visitor.ask({ type: "send-message", id: newSendId(), conversation, text: "Nog één vraag" });
    const again = await handoffAt(desk, handoff.id, 4);
    expect(again).toMatchObject({ status: "pending", assignee: null, cycle: 2 });
    expect(again.previousAssignee?.name).toBe("Ana");
    const reply = { type: "send-reply", id: newSendId(), conversation, text: "Bot" } as const;
    expect(await visitor.ask(reply)).toBe("bot_silenced");
    await Promise.all([desk.close(), visitor.close()]);
  });

  it("H51 Q5 two agents press Start at once: one wins, the other is told who", async () => {
    const [first, second] = await Promise.all([ana.desk(), ben.desk()]);
    const { visitor, handoff } = await askedForViewing(first);
    await handoffAt(second, handoff.id, 1);
    const [one, two] = [move("start-handoff", handoff), move("start-handoff", handoff)];
    first.send(one);
    second.send(two);
    const answers = await Promise.all([first.answer(one.id), second.answer(two.id)]);
    expect(answers.toSorted()).toEqual(["accepted", "stale_version"]);
    const loser = answers[0] === "accepted" ? second : first;
    const refused = await loser.next("refused");
    expect((refused.refusal as Refusal).handoff?.assignee?.name).toBe(
      answers[0] === "accepted" ? "Ana" : "Ben",
    );
    await Promise.all([first.close(), second.close(), visitor.close()]);
  });

  it("T15 an agent steps into a conversation of the bot at once", async () => {
    const desk = await ben.desk();
    const visitor = await server.visitor();
    const conversation = newConversationId();
    await visitor.ask({ type: "send-message", id: newSendId(), conversation, text: "Hallo" });
    await desk.until(
      (heard) => heard.type === "conversation-changed" && heard.conversation.id === conversation,
    );
    expect(await desk.ask({ type: "take-over", id: newSendId(), conversation })).toBe("accepted");
    const late = {
      type: "send-reply",
      id: newSendId(),
      conversation,
      text: "Waarmee kan ik helpen?",
    } as const;
    expect(await visitor.ask(late)).toBe("bot_silenced");
    const told = await visitor.until(
      (heard) => heard.type === "entries" && heard.entries.some((entry) => entry.kind === "control"),
    );
    expect(told).toMatchObject({
      entries: [{ kind: "hidden" }, { kind: "control", to: "human", by: { name: "Ben" } }],
    });
    await Promise.all([desk.close(), visitor.close()]);
  });
});

describe("coming back", () => {
  it("Q1 Q3 a visitor who returns gets exactly what was missed, in order", async () => {
    const desk = await ana.desk();
    const { visitor, conversation, handoff } = await askedForViewing(desk);
    const { token } = await visitor.next("visitor-welcome");
    await desk.ask(move("start-handoff", handoff));
    await visitor.until((heard) => heard.type === "entries" && heard.entries.some(({ seq }) => seq === 6));
    await visitor.close();
    for (const text of ["een", "twee", "drie"]) {
      await desk.ask({ type: "send-message", id: newSendId(), conversation, text });
    }
    const back = await server.visitor(undefined, { token, resume: { conversation, since: 6 } });
    await back.until((heard) => heard.type === "entries" && texts(heard.entries).includes("agent: drie"));
    expect(texts(back.entriesOf(conversation))).toEqual(["agent: een", "agent: twee", "agent: drie"]);
    await Promise.all([desk.close(), back.close()]);
  });
});
