/** Webhooks against receivers that are slow, broken, gone or mean. Real sockets; only the clock is the test's. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SiteId, type WebhookEvent } from "@sophie/engine";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, it } from "vitest";
import { changing, handoffOf, newConversation } from "../storage/testing/builders.ts";
import { openStorage, type OpenStorage } from "../storage/open-storage.ts";
import { deliverDue, type DeliveryPorts, RETRY_AFTER_MS } from "./run-deliveries.ts";

const SECRET = `whsec_${Buffer.from("a secret of thirty-two bytes, ok").toString("base64")}`;
const SITE = SiteId.parse("hooked");
const EVENTS: WebhookEvent[] = ["handoff.created", "handoff.started", "handoff.completed"];

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let store: OpenStorage;
let receiver: Server;
let heard: Heard[];
let answer: RequestListener;
let at: number;
beforeEach(async () => {
  at = 1_800_000_000_000;
  folder = await mkdtemp(join(tmpdir(), "sophie-webhooks-"));
  heard = [];
  answer = (_request, response) => void response.writeHead(204).end();
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      heard.push({ path: request.url ?? "", headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  store = await openStorage({ url: null, file: join(folder, "sophie.db"), now: () => at });
});
afterEach(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await store.storage.close();
  await rm(folder, { recursive: true });
});

const ports = (more: Partial<DeliveryPorts> = {}): DeliveryPorts => ({
  storage: store.storage,
  now: () => at,
  chance: () => 0,
  allowPrivate: true,
  timeoutMs: 300,
  onFault: (_what, error) => {
    throw error;
  },
  ...more,
});
const home = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const log = () => store.storage.deliveriesOf(SITE, 50);

async function subscribe(url = home()): Promise<void> {
  const webhook = { url, events: EVENTS, isOn: true, version: 1, secret: SECRET };
  expect(await store.storage.saveWebhook(SITE, webhook)).toBe(true);
}

/** A handoff that is created, started and completed, each in a commit of its own. */
async function lived(): Promise<void> {
  const conversation = newConversation();
  const handoff = handoffOf(conversation, { site: SITE });
  const steps = [
    ["create", "pending"],
    ["start", "in_progress"],
    ["complete", "completed"],
  ] as const;
  for (const [index, [action, to]] of steps.entries()) {
    const version = index + 1;
    const by = { kind: "system" } as const;
    const step = { kind: "handoff", handoff: handoff.id, action, from: null, to, by, version } as const;
    const entries = [{ ...step, assignee: null, reason: null }];
    const next = { ...handoff, status: to, version };
    const open = { site: SITE, visitor: handoff.visitor, language: "nl" } as const;
    await store.storage.change(
      index === 0
        ? changing(conversation, { open, entries, handoff: next })
        : { conversation, id: null, decide: () => ({ ok: true, value: { entries, handoff: next } }) },
    );
  }
}

async function deliverAll(more?: Partial<DeliveryPorts>): Promise<void> {
  while ((await deliverDue(ports(more))) > 0);
}

it("F22 Q21 each step is posted once, signed, and in the order in which it happened", async () => {
  await subscribe();
  await lived();
  await deliverAll();
  const told = heard.map(({ body, headers }) => {
    const signed = { "webhook-id": "", "webhook-timestamp": "", "webhook-signature": "" };
    for (const name of Object.keys(signed) as (keyof typeof signed)[]) signed[name] = String(headers[name]);
    expect(Math.abs(Number(signed["webhook-timestamp"]) * 1_000 - at)).toBeLessThan(1_000);
    expect(isSigned(body, signed)).toBe(true);
    expect(isSigned(`${body} `, signed)).toBe(false);
    return JSON.parse(body);
  });
  expect(told.map(({ type, data }) => [type, data.status])).toEqual([
    ["handoff.created", "pending"],
    ["handoff.started", "in_progress"],
    ["handoff.completed", "completed"],
  ]);
  expect((await log()).map(({ status }) => status)).toEqual(["delivered", "delivered", "delivered"]);
});

/** As a receiver checks it: by the same bytes, the same id and the same time. */
function isSigned(
  body: string,
  { "webhook-id": id, "webhook-timestamp": when, "webhook-signature": signature }: Record<string, string>,
): boolean {
  return new Webhook(SECRET).sign(id ?? "", new Date(Number(when) * 1_000), body) === signature;
}

it("Q21 after a failure it is tried again later and later, under the same id, and what comes after it waits", async () => {
  await subscribe();
  await lived();
  answer = (_request, response) => void response.writeHead(heard.length < 3 ? 500 : 200).end();
  await deliverAll();
  expect(heard).toHaveLength(1);
  at += (RETRY_AFTER_MS[0] ?? 0) - 1;
  await deliverAll();
  expect(heard).toHaveLength(1);
  at += 1;
  await deliverAll();
  at += RETRY_AFTER_MS[1] ?? 0;
  await deliverAll();
  const types = heard.map(({ body }) => JSON.parse(body).type);
  expect(types).toEqual([
    "handoff.created",
    "handoff.created",
    "handoff.created",
    "handoff.started",
    "handoff.completed",
  ]);
  expect(new Set(heard.slice(0, 3).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

it("Q21 what never arrives is given up after the schedule, does not hold up the rest, and can be replayed", async () => {
  await subscribe();
  await lived();
  answer = (_request, response) =>
    void response.writeHead(heard.at(-1)?.body.includes("handoff.created") ? 500 : 200).end();
  await deliverAll();
  for (const waitMs of RETRY_AFTER_MS) {
    at += waitMs;
    await deliverAll();
  }
  const [, , created] = await log();
  expect(created).toMatchObject({ status: "dead", tries: 10, response: 500, fault: "status" });
  expect((await log()).map(({ status }) => status)).toEqual(["delivered", "delivered", "dead"]);
  answer = (_request, response) => void response.writeHead(200).end();
  expect(await store.storage.replayDelivery(SITE, created?.id ?? "", at)).toBe(true);
  await deliverAll();
  expect((await log()).map(({ status }) => status)).toEqual(["delivered", "delivered", "delivered"]);
});

it("Q21 a receiver that does not answer is let go of in time, and one that answers late has been told all the same", async () => {
  await subscribe();
  await lived();
  const late: (() => void)[] = [];
  answer = (_request, response) => void late.push(() => response.writeHead(200).end());
  await deliverDue(ports());
  expect((await log()).at(-1)).toMatchObject({
    status: "pending",
    fault: "timeout",
    response: null,
    tries: 1,
  });
  for (const finish of late) finish();
  answer = (_request, response) => void response.writeHead(200).end();
  at += RETRY_AFTER_MS[0] ?? 0;
  await deliverAll();
  expect((await log()).at(-1)).toMatchObject({ status: "delivered", tries: 2 });
});

it("Q21 a redirect is not followed, wherever it leads", async () => {
  await subscribe();
  await lived();
  answer = (_request, response) =>
    void response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
  await deliverDue(ports());
  expect(heard).toHaveLength(1);
  expect((await log()).at(-1)).toMatchObject({ fault: "redirect", response: 302, status: "pending" });
});

it.each([
  "http://127.0.0.1:80/",
  "https://localhost/",
  "https://169.254.169.254/",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
])("Q21 nothing is sent to %s", async (url) => {
  await subscribe(url);
  await lived();
  await deliverDue(ports({ allowPrivate: false, timeoutMs: 5_000 }));
  expect((await log()).at(-1)).toMatchObject({ fault: "forbidden_address", response: null });
});

it("Q21 who says that it is gone is not asked again", async () => {
  await subscribe();
  await lived();
  answer = (_request, response) => void response.writeHead(410).end();
  await deliverDue(ports());
  expect((await log()).at(-1)).toMatchObject({ status: "dead", response: 410 });
});

it("Q21 what a process had taken when it died is delivered by another one later", async () => {
  await subscribe();
  await lived();
  const [due] = await store.storage.dueDeliveries(at, 1);
  if (due === undefined) throw new Error("It is due.");
  expect(await store.storage.claimDelivery(due, at + 60_000)).toBe(true);
  await deliverAll();
  expect(heard).toEqual([]);
  at += 60_000;
  await deliverAll();
  expect(heard).toHaveLength(3);
});
