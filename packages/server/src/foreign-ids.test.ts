/** What belongs to another site or another visitor does not exist: every message an agent or visitor can send, with foreign ids. */
import { AgentMessage, type ConversationId, type Handoff, type SendId, VisitorMessage } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  OTHER_SITE,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "./testing/test-socket.ts";

const CANARY = "canary-7d1f";

/** What the foreigner has, and the others may hear nothing of. */
interface Foreign {
  readonly conversation: ConversationId;
  readonly handoff: Handoff;
  /** The id under which the canary was said. */
  readonly said: SendId;
  readonly owner: TestSocket;
}

let server: TestServer;
let colleague: TestPerson;
let foreign: Foreign;
beforeAll(async () => {
  server = await startTestServer();
  colleague = await server.person(CANARY, "agent", [OTHER_SITE]);
  foreign = await speakElsewhere();
});
afterAll(() => server.close());

async function speakElsewhere(): Promise<Foreign> {
  const owner = await server.visitor(OTHER_SITE);
  const conversation = newConversationId();
  const said = newSendId();
  await owner.ask({ type: "send-message", id: said, conversation, text: `Een makelaar graag, ${CANARY}` });
  const asking = { trigger: "human_request", source: "button", message: null } as const;
  await owner.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
  const [handoff] = await server.storage.openHandoffs([OTHER_SITE]);
  if (handoff === undefined) throw new Error("No handoff was made.");
  return { conversation, handoff, said, owner };
}

/** With how a foreign id is answered; null for messages that nobody answers, or that name nothing of anybody's. */
type Try = readonly [answer: "not_found" | null, fields: (id: SendId) => object];

const move = (type: string): Try => ["not_found", (id) => ({ type, id, ...foreignHandoff() })];
const foreignHandoff = () => ({ handoff: foreign.handoff.id, version: foreign.handoff.version });
const there = () => ({ conversation: foreign.conversation });

const AGENT_TRIES: Partial<Readonly<Record<AgentMessage["type"], Try>>> = {
  "watch-conversation": ["not_found", (id) => ({ type: "watch-conversation", id, ...there(), since: 0 })],
  "unwatch-conversation": [null, () => ({ type: "unwatch-conversation", ...there() })],
  "fetch-entries": [null, () => ({ type: "fetch-entries", ...there(), since: 0 })],
  "send-message": ["not_found", (id) => ({ type: "send-message", id, ...there(), text: "Hallo" })],
  "mark-received": [null, () => ({ type: "mark-received", ...there(), receipt: { delivered: 9, read: 9 } })],
  "set-typing": [null, () => ({ type: "set-typing", ...there(), typing: true })],
  "hold-composer": [null, () => ({ type: "hold-composer", ...there(), draft: "Hallo" })],
  "leave-composer": [null, () => ({ type: "leave-composer", ...there() })],
  "take-composer": ["not_found", (id) => ({ type: "take-composer", id, ...there() })],
  "add-note": ["not_found", (id) => ({ type: "add-note", id, ...there(), text: "Hallo" })],
  "take-over": ["not_found", (id) => ({ type: "take-over", id, ...there() })],
  "claim-handoff": move("claim-handoff"),
  "assign-handoff": [
    "not_found",
    (id) => ({ type: "assign-handoff", id, ...foreignHandoff(), to: colleague.id }),
  ],
  "start-handoff": move("start-handoff"),
  "complete-handoff": move("complete-handoff"),
  "cancel-handoff": [
    "not_found",
    (id) => ({ type: "cancel-handoff", id, ...foreignHandoff(), reason: "Zomaar" }),
  ],
  "release-handoff": move("release-handoff"),
  "reopen-handoff": move("reopen-handoff"),
  "undo-move": ["not_found", (id) => ({ type: "undo-move", id, ...foreignHandoff(), move: foreign.said })],
  "show-lead": ["not_found", (id) => ({ type: "show-lead", id, handoff: foreign.handoff.id })],
  "log-attempt": ["not_found", (id) => ({ type: "log-attempt", id, ...foreignHandoff(), how: "call" })],
  "open-handoff": ["not_found", (id) => ({ type: "open-handoff", id, handoff: foreign.handoff.id })],
  "plan-handoff": [
    "not_found",
    (id) => ({
      type: "plan-handoff",
      id,
      ...foreignHandoff(),
      at: "2030-01-01T09:00",
      zone: "UTC",
      note: "",
    }),
  ],
  "set-verdict": [
    "not_found",
    (id) => ({ type: "set-verdict", id, ...foreignHandoff(), verdict: "converted", note: "" }),
  ],
  "set-priority": [
    "not_found",
    (id) => ({ type: "set-priority", id, ...foreignHandoff(), priority: "low", reason: "Zomaar" }),
  ],
  "create-contact": [
    "not_found",
    (id) => ({ type: "create-contact", id, ...foreignHandoff(), fields: CONTACT }),
  ],
};

/** Name nobody's conversation and nobody's handoff. */
const HARMLESS = new Set<string>([
  "agent-hello",
  "visitor-hello",
  "set-presence",
  "set-visibility",
  "list-handoffs",
  "set-consent",
  "track-behaviour",
  "ping",
]);

const CONTACT = { firstName: "Ada", lastName: "", email: "", phone: "", company: "", notes: "" };

const PRESSED = { trigger: "human_request", source: "button", message: null } as const;

const VISITOR_TRIES: Partial<Readonly<Record<VisitorMessage["type"], Try>>> = {
  "send-message": ["not_found", (id) => ({ type: "send-message", id, ...there(), text: "Hallo" })],
  "send-reply": ["not_found", (id) => ({ type: "send-reply", id, ...there(), text: "Hallo" })],
  "ask-answer": [null, () => ({ type: "ask-answer", ...there(), message: foreign.said })],
  "begin-handoff": [
    "not_found",
    (id) => ({ type: "begin-handoff", id, ...there(), ...PRESSED, request: newSendId() }),
  ],
  "request-handoff": ["not_found", (id) => ({ type: "request-handoff", id, ...there(), ...PRESSED })],
  "give-feedback": [
    "not_found",
    (id) => ({ type: "give-feedback", id, ...there(), message: foreign.said, helpful: false }),
  ],
  "answer-survey": [
    "not_found",
    (id) => ({ type: "answer-survey", id, ...there(), rating: 1, comment: "Nee" }),
  ],
  "fetch-entries": [null, () => ({ type: "fetch-entries", ...there(), since: 0 })],
  "mark-received": [null, () => ({ type: "mark-received", ...there(), receipt: { delivered: 9, read: 9 } })],
  "set-typing": [null, () => ({ type: "set-typing", ...there(), typing: true })],
};

/** Sends every try, under a new id and under one that its log holds; answers with what was not as it should be. */
async function wrongAnswers(socket: TestSocket, tries: readonly Try[]): Promise<readonly string[]> {
  const before = await whatIsThere();
  const wrong: string[] = [];
  for (const [answer, fields] of tries) {
    for (const id of [newSendId(), foreign.said]) {
      const message = fields(id) as { type: string };
      socket.heard.length = 0;
      socket.sendRaw(JSON.stringify(message));
      const heard = answer === null ? "not_found" : await socket.answer(id);
      if (heard !== "not_found")
        wrong.push(`${message.type} ${id === foreign.said ? "again" : "new"}: ${heard}`);
    }
  }
  socket.heard.length = 0;
  socket.send({ type: "ping" });
  await socket.next("pong");
  const after = await whatIsThere();
  if (JSON.stringify(after) !== JSON.stringify(before))
    wrong.push(`something changed: ${JSON.stringify(after)}`);
  return wrong;
}

async function whatIsThere() {
  const { conversation, handoff } = foreign;
  return [
    await server.storage.stateOf(conversation),
    await server.storage.handoff(handoff.id),
    await server.storage.receipts(conversation),
    await server.storage.entriesSince(conversation, 0, 100),
  ];
}

/** Every byte that a socket receives from now on. */
function bytesOf(socket: TestSocket): () => string {
  const frames: string[] = [];
  socket.socket.on("message", (data: Buffer) => frames.push(data.toString()));
  return () => frames.join("\n");
}

const named = (tries: object) => new Set([...Object.keys(tries), ...HARMLESS]);
/** Every type that a union of messages knows, read from its schema. */
function typesOf(union: typeof AgentMessage | typeof VisitorMessage): readonly string[] {
  return union.def.options.flatMap(({ def }) => def.shape.type.def.values);
}

describe("another site's conversation and handoff", () => {
  it("Q16 every message that a desk can send is tried here", () => {
    const tried = named(AGENT_TRIES);
    expect(typesOf(AgentMessage).filter((type) => !tried.has(type))).toEqual([]);
  });

  it.each(["agent", "supervisor", "admin"] as const)(
    "Q16 Q17 do not exist for a desk with the role %s, and no byte of them is sent",
    async (role) => {
      const desk = await (await server.person("Ana", role)).desk();
      const bytes = bytesOf(desk);
      expect(await wrongAnswers(desk, Object.values(AGENT_TRIES))).toEqual([]);
      for (const status of ["completed", "cancelled"] as const) {
        await desk.ask({ type: "list-handoffs", id: newSendId(), status, before: null });
      }
      expect(bytes()).not.toContain(CANARY);
      expect(bytes()).not.toContain(foreign.handoff.id);
      await desk.close();
    },
  );

  it("Q16 are not in the welcome, and nothing that happens there is told", async () => {
    const desk = await (await server.person("Ana", "admin")).desk();
    expect(JSON.stringify(desk.heard)).not.toContain(CANARY);
    const bytes = bytesOf(desk);
    const { owner, conversation } = foreign;
    await owner.ask({ type: "send-message", id: newSendId(), conversation, text: `Nog eens ${CANARY}` });
    await (await colleague.desk()).close();
    desk.send({ type: "ping" });
    await desk.next("pong");
    expect(bytes()).not.toContain(CANARY);
    await desk.close();
  });
});

describe("another visitor's conversation", () => {
  it("Q16 every message that a visitor can send is tried here", () => {
    const tried = named(VISITOR_TRIES);
    expect(typesOf(VisitorMessage).filter((type) => !tried.has(type))).toEqual([]);
  });

  it.each([
    ["the same site", OTHER_SITE],
    ["another site", SITE],
  ] as const)(
    "Q16 does not exist for a visitor of %s, whatever ids they have got hold of",
    async (_where, site) => {
      const visitor = await server.visitor(site, {
        resume: { conversation: foreign.conversation, since: 0 },
      });
      expect((await visitor.next("visitor-welcome")).conversation).toBeNull();
      const bytes = bytesOf(visitor);
      expect(await wrongAnswers(visitor, Object.values(VISITOR_TRIES))).toEqual([]);
      expect(bytes()).not.toContain(CANARY);
      await visitor.close();
    },
  );
});

describe("roles", () => {
  it("Q17 an analyst's desk is empty, and every move of it is forbidden", async () => {
    const visitor = await server.visitor();
    const conversation = newConversationId();
    const asking = { trigger: "human_request", source: "button", message: null } as const;
    await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
    const [handoff] = await server.storage.openHandoffs([SITE]);
    if (handoff === undefined) throw new Error("No handoff was made.");
    const desk = await (await server.person("Lea", "analyst")).desk();
    expect(await desk.next("agent-welcome")).toMatchObject({
      sites: [],
      handoffs: [],
      conversations: [],
      agents: [],
    });
    const seen = { handoff: handoff.id, version: 1 };
    for (const type of ["claim-handoff", "start-handoff", "complete-handoff", "release-handoff"] as const) {
      expect(await desk.ask({ type, id: newSendId(), ...seen })).toBe("forbidden");
    }
    expect(await desk.ask({ type: "cancel-handoff", id: newSendId(), ...seen, reason: "Zomaar" })).toBe(
      "forbidden",
    );
    expect(await desk.ask({ type: "take-over", id: newSendId(), conversation })).toBe("forbidden");
    expect(await desk.ask({ type: "send-message", id: newSendId(), conversation, text: "Hallo" })).toBe(
      "forbidden",
    );
    const watch = { type: "watch-conversation", id: newSendId(), conversation, since: 0 } as const;
    expect(await desk.ask(watch)).toBe("not_found");
    await Promise.all([desk.close(), visitor.close()]);
  });

  it("Q17 an agent may not move what a colleague has; a supervisor may", async () => {
    const visitor = await server.visitor();
    const conversation = newConversationId();
    const asking = { trigger: "human_request", source: "button", message: null } as const;
    await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
    const handoff = (await server.storage.stateOf(conversation))?.handoff as Handoff;
    const [ana, ben] = [
      await (await server.person("Ana", "agent")).desk(),
      await (await server.person("Ben", "agent")).desk(),
    ];
    const sue = await (await server.person("Sue", "supervisor")).desk();
    const taken = { handoff: handoff.id, version: 2 };
    expect(await ana.ask({ type: "start-handoff", id: newSendId(), handoff: handoff.id, version: 1 })).toBe(
      "accepted",
    );
    expect(await ben.ask({ type: "complete-handoff", id: newSendId(), ...taken })).toBe("not_assignee");
    expect(await sue.ask({ type: "complete-handoff", id: newSendId(), ...taken })).toBe("accepted");
    await Promise.all([ana.close(), ben.close(), sue.close(), visitor.close()]);
  });
});
