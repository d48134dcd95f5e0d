/** Tickets by API against a real server: keys, what is refused, once and no more, and the way to the desk (F21). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AgentMessage, Handoff, SendId, SiteId, VisitorId } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requestHandoff } from "./commands/request-handoff.ts";
import { ticketName } from "./commands/ticket-name.ts";
import { get, post } from "./testing/test-calls.ts";
import {
  OTHER_SITE,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "./testing/test-server.ts";
import { newConversationId, newSendId } from "./testing/test-socket.ts";

const KEYS = `/api/sites/${SITE}/api-keys`;

let server: TestServer;
let admin: TestPerson;
let agent: TestPerson;
let key: string;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.person("Ada", "admin", [SITE, OTHER_SITE]);
  agent = await server.person("Ana", "agent", [SITE, OTHER_SITE]);
  key = (await made("Webwinkel")).key;
});
afterAll(() => server.close());

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly tail: string;
  readonly madeBy: string;
  readonly revokedAt: number | null;
}

async function made(name: string, path = KEYS): Promise<{ key: string; keys: readonly Shown[] }> {
  const response = await post(server.url, path, { name }, { cookie: admin.cookie });
  expect(response.status).toBe(201);
  return (await response.json()) as { key: string; keys: readonly Shown[] };
}

const TICKET = { message: "Wanneer wordt mijn bestelling geleverd?", email: "jan@example.org", name: "Jan" };

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly error?: string;
  readonly field?: string;
  readonly problems?: readonly { readonly path: string; readonly code: string }[];
  readonly ticket?: Pick<Handoff, "id" | "status" | "priority" | "queue" | "trigger" | "dueAt">;
}

let calls = 0;

async function handIn(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  shown: string = key,
): Promise<Answer> {
  calls += 1;
  const response = await fetch(`${server.url}/api/tickets`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${shown}`,
      "content-type": "application/json",
      "idempotency-key": `call-${calls}`,
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const retryAfter = response.headers.get("retry-after");
  return { status: response.status, retryAfter, ...((await response.json()) as object) };
}

const stored = async ({ ticket }: Answer) => {
  const handoff = ticket === undefined ? null : await server.storage.handoff(ticket.id);
  if (handoff === null) throw new Error("No ticket was made.");
  return handoff;
};

it("F21 the example of docs/tickets.md makes a ticket, word for word", async () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/tickets.md"), "utf8");
  const example = /```sh\n(curl [^]*?)```/.exec(page)?.[1] ?? "";
  const filled = example.replaceAll("$SOPHIE_URL", server.url).replaceAll("$SOPHIE_KEY", key);
  const url = /^curl "([^"]+)"/.exec(filled)?.[1] ?? "";
  const headers = Object.fromEntries(
    [...filled.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
  const body = /-d '([^]*)'/.exec(filled)?.[1] ?? "";
  const response = await fetch(url, { method: "POST", headers, body });
  expect(response.status).toBe(201);
  const { ticket } = (await response.json()) as Required<Answer>;
  expect(ticket).toMatchObject({ status: "pending", trigger: "demo_request", queue: "general" });
  expect(await server.storage.handoff(ticket.id)).toMatchObject({
    channel: "api",
    source: "api",
    mode: "async",
    info: { name: "Jan de Vries", email: "jan@example.org", order: "1042" },
    evidence: { text: "Bestelling 1042\n\nKan ik het huis aan de Dorpstraat bezichtigen?" },
  });
});

it("F21 one desk shows handoffs of three sites and a ticket, and hears of the ticket as it comes", async () => {
  const third = "third" as SiteId;
  const known = (await server.storage.sites()).find(({ config }) => config.id === OTHER_SITE);
  if (known === undefined) throw new Error("There is another site.");
  await server.storage.saveSite({ ...known, config: { ...known.config, id: third, name: "Derde" } });
  await server.refreshSites();
  const everywhere = await server.person("Eva", "agent", [SITE, OTHER_SITE, third]);
  for (const site of [SITE, OTHER_SITE, third]) {
    const actor = { id: `visitor-of-${site}` as VisitorId, site, language: "nl" } as const;
    const asked = { trigger: "human_request", source: "button", message: null } as const;
    const ids = { id: newSendId(), conversation: newConversationId() };
    await requestHandoff(server.world, actor, { type: "request-handoff", ...ids, ...asked });
  }
  const desk = await everywhere.desk();
  const answer = await handIn(TICKET);
  const changed = await desk.next("handoff-changed");
  expect(changed.handoff).toMatchObject({ id: answer.ticket?.id, source: "api", trigger: "ticket" });
  const again = await everywhere.desk();
  const { handoffs } = await again.next("agent-welcome");
  const shown = new Set(handoffs.map(({ site, source }) => `${site} ${source}`));
  expect([...shown]).toEqual(
    expect.arrayContaining([`${SITE} button`, `${OTHER_SITE} button`, `${third} button`, `${SITE} api`]),
  );
});

it("F21 a ticket is timed and sent like any other, and says what was said, found and closed, in one commit", async () => {
  const answer = await handIn(TICKET);
  const handoff = await stored(answer);
  expect(handoff).toMatchObject({
    priority: "normal",
    trigger: "ticket",
    dueAt: handoff.createdAt + 240 * 60_000,
    target: { ms: 240 * 60_000 },
  });
  expect(answer.ticket?.dueAt).toBe(handoff.dueAt);
  const entries = await server.storage.entriesSince(handoff.conversation, 0, 10);
  expect(entries.map(({ kind }) => kind)).toEqual(["message", "handoff", "control"]);
  expect((await server.storage.stateOf(handoff.conversation))?.conversation.control).toBe("closed");
});

it("F21 nobody chats in a ticket: its agent starts it, calls, which stops the clock, and completes it", async () => {
  const handoff = await stored(await handIn(TICKET));
  const desk = await agent.desk();
  const { conversation } = handoff;
  const ask = (message: object) => {
    const whole = { id: newSendId(), handoff: handoff.id, ...message };
    return desk.ask(whole as Extract<AgentMessage, { id: SendId }>);
  };
  expect(await ask({ type: "start-handoff", version: 1 })).toBe("accepted");
  expect((await server.storage.stateOf(conversation))?.conversation.control).toBe("closed");
  const said = { type: "send-message", id: newSendId(), conversation, text: "Hallo" } as const;
  expect(await desk.ask(said)).toBe("not_in_control");
  expect(await ask({ type: "log-attempt", version: 2, how: "call" })).toBe("accepted");
  expect((await server.storage.handoff(handoff.id))?.firstResponseAt).not.toBeNull();
  expect(await ask({ type: "complete-handoff", version: 3, survey: true })).toBe("accepted");
  expect(await ask({ type: "reopen-handoff", version: 4 })).toBe("accepted");
  expect((await server.storage.stateOf(conversation))?.conversation.control).toBe("closed");
});

it("F21 sent again it is the same ticket, also ten at once; another ticket under its key is refused", async () => {
  const headers = { "idempotency-key": "once" };
  const all = await Promise.all(Array.from({ length: 10 }, () => handIn(TICKET, headers)));
  expect(all.map(({ status }) => status).toSorted((a, b) => b - a)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 200),
  ]);
  expect(new Set(all.map(({ ticket }) => ticket?.id)).size).toBe(1);
  const other = await handIn({ ...TICKET, message: "Iets anders" }, headers);
  expect(other).toMatchObject({ status: 409, error: "key_used" });
  expect((await handIn({ ...TICKET, email: "piet@example.org" }, headers)).status).toBe(409);
  const elsewhere = await made("Elders", `/api/sites/${OTHER_SITE}/api-keys`);
  expect((await handIn({ ...TICKET, message: "Iets anders" }, headers, elsewhere.key)).status).toBe(201);
});

it("F21 Q16 a visitor who guesses a key cannot take the ticket's place before it comes", async () => {
  const visitor = await server.visitor();
  const text = "Ik was hier eerst";
  const conversation = ticketName(SITE, "order-1042");
  const taken = { type: "send-message", id: newSendId(), conversation, text } as const;
  expect(await visitor.ask(taken)).toBe("rate_limited");
  expect(await handIn(TICKET, { "idempotency-key": "order-1042" })).toMatchObject({ status: 201 });
  await visitor.close();
});

it.each<[string, unknown, string, string]>([
  ["without a message", { email: "a@b.nl" }, "message", "invalid_type"],
  ["with an empty one", { ...TICKET, message: "  " }, "message", "too_small"],
  ["with one of a book", { ...TICKET, message: "x".repeat(4_000) }, "message", "too_big"],
  ["without a way back", { message: "Hallo" }, "email", "no_way_back"],
  ["with an address that is a script", { ...TICKET, email: "javascript:alert(1)" }, "email", "no_email"],
  ["with a number of letters", { ...TICKET, phone: "zes" }, "phone", "no_phone"],
  ["in Klingon", { ...TICKET, language: "tlh" }, "language", "invalid_value"],
  ["with a field that nobody knows", { ...TICKET, priority: "urgent" }, "priority", "unknown_field"],
  ["with a key that is none", { ...TICKET, fields: { "Order Nr": "1" } }, "fields.Order Nr", "not_valid"],
  [
    "with an e-mail address beside another",
    { ...TICKET, fields: { email: "x" } },
    "fields.email",
    "field_twice",
  ],
  ["that is a list", [], "", "invalid_type"],
])("F21 a ticket %s is refused, and says where and why", async (_, body, path, code) => {
  const answer = await handIn(body);
  expect(answer).toMatchObject({ status: 422, error: "invalid" });
  expect(answer.problems).toContainEqual({ path, code, sentence: expect.stringMatching(/\w/) });
});

it("F21 a call that is none is refused for what it is", async () => {
  expect(await handIn(TICKET, { "idempotency-key": "" })).toMatchObject({
    status: 422,
    field: "Idempotency-Key",
  });
  expect(await handIn("{", {})).toMatchObject({ status: 400, error: "unparsable" });
  expect(await handIn(TICKET, { "content-type": "text/plain" })).toMatchObject({ status: 415 });
  expect(await handIn({ ...TICKET, message: "x".repeat(20_000) })).toMatchObject({ status: 413 });
  for (const authorization of ["", "Basic eDp5", "Bearer sophie_", `Bearer ${key}x`]) {
    expect(await handIn(TICKET, { authorization })).toMatchObject({ status: 401, error: "bad_key" });
  }
});

it("F21 Q16 a key is made and revoked by whoever edits the bot, shown once, stored as a hash, and of its own site alone", async () => {
  const { key: secret, keys } = await made("Formulier");
  const [newest] = keys;
  expect(newest).toMatchObject({ name: "Formulier", tail: secret.slice(-4), madeBy: "Ada", revokedAt: null });
  const listed = await (await get(server.url, KEYS, { cookie: admin.cookie })).text();
  expect(listed).not.toContain(secret);
  expect(JSON.stringify(await server.storage.apiKeys(SITE))).not.toContain(secret);
  expect((await get(server.url, KEYS, { cookie: agent.cookie })).status).toBe(403);
  expect((await post(server.url, KEYS, { name: "Mijn" }, { cookie: agent.cookie })).status).toBe(403);
  const elsewhere = `/api/sites/${OTHER_SITE}/api-keys/revoke`;
  const revoke = (path: string) => post(server.url, path, { id: newest?.id }, { cookie: admin.cookie });
  expect((await revoke(elsewhere)).status).toBe(404);
  expect((await handIn(TICKET, {}, secret)).status).toBe(201);
  expect((await revoke(`${KEYS}/revoke`)).status).toBe(200);
  expect(await handIn(TICKET, {}, secret)).toMatchObject({ status: 401, error: "bad_key" });
  expect((await revoke(`${KEYS}/revoke`)).status).toBe(404);
  const notes = (await server.storage.notesOf(SITE, 2)).map(({ action }) => action);
  expect(notes).toEqual(["api-key.revoked", "api-key.made"]);
});

it("Q20 a key that never stops is slowed down, told for how long, and holds up no other", async () => {
  const [busy, calm] = [(await made("Lus")).key, (await made("Rustig")).key];
  const all = await Promise.all(Array.from({ length: 70 }, () => handIn({}, {}, busy)));
  const refused = all.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]?.retryAfter)).toBeGreaterThan(0);
  expect((await handIn(TICKET, {}, calm)).status).toBe(201);
});
