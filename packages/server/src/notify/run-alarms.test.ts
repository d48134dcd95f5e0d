/** Whom Sophie wakes up and writes to, when, and when not: a real push service and mail server, on a clock that a test moves. */
import {
  type AgentId,
  DEFAULT_NOTIFICATION_SETTINGS,
  type Handoff,
  NO_SUMMARY,
  type NotificationSettings,
  SendId,
} from "@sophie/engine";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changing } from "../storage/testing/builders.ts";
import { ClockedWorld, GENERAL, settingsWith } from "../testing/clocked-world.ts";
import { type MailServer, openMailServer } from "../testing/mail-server.ts";
import { type Browser, openPushService, type PushService } from "../testing/push-service.ts";
import { createMailer } from "./mailer.ts";
import { createPusher } from "./pusher.ts";
import { type AlarmPorts, tellAlarms } from "./run-alarms.ts";

const START = "2026-11-23T09:00:00Z";
const MINUTE_MS = 60_000;
const ANA = "ana" as AgentId;
const BEN = "ben" as AgentId;

let here: ClockedWorld;
let service: PushService;
let post: MailServer;
let phone: Browser;
let ports: AlarmPorts;
beforeAll(async () => void ([service, post] = await Promise.all([openPushService(), openMailServer()])));
afterAll(() => Promise.all([service.close(), post.close()]));
beforeEach(async () => {
  here = await ClockedWorld.open(START, settingsWith(null));
  service.answer = () => 201;
  post.mails.length = 0;
  here.workers = [
    { id: ANA, name: "Ana" },
    { id: BEN, name: "Ben" },
  ];
  phone = await deviceOf(ANA);
  ports = portsOf();
});
afterEach(() => here.close());

function portsOf(): AlarmPorts {
  const { secret } = here.world.storage;
  return {
    world: here.world,
    pusher: createPusher({ secret, subject: () => "mailto:it@example.org", allowPrivate: true }),
    mailer: createMailer({ url: post.url, from: "Sophie <sophie@example.org>" }),
    addressesOf: async (agents) =>
      new Map(agents.map((id) => [id, { name: id.toUpperCase(), email: `${id}@example.org` }])),
    linkTo: ({ id }) => `https://chat.example.org/desk/#/handoffs/${id}`,
    onFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
  };
}

async function deviceOf(agent: AgentId): Promise<Browser> {
  const browser = service.browser();
  const { endpoint, keys } = browser;
  const device = { id: endpoint, agent, endpoint, keys, language: "en", createdAt: here.at } as const;
  await here.world.storage.saveDevice(device);
  return browser;
}

function settle(agent: AgentId, change: Partial<NotificationSettings>): Promise<void> {
  return here.world.storage.saveNotificationSettings(agent, { ...DEFAULT_NOTIFICATION_SETTINGS, ...change });
}

const urgent = (more: Partial<Handoff> = {}) =>
  here.waiting("urgent", { dueAt: here.at + 15 * MINUTE_MS, target: targetOf(15), ...more });

function targetOf(minutes: number): Handoff["target"] {
  const ms = minutes * MINUTE_MS;
  return { ms, clock: "wall", stopOn: "first_response", from: here.at, warnAt: here.at + ms, counted: null };
}

/** Lets so much time pass, and tells what is due at its end. */
async function pass(minutes: number): Promise<void> {
  await here.until(here.at + minutes * MINUTE_MS);
  while ((await tellAlarms(ports)) > 0);
}

async function claim(handoff: Handoff): Promise<void> {
  const now = await here.handoff(handoff);
  const claimed: Handoff = {
    ...now,
    status: "assigned",
    version: now.version + 1,
    assignee: { id: BEN, name: "Ben" },
  };
  await here.world.storage.change(changing(handoff.conversation, { handoff: claimed }));
}

const kinds = (browser: Browser) => browser.pushed.map(({ message }) => message.kind);

describe("web push", () => {
  it("H93 an urgent handoff wakes up each agent of the queue once, with what to know and nothing that the visitor wrote", async () => {
    const evidence = {
      message: "m",
      text: "Bel mij: 06-12345678",
      spans: [],
    } as unknown as Handoff["evidence"];
    const handoff = await urgent({ evidence, info: { name: "Jan" } });
    const [bens, neighbour] = [await deviceOf(BEN), portsOf()];
    await here.until(here.at);
    await Promise.all([tellAlarms(ports), tellAlarms(neighbour)]);
    await pass(1);
    await here.world.storage.change(
      changing(handoff.conversation, { handoff: { ...handoff, score: 91, version: 2 } }),
    );
    await pass(0.5);

    expect([phone.pushed.length, bens.pushed.length]).toEqual([1, 1]);
    const [told] = phone.pushed;
    expect(told?.message).toEqual({
      kind: "urgent",
      language: "en",
      handoff: handoff.id,
      trigger: "demo_request",
      triggerName: null,
      priority: "urgent",
      site: expect.any(String),
      dueAt: handoff.dueAt,
    });
    expect(told?.headers).toMatchObject({ urgency: "high", ttl: "900", "content-encoding": "aes128gcm" });
    expect(told?.claims).toMatchObject({ sub: "mailto:it@example.org" });
  });

  it("H93 what is claimed is taken away under the same topic, by which a push service replaces what it still has", async () => {
    const handoff = await urgent();
    await pass(0);
    await claim(handoff);
    await pass(0);
    expect(kinds(phone)).toEqual(["urgent", "over"]);
    const [topic, again] = phone.pushed.map(({ headers }) => headers["topic"]);
    expect(topic).toMatch(/^[\w-]{32}$/);
    expect(again).toBe(topic);
    await pass(60);
    expect(phone.pushed).toHaveLength(2);
  });

  it("H93 what was claimed in the meantime is told to nobody; claimed while it is on its way, it is taken back at once", async () => {
    await claim(await urgent());
    await pass(0);
    expect(phone.pushed).toEqual([]);
    const handoff = await urgent();
    service.answer = async () => {
      service.answer = () => 201;
      await claim(handoff);
      await here.world.storage.endAlarms(here.at);
      return 201;
    };
    await pass(0);
    expect(kinds(phone)).toEqual(["urgent", "over"]);
  });

  it("H93 nobody is woken up whose desk is in sight, who wants no push, is not in the queue, or works here no more", async () => {
    const limitTo = (members: AgentId[]) => {
      const queues = here.settings.queues.map((queue) => ({ ...queue, members }));
      here.settings = { ...here.settings, queues };
    };
    const cases: readonly (() => void | Promise<void>)[] = [
      () => void here.looking.add(ANA),
      () => (here.looking.clear(), settle(ANA, { push: false })),
      () => (limitTo([BEN]), settle(ANA, {})),
      () => (limitTo([ANA, BEN]), void (here.workers = [{ id: BEN, name: "Ben" }])),
    ];
    for (const begin of cases) {
      await begin();
      await urgent();
      await pass(1);
    }
    expect(phone.pushed).toEqual([]);
  });

  it("H93 nor is anybody where it is not urgent, and where nobody is called", async () => {
    await here.waiting("high");
    await urgent({ mode: "none" });
    await pass(1);
    expect(phone.pushed).toEqual([]);
  });

  it("H83 quiet hours hold it back until they end, if there is still time then", async () => {
    const quiet = { zone: "UTC", days: [0], from: "08:00", to: "09:10" };
    await settle(ANA, { quiet });
    await settle(BEN, { quiet: { ...quiet, to: "09:30" } });
    const bens = await deviceOf(BEN);
    await urgent();
    await pass(9);
    expect(phone.pushed).toEqual([]);
    await pass(1.5);
    expect(phone.pushed[0]?.headers["ttl"]).toBe("270");
    for (let minute = 0; minute < 25; minute += 1) await pass(1);
    expect([kinds(phone), kinds(bens)]).toEqual([["urgent"], []]);
  });

  it("H93 a browser that has gone (404, 410) is forgotten", async () => {
    const laptop = await deviceOf(ANA);
    service.answer = ({ endpoint }) => (endpoint === laptop.endpoint ? 410 : 404);
    await urgent();
    await pass(10);
    expect([phone.pushed.length, laptop.pushed.length]).toEqual([1, 1]);
    expect(await here.world.storage.devicesOf([ANA])).toEqual([]);
  });

  it("H93 a push service that fails is tried again later and later, not after it is due, and a process that died is stood in for", async () => {
    const refused = await deviceOf(BEN);
    let failing = 2;
    service.answer = ({ endpoint }) => (endpoint === refused.endpoint || failing-- > 0 ? 500 : 201);
    await urgent();
    await pass(0);
    await pass(0.05);
    expect(phone.pushed).toHaveLength(1);
    await pass(0.05);
    expect(phone.pushed).toHaveLength(2);
    const due = await here.world.storage.dueAlarms(Number.MAX_SAFE_INTEGER, 9);
    const mine = due.find(({ agent, way }) => agent === ANA && way !== "mail");
    if (mine === undefined) throw new Error("It is tried again.");
    // Somebody takes it, and dies.
    await here.world.storage.claimAlarm(mine, here.at + MINUTE_MS);
    await pass(0.9);
    expect(phone.pushed).toHaveLength(2);
    await pass(0.1);
    expect(phone.pushed).toHaveLength(3);
    for (let minute = 0; minute < 30; minute += 1) await pass(1);
    expect([phone.pushed.length, refused.pushed.length]).toEqual([3, 5]);
  });
});

describe("mail", () => {
  const toAna = () => post.mails.filter(({ to }) => to.includes("ana@example.org"));

  it("H83 is written when something urgent waited for five minutes, once to each, in their language, and says where to go", async () => {
    await settle(ANA, {
      language: "en",
      quiet: { zone: "America/New_York", days: [6], from: "01:00", to: "02:00" },
    });
    const handoff = await urgent();
    await pass(4.9);
    expect(post.mails).toEqual([]);
    await pass(0.2);
    await pass(60);
    expect(post.mails).toHaveLength(2);
    const [mail] = toAna();
    expect(mail?.headers.get("subject")).toMatch(
      /^Urgent: Demo request · .+ · answer before Mon,? 23 Nov,? 04:15$/,
    );
    expect(mail?.headers.get("from")).toBe("Sophie <sophie@example.org>");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.text).toContain("waited for 5 minutes");
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(`https://chat.example.org/desk/#/handoffs/${handoff.id}`);
    }
    expect(post.mails.find(({ to }) => to.includes("ben@example.org"))?.text).toContain("Dag BEN,");
  });

  it("H83 is held back while anybody of the queue has it in sight, or the agent wants quiet, and not written when it was claimed", async () => {
    await settle(BEN, { quiet: { zone: "UTC", days: [0], from: "08:00", to: "09:08" } });
    here.looking.add(BEN);
    const handoff = await urgent();
    await pass(6);
    expect(post.mails).toEqual([]);
    here.looking.clear();
    await pass(0.5);
    expect(post.mails.map(({ to }) => to)).toEqual([["ana@example.org"]]);
    await claim(handoff);
    await pass(10);
    expect(post.mails).toHaveLength(1);
  });

  it("H83 is for who wants it, and is tried again unless the mail server says never", async () => {
    await settle(BEN, { mail: false });
    post.refuseWith = 451;
    await urgent();
    await pass(5);
    post.refuseWith = null;
    await pass(1);
    expect(post.mails.map(({ to }) => to)).toEqual([["ana@example.org"]]);
    post.refuseWith = 550;
    await urgent();
    await pass(5);
    post.refuseWith = null;
    await pass(120);
    expect(post.mails).toHaveLength(1);
  });

  it("Q18 whatever a signal is called, it is text in the mail, makes no header of its own, and no word of the visitor's is sent", async () => {
    const triggerName =
      "<img src=x onerror=alert(1)>\r\nBcc: all@example.org\r\n\r\n<script>alert(2)</script>";
    const said = "<b>canary</b>";
    const cited = { text: said, cites: [] };
    await urgent({
      trigger: "custom",
      triggerName,
      queue: GENERAL,
      evidence: { message: SendId.parse("said"), text: said, spans: [] },
      summary: { ...NO_SUMMARY, sought: cited, opener: said },
      info: { name: said, email: "canary@example.org" },
    });
    await pass(5);
    const [mail] = toAna();
    expect(mail?.to).toEqual(["ana@example.org"]);
    expect(mail?.headers.has("bcc")).toBe(false);
    expect(mail?.headers.get("subject")).toContain("<img src=x onerror=alert(1)> Bcc: all@example.org");
    expect(mail?.html).not.toMatch(/<(?:img|script)/i);
    expect(mail?.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(JSON.stringify([mail?.text, mail?.html, ...(mail?.headers ?? []), phone.pushed])).not.toContain(
      "canary",
    );
  });
});
