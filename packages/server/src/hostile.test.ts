/** What a hostile or broken client gets to hear, code by code, while a visitor next to it chats and notices nothing. */
import { randomBytes } from "node:crypto";
import {
  CLOSE,
  type CloseName,
  type ConversationId,
  type Handoff,
  type LogEntry,
  LIMITS,
  PROTOCOL_VERSION,
  REFUSALS,
  type RefusalCode,
} from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VisitorTokens } from "./auth/visitor-token.ts";
import { contactOf } from "./storage/testing/builders.ts";
import {
  OTHER_ORIGIN,
  OTHER_SITE,
  PAGE_ORIGIN,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "./testing/test-server.ts";
import {
  AGENT_HELLO,
  newConversationId,
  newSendId,
  TestSocket,
  VISITOR_HELLO,
} from "./testing/test-socket.ts";

/** Provoked elsewhere: by stopping, by not reading, by not answering (`faults/shutdown.test.ts`). */
const CLOSED_ELSEWHERE = new Set<string>(["goingAway", "tooSlow", "silent"] satisfies CloseName[]);
/** The server has no such moment (`overloaded`), or the refusal has a test of its own (`storage-failure.test.ts`, `together.test.ts`). */
const REFUSED_ELSEWHERE = new Set<string>([
  "overloaded",
  "storage_failed",
  "being_answered",
  "more_pressing_waits",
  "already_waiting",
  "reply_window_over",
]);

const refusedWith = new Set<RefusalCode>();
const closedWith = new Set<number>();

let server: TestServer;
let ana: TestPerson;
let silent: TestSocket;
let neighbour: Neighbour;
beforeAll(async () => {
  server = await startTestServer({ heartbeatMs: 500 });
  ana = await server.person("Ana", "agent");
  // Says nothing from the beginning of this file to its end, which is how long a hello may take.
  silent = await knock().opened();
  neighbour = await Neighbour.arrives(server);
});
afterAll(() => server.close());

/** Chats all the time, and would notice if anything were lost, late or out of order. */
class Neighbour {
  readonly #socket: TestSocket;
  readonly #conversation: ConversationId = newConversationId();
  #said = 0;

  private constructor(socket: TestSocket) {
    this.#socket = socket;
  }

  static async arrives(at: TestServer): Promise<Neighbour> {
    return new Neighbour(await at.visitor());
  }

  async chats(): Promise<void> {
    this.#said += 1;
    const text = `Zin ${this.#said}`;
    const message = {
      type: "send-message",
      id: newSendId(),
      conversation: this.#conversation,
      text,
    } as const;
    const answer = await this.#socket.ask(message);
    const isLast = ({ seq }: LogEntry) => seq === this.#said;
    await this.#socket.until((heard) => heard.type === "entries" && heard.entries.some(isLast), text);
    const seqs = this.#socket.entriesOf(this.#conversation).map(({ seq }) => seq);
    const isWhole = seqs.length === this.#said && seqs.every((seq, index) => seq === index + 1);
    if (answer !== "accepted" || !isWhole)
      throw new Error(`The neighbour noticed: ${answer}, ${seqs.join(" ")}`);
  }
}

function knock(
  path = `visitor/${SITE}`,
  headers: Record<string, string> = { origin: PAGE_ORIGIN },
): TestSocket {
  return new TestSocket(`${server.url.replace("http", "ws")}/sockets/${path}`, headers);
}

/** The code with which a socket is closed that says this first. */
async function closedAfter(...frames: readonly (string | Buffer)[]): Promise<number> {
  const socket = await knock().opened();
  for (const frame of frames) socket.sendRaw(frame);
  return noted(socket);
}

async function noted(socket: TestSocket): Promise<number> {
  const { code } = await socket.closed;
  closedWith.add(code);
  await neighbour.chats();
  return code;
}

/** The code of the refusal that this frame is answered with. */
async function refusalOf(socket: TestSocket, frame: string): Promise<RefusalCode> {
  const before = socket.heard.length;
  socket.sendRaw(frame);
  const isNew = (message: (typeof socket.heard)[number]) =>
    message.type === "refused" && socket.heard.indexOf(message) >= before;
  const refused = await socket.until(isNew, `the answer to ${frame.slice(0, 80)}`);
  if (refused.type !== "refused") throw new Error("Not refused.");
  refusedWith.add(refused.refusal.code);
  expect(refused.refusal.sentence).toBe(REFUSALS[refused.refusal.code].sentence);
  return refused.refusal.code;
}

const hello = (more: object = {}) => JSON.stringify({ ...VISITOR_HELLO, ...more });
const saying = (more: object = {}) =>
  JSON.stringify({
    type: "send-message",
    id: newSendId(),
    conversation: newConversationId(),
    text: "Hallo",
    ...more,
  });

async function issued(site: typeof SITE): Promise<string> {
  const socket = await server.visitor(site);
  const { token } = await socket.next("visitor-welcome");
  await socket.close();
  return token;
}

describe("the first frame", () => {
  it.each([
    ["is no JSON", "{"],
    ["is a message of no known type", JSON.stringify({ type: "sing" })],
    ["comes before the hello", saying()],
    ["is a hello with a wrong field", hello({ language: 7 })],
    ["is an agent's hello", JSON.stringify(AGENT_HELLO)],
    ["is null", "null"],
  ])("P1 that %s closes with 4001", async (_what, frame) => {
    expect(await closedAfter(frame)).toBe(CLOSE.helloExpected.code);
  });

  it("P2 of a newer protocol closes with 4002, of one that is no longer spoken with 4003", async () => {
    expect(await closedAfter(hello({ protocol: PROTOCOL_VERSION + 1 }))).toBe(CLOSE.protocolTooNew.code);
    expect(await closedAfter(hello({ protocol: 0 }))).toBe(CLOSE.protocolTooOld.code);
  });

  it("closes with 1003 if it is binary, and with 1009 if it is too big", async () => {
    expect(await closedAfter(randomBytes(10))).toBe(CLOSE.binaryFrame.code);
    expect(await closedAfter(JSON.stringify("x".repeat(LIMITS.frameBytes)))).toBe(CLOSE.frameTooBig.code);
  });
});

const BAD_TOKENS: readonly (readonly [what: string, token: () => string | Promise<string>])[] = [
  ["forged", () => new VisitorTokens("another key").issue(newConversationId() as never, SITE, Date.now())],
  ["damaged", async () => (await issued(SITE)).slice(0, -2)],
  ["with claims that were changed", async () => `x${await issued(SITE)}`],
  ["of another site", () => issued(OTHER_SITE)],
  ["that is none", () => "nonsense"],
];

describe("a visitor's token", () => {
  it.each(BAD_TOKENS)("P6 %s closes with 4004", async (_what, token) => {
    expect(await closedAfter(hello({ token: await token() }))).toBe(CLOSE.tokenRefused.code);
  });

  it("P6 that has expired closes with 4005", async () => {
    const key: string = await server.storage.secret("visitor-signing-key", "");
    const token = new VisitorTokens(key).issue(newConversationId() as never, SITE, Date.UTC(2020, 0, 1));
    expect(await closedAfter(hello({ token }))).toBe(CLOSE.tokenExpired.code);
  });
});

const BAD_FRAMES: readonly (readonly [what: string, frame: () => string, code: RefusalCode])[] = [
  ["that is no JSON", () => "{", "unparsable"],
  ["of no known type", () => JSON.stringify({ type: "sing" }), "unknown_message"],
  ["of an agent's type", () => JSON.stringify({ type: "take-over", id: newSendId() }), "unknown_message"],
  ["that is a bare number", () => "7", "unknown_message"],
  ["with a field of the wrong kind", () => saying({ text: 7 }), "invalid_message"],
  ["with an id that is a path", () => saying({ conversation: "../../etc" }), "invalid_message"],
  ["with an id of a built-in name", () => saying({ id: "__proto__" }), "invalid_message"],
  ["of 257 messages", () => `[${Array<string>(257).fill('{"type":"ping"}').join(",")}]`, "invalid_message"],
  ["with a second hello", () => hello(), "hello_repeated"],
  ["with a text of spaces", () => saying({ text: " \n\t" }), "text_empty"],
  ["with a text that is too long", () => saying({ text: "x".repeat(LIMITS.textChars + 1) }), "text_too_long"],
  ["with a reply where nobody spoke", () => saying({ type: "send-reply" }), "not_found"],
  [
    "with behaviour that nobody agreed to tell",
    () =>
      saying({
        type: "track-behaviour",
        events: [{ id: "e", agoMs: 0, session: "s", kind: "calculator_used" }],
      }),
    "no_consent",
  ],
];

describe("a frame after the hello", () => {
  it.each(BAD_FRAMES)("%s is refused as it deserves, and the socket goes on", async (_what, frame, code) => {
    const visitor = await server.visitor();
    expect(await refusalOf(visitor, frame())).toBe(code);
    await neighbour.chats();
    expect(await visitor.ask(JSON.parse(saying()))).toBe("accepted");
    await visitor.close();
  });

  it("of keys that reach for prototypes changes nothing but the message that it is", async () => {
    const visitor = await server.visitor();
    const id = newSendId();
    visitor.sendRaw(
      saying({ id }).replace("{", '{"__proto__":{"isAdmin":true},"constructor":{"prototype":1},'),
    );
    expect(await visitor.answer(id)).toBe("accepted");
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    await visitor.close();
  });

  it("that cannot be read, again and again, closes with 4010", async () => {
    expect(await closedAfter(hello(), ...Array<string>(30).fill("{"))).toBe(CLOSE.tooManyBadFrames.code);
  });

  it("Q20 of a flood is refused first, and then closes with 4007", async () => {
    const strict = await startTestServer({ visitorRate: { burst: 20, perSecond: 1 } });
    const visitor = await strict.visitor();
    for (let sent = 0; sent < 400; sent += 1) visitor.sendRaw(saying());
    const { code } = await visitor.closed;
    closedWith.add(code);
    expect(code).toBe(CLOSE.tooManyFrames.code);
    const codes = visitor.heard.flatMap((heard) => (heard.type === "refused" ? [heard.refusal.code] : []));
    expect(new Set(codes)).toEqual(new Set(["rate_limited"]));
    refusedWith.add("rate_limited");
    const calm = await strict.visitor();
    expect(await calm.ask(JSON.parse(saying()))).toBe("accepted");
    await strict.close();
  });
});

describe("a move that the handoff or the conversation does not allow", () => {
  it("H48 H51 F19 is refused with its own code", async () => {
    const [visitor, desk] = await Promise.all([server.visitor(), ana.desk()]);
    const ben = await (await server.person("Ben", "agent")).desk();
    const analyst = await (await server.person("Lea", "analyst")).desk();
    const conversation = newConversationId();
    const said = newSendId();
    await visitor.ask({ type: "send-message", id: said, conversation, text: "Goedemorgen" });
    const asking = { type: "request-handoff", conversation, trigger: "human_request", message: said };
    const ask = (more: object) => JSON.stringify({ ...asking, id: newSendId(), ...more });
    expect(await refusalOf(visitor, ask({ source: "text" }))).toBe("signal_not_found");
    await visitor.ask(JSON.parse(ask({ source: "button" })));
    const handoff = (await server.storage.stateOf(conversation))?.handoff as Handoff;
    const move = (type: string, version: number, more: object = {}) =>
      JSON.stringify({ type, id: newSendId(), handoff: handoff.id, version, ...more });

    expect(await refusalOf(visitor, saying({ type: "send-reply", conversation }))).toBe("bot_silenced");
    expect(await refusalOf(desk, saying({ conversation }))).toBe("not_in_control");
    expect(await refusalOf(desk, move("reopen-handoff", 1))).toBe("invalid_transition");
    expect(await refusalOf(desk, move("cancel-handoff", 1, { reason: "  " }))).toBe("reason_required");
    expect(await refusalOf(analyst, move("start-handoff", 1))).toBe("forbidden");
    await desk.ask(JSON.parse(move("start-handoff", 1)));
    expect(await refusalOf(ben, move("start-handoff", 1))).toBe("stale_version");
    expect(await refusalOf(ben, move("complete-handoff", 2))).toBe("not_assignee");
    const known = contactOf(handoff);
    await server.storage.addContacts([known]);
    const fields = { ...known, notes: "" };
    expect(await refusalOf(desk, move("create-contact", 2, { fields }))).toBe("contact_exists");
    await desk.ask(JSON.parse(move("complete-handoff", 2)));
    expect(await refusalOf(visitor, ask({ source: "button" }))).toBe("conversation_closed");
    await neighbour.chats();
    await Promise.all([visitor.close(), desk.close(), ben.close(), analyst.close()]);
  });
});

describe("the door", () => {
  it.each([
    ["Q19 a page of another origin", `visitor/${SITE}`, { origin: OTHER_ORIGIN }, 403],
    ["Q19 a caller without an origin", `visitor/${SITE}`, {}, 403],
    [
      "Q19 the site's own origin as a prefix",
      `visitor/${SITE}`,
      { origin: `${PAGE_ORIGIN}.evil.example` },
      403,
    ],
    ["Q19 a foreign page at the desk's socket", "agent", { origin: PAGE_ORIGIN }, 403],
    ["a site that does not exist", "visitor/nobody", { origin: PAGE_ORIGIN }, 404],
    ["a path that is none", "nowhere", { origin: PAGE_ORIGIN }, 404],
    ["a site's name that is no proper encoding", "visitor/%ff", { origin: PAGE_ORIGIN }, 404],
  ] as const)("is closed to %s", async (_who, path, headers, status) => {
    await expect(knock(path, headers).opened()).rejects.toThrow(`refused with ${status}`);
    await neighbour.chats();
  });

  it.each([
    ["nobody", {}],
    ["a forged cookie", { cookie: "better-auth.session_token=forged.forged" }],
  ])("Q17 of the desk is closed with 401 to %s", async (_who, headers) => {
    await expect(knock("agent", { origin: server.url, ...headers }).opened()).rejects.toThrow(
      "refused with 401",
    );
  });

  it("Q17 throws a desk out with 4006 when its agent signs out", async () => {
    const leaver = await server.person("Lea", "agent");
    const desk = await leaver.desk();
    await server.auth.accounts.signOut(new Headers({ cookie: leaver.cookie }));
    expect(await noted(desk)).toBe(CLOSE.signedOut.code);
  });

  it("Q17 sends a desk round with 4011 when its agent's role changes, and it comes back with the new one", async () => {
    const climber = await server.person("Kim", "agent");
    const desk = await climber.desk();
    await server.storage.saveMembership({ agent: climber.id, site: SITE, role: "analyst" });
    expect(await noted(desk)).toBe(CLOSE.rolesChanged.code);
    const back = await climber.desk();
    expect((await back.next("agent-welcome")).agent.role).toBe("analyst");
    await back.close();
  });

  it("Q20 lets in no more than there is room for: 429 for an address, 503 for the house, also all at once", async () => {
    for (const [variable, status] of [
      ["SOPHIE_MAX_CONNECTIONS_PER_ADDRESS", 429],
      ["SOPHIE_MAX_CONNECTIONS", 503],
    ] as const) {
      const small = await startTestServer({ environment: { [variable]: "3" } });
      // Desks, because whoever they are takes a moment to find out, in which the others come in.
      const { cookie } = await small.person("Ana", "agent");
      const address = `${small.url.replace("http", "ws")}/sockets/agent`;
      const tries = Array.from({ length: 8 }, () =>
        new TestSocket(address, { origin: small.url, cookie }).opened(),
      );
      const results = await Promise.allSettled(tries);
      const reasons = results.flatMap((each) =>
        each.status === "rejected" ? [String(each.reason.message)] : [],
      );
      expect(reasons).toEqual(Array(5).fill(`refused with ${status}`));
      await small.close();
    }
  });
});

describe("at the end of this file", () => {
  it("P1 a socket that never said hello is closed with 4000", async () => {
    expect(await noted(silent)).toBe(CLOSE.helloTimeout.code);
  });

  it("every close code and every refusal has been provoked", () => {
    const codes = Object.entries(CLOSE).filter(([name]) => !CLOSED_ELSEWHERE.has(name));
    expect(codes.filter(([, { code }]) => !closedWith.has(code)).map(([name]) => name)).toEqual([]);
    const refusals = (Object.keys(REFUSALS) as RefusalCode[]).filter((code) => !REFUSED_ELSEWHERE.has(code));
    expect(refusals.filter((code) => !refusedWith.has(code))).toEqual([]);
  });
});
