/** How the agent who asks wants to hear of what is urgent, on which devices, and whether it arrives (H83, H93). */
import { createHash, randomUUID } from "node:crypto";
import {
  type AgentId,
  DEFAULT_NOTIFICATION_SETTINGS,
  DeskLanguage,
  NotificationSettings,
} from "@sophie/engine";
import type { Context } from "hono";
import * as z from "zod";
import { testMail } from "../notify/urgent-mail.ts";
import type { Device } from "../storage/storage.ts";
import { isWebhookUrl } from "../webhooks/public-address.ts";
import { type AttemptRate, createAttempts } from "./attempts.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/notifications";
/** A test is for looking whether it works, not for filling up a mailbox. */
const TESTS: AttemptRate = { burst: 6, refillMs: 20_000 };
/** As browsers give them: a point of P-256 and sixteen bytes, base64url. */
const P256DH = /^B[\w-]{86}$/;
const AUTH = /^[\w-]{22}$/;

const Endpoint = z.string().max(2_000);
const Registration = z.object({
  endpoint: Endpoint,
  keys: z.object({ p256dh: z.string().regex(P256DH), auth: z.string().regex(AUTH) }),
  language: DeskLanguage,
});
const Leaving = z.object({ endpoint: Endpoint });
const Test = z.discriminatedUnion("way", [
  z.object({ way: z.literal("push"), endpoint: Endpoint, id: z.string().min(1).max(80) }),
  z.object({ way: z.literal("mail") }),
]);

type Deps = Pick<
  AppDeps,
  "storage" | "auth" | "pusher" | "mailer" | "clock" | "siteOf" | "allowPrivateWebhooks"
>;

export function notifications(deps: Deps): readonly Route[] {
  const { storage, auth, pusher, mailer, clock, allowPrivateWebhooks = false } = deps;
  const tests = createAttempts(TESTS, () => clock.now());
  const me = (context: Context<Env>) => context.get("signedIn").agent;

  async function settingsOf(agent: AgentId): Promise<NotificationSettings> {
    return (await storage.notificationSettings([agent])).get(agent) ?? DEFAULT_NOTIFICATION_SETTINGS;
  }

  async function deviceAt(agent: AgentId, endpoint: string): Promise<Device | undefined> {
    return (await storage.devicesOf([agent])).find(({ id }) => id === deviceId(endpoint));
  }

  async function tryPush(agent: AgentId, endpoint: string, id: string) {
    const device = await deviceAt(agent, endpoint);
    if (device === undefined) return { ok: false, why: "gone", status: null };
    const message = { kind: "test", language: device.language, id } as const;
    const told = await pusher.push(device, message, 60_000);
    if (!told.ok && told.why === "gone") await storage.forgetDevice(device);
    return told;
  }

  async function tryMail(agent: AgentId) {
    const to = (await auth.accounts.addressesOf([agent])).get(agent);
    if (mailer === null || to === undefined) return { ok: false, why: "none", status: null };
    const { language } = await settingsOf(agent);
    const sent = await mailer.send(testMail({ ...to, id: agent, language, zone: "UTC" }, randomUUID()));
    if (sent.ok) return sent;
    return { ok: false, why: sent.status === null ? "unreachable" : "refused", status: sent.status };
  }

  return [
    {
      method: "GET",
      path: PATH,
      access: "signed-in",
      async handle(context) {
        const agent = me(context);
        const to = mailer === null ? undefined : (await auth.accounts.addressesOf([agent])).get(agent);
        return context.json({
          settings: await settingsOf(agent),
          publicKey: await pusher.publicKey(),
          devices: (await storage.devicesOf([agent])).length,
          mailTo: to?.email ?? null,
        });
      },
    },
    {
      method: "PUT",
      path: PATH,
      access: "signed-in",
      async handle(context) {
        const settings = NotificationSettings.safeParse(context.get("body"));
        if (!settings.success)
          return trouble("invalid", { field: settings.error.issues[0]?.path.join(".") ?? "" });
        await storage.saveNotificationSettings(me(context), settings.data);
        return context.json({ settings: settings.data });
      },
    },
    {
      method: "POST",
      path: `${PATH}/devices`,
      access: "signed-in",
      async handle(context) {
        const device = Registration.safeParse(context.get("body"));
        if (!device.success)
          return trouble("invalid", { field: String(device.error.issues[0]?.path[0] ?? "") });
        const { endpoint } = device.data;
        if (!isWebhookUrl(endpoint, allowPrivateWebhooks)) return trouble("invalid", { field: "endpoint" });
        const id = deviceId(endpoint);
        await storage.saveDevice({ ...device.data, id, agent: me(context), createdAt: clock.now() });
        return context.json({ ok: true });
      },
    },
    {
      method: "POST",
      path: `${PATH}/devices/forget`,
      access: "signed-in",
      async handle(context) {
        const leaving = Leaving.safeParse(context.get("body"));
        if (!leaving.success) return trouble("invalid", { field: "endpoint" });
        await storage.forgetDevice({ id: deviceId(leaving.data.endpoint), agent: me(context) });
        return context.json({ ok: true });
      },
    },
    {
      method: "POST",
      path: `${PATH}/test`,
      access: "signed-in",
      async handle(context) {
        const test = Test.safeParse(context.get("body"));
        if (!test.success) return trouble("invalid", { field: String(test.error.issues[0]?.path[0] ?? "") });
        const agent = me(context);
        const waitMs = tests.take(agent);
        if (waitMs > 0) return trouble("rate_limited", { retryAfterS: Math.ceil(waitMs / 1_000) });
        const { data } = test;
        return context.json(
          data.way === "mail" ? await tryMail(agent) : await tryPush(agent, data.endpoint, data.id),
        );
      },
    },
  ];
}

/** Endpoints are long, and are secrets of a kind: who has one can try to wake the browser up. */
function deviceId(endpoint: string): string {
  return createHash("sha256").update(endpoint).digest("base64url");
}
