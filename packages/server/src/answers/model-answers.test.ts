/** Answers by a language model, from the visitor's socket to a real endpoint on this machine and back. */
import type { ConversationId, KnowledgeEntry, SendId, SiteConfig, ToVisitor } from "@sophie/engine";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { get } from "../testing/test-calls.ts";
import {
  begin,
  isCutOff,
  type Behaviour,
  type ModelEndpoint,
  refuses,
  says,
  startModelEndpoint,
  write,
} from "../testing/model-endpoint.ts";
import { PAGE_ORIGIN, SITE, startTestServer, type TestServer } from "../testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "../testing/test-socket.ts";

const KEY = "a-very-secret-key";
const TIMEOUT_MS = 600;

const ENTRIES: readonly KnowledgeEntry[] = [
  {
    id: "parking",
    language: "nl",
    question: "Kan ik bij jullie parkeren?",
    variants: [],
    answer: "Parkeren kan gratis achter de kerk. Er zijn 24 plaatsen, zie https://example.org/route.",
  },
  {
    id: "hours",
    language: "nl",
    question: "Wanneer is het kantoor open?",
    variants: [],
    answer: "Van maandag tot en met vrijdag van 9.00 tot 17.30 uur.",
  },
];
/** Near enough to the list to be looked up, and not so near that it is known by heart. */
const QUESTION = "Waar laat ik mijn auto als ik bij het kantoor kom parkeren?";

let endpoint: ModelEndpoint;
let server: TestServer;
let visitor: TestSocket;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  server = await startTestServer({
    environment: {
      SOPHIE_AI_URL: endpoint.url,
      SOPHIE_AI_KEY: KEY,
      SOPHIE_AI_MODEL: "small-instruct",
      SOPHIE_AI_TIMEOUT_MS: String(TIMEOUT_MS),
    },
  });
  const ada = await server.person("Ada", "admin");
  await server.storage.saveKnowledge(SITE, { version: 1, entries: ENTRIES }, { savedAt: 1, savedBy: ada.id });
  await server.refreshSites();
});
// One visitor may open only so many conversations.
beforeEach(async () => void (visitor = await server.visitor()));
afterAll(async () => {
  await server.close();
  await endpoint.close();
});
afterEach(() => void endpoint.heard.splice(0));

interface Asked {
  readonly conversation: ConversationId;
  readonly message: SendId;
  readonly reply: SendId;
  /** What was shown while it grew. */
  readonly parts: readonly string[];
  readonly over: Extract<ToVisitor, { type: "answer-over" }>;
}

async function says1(text: string, socket = visitor) {
  const conversation = newConversationId();
  const message = newSendId();
  expect(await socket.ask({ type: "send-message", id: message, conversation, text })).toBe("accepted");
  return { conversation, message, reply: `re:${message}` as SendId };
}

async function overFor(message: SendId, socket = visitor): Promise<Pick<Asked, "parts" | "over">> {
  const over = await socket.until(
    (heard): heard is Asked["over"] => heard.type === "answer-over" && heard.message === message,
    "the end of the answer",
  );
  const parts = socket.heard.flatMap((heard) =>
    heard.type === "answer-part" && heard.message === message ? [heard.text] : [],
  );
  return { parts, over };
}

async function ask(behaviour: Behaviour, text = QUESTION): Promise<Asked> {
  endpoint.behaviour = behaviour;
  const said = await says1(text);
  visitor.send({ type: "ask-answer", conversation: said.conversation, message: said.message });
  return { ...said, ...(await overFor(said.message)) };
}

const stored = async ({ conversation, reply }: Pick<Asked, "conversation" | "reply">) => {
  const entries = await server.storage.entriesSince(conversation, 0, 100);
  return entries.filter((entry) => entry.kind === "message" && entry.id === reply);
};

describe("T12 P38 an answer by the model", () => {
  it("streams, stands in the log once with what it came from, and is the browser's own reply, too", async () => {
    const asked = await ask(says("[1", "] U parkeert grat", "is achter de ", "kerk; er zijn 24 plaatsen."));
    expect(asked.over.answer).toEqual({
      text: "U parkeert gratis achter de kerk; er zijn 24 plaatsen.",
      source: { by: "model", entries: ["parking"] },
    });
    expect(asked.parts.length).toBeGreaterThan(0);
    for (const part of asked.parts) expect(asked.over.answer?.text.startsWith(part)).toBe(true);
    expect(await stored(asked)).toMatchObject([
      { author: { kind: "bot" }, intent: "answer", source: { by: "model", entries: ["parking"] } },
    ]);
    const { conversation, reply } = asked;
    const late = { type: "send-reply", id: reply, conversation, text: "Iets anders" } as const;
    expect(await visitor.ask(late)).toBe("accepted");
    expect(await stored(asked)).toHaveLength(1);
  });

  it("is sent the question, the last turns and the entries, with the key; and nothing that says who asks", async () => {
    await ask(says("[1] Achter de kerk."));
    const [{ body, authorization } = { body: "", authorization: "" }] = endpoint.heard;
    expect(authorization).toBe(`Bearer ${KEY}`);
    const sent = JSON.parse(body) as { model: string; messages: { role: string; content: string }[] };
    expect(sent.model).toBe("small-instruct");
    expect(sent.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(sent.messages[1]?.content).toBe(QUESTION);
    expect(sent.messages[0]?.content).toContain("Parkeren kan gratis achter de kerk.");
    expect(Object.keys(sent).toSorted()).toEqual([
      "max_tokens",
      "messages",
      "model",
      "stream",
      "temperature",
    ]);
  });

  it("is made once for two tabs that ask for it at the same time, and again for nobody", async () => {
    let go = () => {};
    endpoint.behaviour = async (response, request) => {
      await new Promise<void>((resolve) => (go = resolve));
      await says("[1] Gratis achter de kerk.")(response, request);
    };
    const said = await says1(QUESTION);
    const request = { type: "ask-answer", conversation: said.conversation, message: said.message } as const;
    visitor.send(request);
    visitor.send(request);
    await expect.poll(() => endpoint.heard.length).toBe(1);
    go();
    await expect
      .poll(
        () =>
          visitor.heard.filter((heard) => heard.type === "answer-over" && heard.message === said.message)
            .length,
      )
      .toBe(2);
    visitor.send(request);
    await expect
      .poll(
        () =>
          visitor.heard.filter((heard) => heard.type === "answer-over" && heard.message === said.message)
            .length,
      )
      .toBe(3);
    expect([endpoint.heard.length, (await stored(said)).length]).toEqual([1, 1]);
  });

  it("is told of in the site's configuration only where there is one and something is known", async () => {
    const config = (await (
      await get(server.url, `/api/sites/${SITE}`, { origin: PAGE_ORIGIN })
    ).json()) as SiteConfig;
    expect(config.assistant?.patienceMs).toBeGreaterThan(TIMEOUT_MS);
    expect(JSON.stringify(config)).not.toContain(KEY);
    const plain = await startTestServer();
    const without = (await (
      await get(plain.url, `/api/sites/${SITE}`, { origin: PAGE_ORIGIN })
    ).json()) as SiteConfig;
    expect(without).not.toHaveProperty("assistant");
    await plain.close();
  });
});

describe("F1 an answer that cannot be believed is none, and leaves nothing behind", () => {
  it.each<[string, Behaviour]>([
    ["says that the entries do not hold it", says("[none]")],
    ["cites nothing", says("U parkeert gratis achter de kerk.")],
    ["cites at the end only", says("U parkeert gratis achter de kerk. [1]")],
    ["cites an entry that it was not given", says("[7] U parkeert gratis achter de kerk.")],
    ["cites the entry's name instead of its number", says("[parking] U parkeert gratis achter de kerk.")],
    ["cites and says nothing", says("[1]")],
    ["makes a price up", says("[1] Parkeren achter de kerk kost 12,50 per dag.")],
    ["makes a link up", says("[1] Parkeren: zie https://evil.example/pay.")],
    ["makes a mail address up", says("[1] Mail over parkeren naar info@evil.example.")],
    [
      "obeys the visitor and talks of something else",
      says("[1] Aye matey, pirates sail seven oceans, hoist black flags!"),
    ],
    ["never stops", says("[1] ", ...Array.from({ length: 900 }, () => "parkeren kerk "))],
    ["is cut off by its own limit", isCutOff("[1] U parkeert gratis achter de kerk, maar")],
    ["refuses with 401", refuses(401)],
    ["refuses with 429", refuses(429)],
    ["refuses with 500", refuses(500)],
    [
      "streams rubbish",
      (response) => (begin(response), void response.end("data: {]}\n\ndata: \u0000\u0001\n\n")),
    ],
    [
      "answers with a web page",
      (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    ],
    ["closes before a word", (response) => void response.destroy()],
    [
      "closes in the middle",
      (response) => {
        begin(response);
        write(response, "[1] U parkeert gratis achter ");
        setImmediate(() => response.destroy());
      },
    ],
    [
      "ends in the middle without saying so",
      (response) => {
        begin(response);
        write(response, "[1] U parkeert gratis achter de kerk");
        response.end();
      },
    ],
    ["hangs before a word", () => {}],
    [
      "hangs in the middle",
      (response) => {
        begin(response);
        write(response, "[1] U parkeert gratis achter de ");
      },
    ],
  ])("the endpoint %s", async (_what, behaviour) => {
    const started = performance.now();
    const asked = await ask(behaviour);
    expect(asked.over.answer).toBeNull();
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS + 2_000);
    expect(await stored(asked)).toEqual([]);
    expect(asked.parts.join(" ")).not.toMatch(/evil|12,50|pirate/);
  });

  it("markup is taken out of an answer that is one", async () => {
    const written =
      "[1] <b>U parkeert</b> **gratis** <script>alert(1)</script>achter de [kerk](https://evil.example), zie https://example.org/route. [1]\u202e";
    const { over } = await ask(says(written.slice(0, 9), written.slice(9, 60), written.slice(60)));
    expect(over.answer?.text).toBe("U parkeert gratis achter de kerk, zie https://example.org/route.");
  });
});

describe("when no model is asked", () => {
  it.each([
    ["H15 whoever wants a viewing", "Kan ik het huis bezichtigen bij het kantoor met parkeren?"],
    [
      "T13 a complex question about the price",
      "Wat is er onderhandelbaar aan de prijs van parkeren bij het kantoor?",
    ],
    ["what is known by heart", "Kan ik bij jullie parkeren?"],
    ["what nothing is known of", "Zwemmen olifanten?"],
  ])("%s", async (_what, text) => {
    expect((await ask(says("[1] Achter de kerk."), text)).over.answer).toBeNull();
    expect(endpoint.heard).toEqual([]);
  });

  it("Q14 T15 once a person has the conversation; and an answer that comes then is not stored", async () => {
    let go = () => {};
    endpoint.behaviour = async (response, request) => {
      await new Promise<void>((resolve) => (go = resolve));
      await says("[1] Gratis achter de kerk.")(response, request);
    };
    const said = await says1(QUESTION);
    const request = { type: "ask-answer", conversation: said.conversation, message: said.message } as const;
    visitor.send(request);
    await expect.poll(() => endpoint.heard.length).toBe(1);
    const handoff = {
      type: "request-handoff",
      trigger: "human_request",
      source: "button",
      message: null,
    } as const;
    expect(await visitor.ask({ ...handoff, id: newSendId(), conversation: said.conversation })).toBe(
      "accepted",
    );
    go();
    expect((await overFor(said.message)).over.answer).toBeNull();
    visitor.send(request);
    await expect
      .poll(
        () =>
          visitor.heard.filter((heard) => heard.type === "answer-over" && heard.message === said.message)
            .length,
      )
      .toBe(2);
    expect([endpoint.heard.length, await stored(said)]).toEqual([1, []]);
  });

  it("Q16 for somebody else's conversation, or for a message that is not there", async () => {
    endpoint.behaviour = says("[1] Gratis achter de kerk.");
    const said = await says1(QUESTION);
    const stranger = await server.visitor();
    stranger.send({ type: "ask-answer", conversation: said.conversation, message: said.message });
    expect((await overFor(said.message, stranger)).over.answer).toBeNull();
    const missing = newSendId();
    visitor.send({ type: "ask-answer", conversation: said.conversation, message: missing });
    expect((await overFor(missing)).over.answer).toBeNull();
    expect(endpoint.heard).toEqual([]);
  });

  it("Q20 for somebody who asks faster than people do", async () => {
    endpoint.behaviour = says("[1] Gratis achter de kerk.");
    const flooder = await server.visitor();
    const said = await says1(QUESTION, flooder);
    for (let turn = 0; turn < 60; turn += 1)
      flooder.send({ type: "ask-answer", conversation: said.conversation, message: `m-${turn}` as SendId });
    await expect.poll(() => flooder.heard.filter(({ type }) => type === "answer-over").length).toBe(60);
    flooder.send({ type: "ask-answer", conversation: said.conversation, message: said.message });
    expect((await overFor(said.message, flooder)).over.answer).toBeNull();
    expect(endpoint.heard).toEqual([]);
  });
});
