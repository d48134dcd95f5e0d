/** An agent's own notifications over HTTP, and the whole way of one: two servers on one PostgreSQL, a desk, a push service. */
import { DEFAULT_NOTIFICATION_SETTINGS, type PushMessage } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { changing, handoffOf, newConversation } from "../storage/testing/builders.ts";
import { createTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { type MailServer, openMailServer } from "../testing/mail-server.ts";
import { type Browser, openPushService, type PushService } from "../testing/push-service.ts";
import { call, post } from "../testing/test-calls.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "../testing/test-server.ts";
import { AGENT_HELLO, TestSocket } from "../testing/test-socket.ts";

const PATH = "/api/notifications";
const WAIT = { timeout: 15_000 };

let service: PushService;
let mail: MailServer;
let database: TestDatabase;
let server: TestServer;
let neighbour: TestServer;
let ana: TestPerson;
beforeAll(async () => {
  [service, mail, database] = await Promise.all([openPushService(), openMailServer(), createTestDatabase()]);
  const environment = {
    SOPHIE_DATABASE_URL: database.url,
    SOPHIE_WEBHOOK_ALLOW_PRIVATE: "1",
    SOPHIE_SMTP_URL: mail.url,
    SOPHIE_MAIL_FROM: "sophie@example.org",
  };
  server = await startTestServer({ environment });
  neighbour = await startTestServer({ environment });
  ana = await server.person("Ana", "agent");
});
afterAll(async () => {
  await Promise.all([server.close(), neighbour.close()]);
  await Promise.all([service.close(), mail.close(), database.drop()]);
});

async function asked(person: TestPerson, from = server): Promise<Record<string, unknown>> {
  return (await fetch(from.url + PATH, { headers: { cookie: person.cookie } })).json() as Promise<
    Record<string, unknown>
  >;
}

const send = (path: string, body: unknown, { cookie }: TestPerson = ana) =>
  post(server.url, PATH + path, body, { cookie });

async function register(person: TestPerson): Promise<Browser> {
  const browser = service.browser();
  const { endpoint, keys } = browser;
  const answer = await send("/devices", { endpoint, keys, language: "nl" }, person);
  expect(answer.status).toBe(200);
  return browser;
}

async function urgent(): Promise<void> {
  const conversation = newConversation();
  const now = Date.now();
  const handoff = handoffOf(conversation, {
    site: SITE,
    priority: "urgent",
    createdAt: now,
    updatedAt: now,
    cycleAt: now,
  });
  await server.world.storage.change(changing(conversation, { handoff }, null, SITE));
}

const messages = (browser: Browser): readonly PushMessage[] => browser.pushed.map(({ message }) => message);

/** A desk's socket at any of the servers, greeted. */
async function deskAt({ url }: TestServer, { cookie }: TestPerson): Promise<TestSocket> {
  const socket = new TestSocket(`${url.replace("http", "ws")}/sockets/agent`, { origin: url, cookie });
  await socket.opened();
  socket.send(AGENT_HELLO);
  await socket.next("agent-welcome");
  return socket;
}

/** Nothing is left to be told now. */
async function allTold(): Promise<void> {
  const waits = async () => {
    const due = await server.storage.dueTimers(Date.now(), 100);
    return due.length + (await server.storage.dueAlarms(Date.now() + 120_000, 100)).length;
  };
  await expect.poll(waits, WAIT).toBe(0);
}

it("H83 keeps how an agent wants to be told, for every process, and refuses what it cannot keep", async () => {
  expect(await asked(ana)).toMatchObject({ settings: DEFAULT_NOTIFICATION_SETTINGS, devices: 0 });
  const quiet = { zone: "Europe/Lisbon", days: [5, 6], from: "20:00", to: "09:00" };
  const settings = { sound: false, push: true, mail: false, quiet, language: "en" };
  const saved = await call(server.url, "PUT", PATH, settings, { cookie: ana.cookie });
  expect(saved.status).toBe(200);
  expect(await asked(ana, neighbour)).toMatchObject({ settings });
  const ben = await server.person("Ben", "agent");
  expect(await asked(ben)).toMatchObject({ settings: DEFAULT_NOTIFICATION_SETTINGS });
  // A browser that one process has let in is good for the others.
  const keys = [await asked(ben), await asked(ben, neighbour)].map(({ publicKey }) => publicKey);
  expect(keys[0]).toMatch(/^B[\w-]{86}$/);
  expect(keys[1]).toBe(keys[0]);
  const wrong = { ...settings, quiet: { ...quiet, zone: "Nowhere/None" } };
  const refused = await call(server.url, "PUT", PATH, wrong, { cookie: ana.cookie });
  expect([refused.status, await refused.json()]).toEqual([
    422,
    expect.objectContaining({ field: "quiet.zone" }),
  ]);
  const again = await call(server.url, "PUT", PATH, DEFAULT_NOTIFICATION_SETTINGS, { cookie: ana.cookie });
  expect(again.status).toBe(200);
});

it("H93 a test reaches the device that asks for it and says what happened; of a device of somebody else nothing is sent", async () => {
  const [ben, cas] = [await server.person("Ben", "agent"), await server.person("Cas", "agent")];
  const browser = await register(ben);
  const test = { way: "push", endpoint: browser.endpoint, id: "try-1" };
  expect(await (await send("/test", test, ben)).json()).toEqual({ ok: true });
  expect(messages(browser)).toEqual([{ kind: "test", language: "nl", id: "try-1" }]);
  expect(await (await send("/test", test, cas)).json()).toMatchObject({ ok: false, why: "gone" });
  service.answer = () => 500;
  expect(await (await send("/test", test, ben)).json()).toEqual({ ok: false, why: "refused", status: 500 });
  service.answer = () => 201;
  expect(messages(browser)).toHaveLength(2);
  expect(await (await send("/test", { way: "mail" }, ben)).json()).toEqual({ ok: true });
  expect(mail.mails.at(-1)?.to).toEqual([(await asked(ben))["mailTo"]]);
  await send("/devices/forget", { endpoint: browser.endpoint }, cas);
  expect(await asked(ben)).toMatchObject({ devices: 1 });
  await send("/devices/forget", { endpoint: browser.endpoint }, ben);
  expect(await asked(ben)).toMatchObject({ devices: 0 });
  const many = await Promise.all(Array.from({ length: 8 }, () => send("/test", { way: "mail" }, cas)));
  expect(many.map(({ status }) => status)).toContain(429);
});

it("H93 takes no address in one's own network, no keys that are none, and says so where no mail can be sent", async () => {
  const strict = await startTestServer();
  const person = await strict.person("Ana", "agent");
  const { keys } = service.browser();
  const device = { endpoint: "https://169.254.169.254/latest", keys, language: "nl" };
  const at = (body: object) => post(strict.url, `${PATH}/devices`, body, { cookie: person.cookie });
  expect((await at(device)).status).toBe(422);
  expect((await at({ ...device, endpoint: "http://push.example.org/x" })).status).toBe(422);
  expect(
    (await at({ ...device, endpoint: "https://push.example.org/x", keys: { ...keys, auth: "x" } })).status,
  ).toBe(422);
  expect((await at({ ...device, endpoint: "https://push.example.org/x" })).status).toBe(200);
  expect(await asked(person, strict)).toMatchObject({ mailTo: null, devices: 1 });
  const test = await post(strict.url, `${PATH}/test`, { way: "mail" }, { cookie: person.cookie });
  expect(await test.json()).toMatchObject({ ok: false, why: "none" });
  await strict.close();
});

it("H93 with two processes an urgent handoff wakes a device up once, and not while a desk at either of them is in sight", async () => {
  const [ben, browser] = [await server.person("Ben", "agent"), await register(ana)];
  const bens = await register(ben);
  const desk = await deskAt(neighbour, ana);
  desk.send({ type: "set-visibility", visible: true });
  await expect.poll(() => server.world.isLooking(ana.id), WAIT).toBe(true);
  await urgent();
  await expect.poll(() => messages(bens).length, WAIT).toBe(1);
  desk.send({ type: "set-visibility", visible: false });
  await expect.poll(() => server.world.isLooking(ana.id), WAIT).toBe(false);
  await urgent();
  await expect.poll(() => messages(browser).length, WAIT).toBe(1);
  desk.send({ type: "set-visibility", visible: true });
  await expect.poll(() => server.world.isLooking(ana.id), WAIT).toBe(true);
  desk.socket.close();
  // Whoever has closed the page looks no more.
  await expect.poll(() => server.world.isLooking(ana.id), WAIT).toBe(false);
  await allTold();
  expect([messages(browser).length, messages(bens).length]).toEqual([1, 2]);
});
