/** A site's webhook over HTTP, for those who may edit the bot: where it goes, its secret once, what was delivered, and once more (F22). */
import { randomBytes } from "node:crypto";
import { may, WEBHOOK_EVENTS, WebhookSettings } from "@sophie/engine";
import type { Context } from "hono";
import * as z from "zod";
import { isWebhookUrl } from "../webhooks/public-address.ts";
import { type OwnSite, ownSite } from "./own-site.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/webhook";
const LOG_MAX = 100;
const SECRET_BYTES = 32;

const Save = z.object({
  version: z.int().nonnegative(),
  settings: WebhookSettings,
  /** Makes a new secret; the first one is made in any case. */
  newSecret: z.boolean(),
});
const Replay = z.object({ id: z.string().max(300) });

type Deps = Pick<AppDeps, "storage" | "siteOf" | "clock" | "allowPrivateWebhooks">;

export function webhook(deps: Deps): readonly Route[] {
  const { storage, clock, allowPrivateWebhooks = false } = deps;

  function mine(context: Context<Env>): OwnSite | null {
    const own = ownSite(context, deps);
    return own !== null && may(own.role, "bot.edit") ? own : null;
  }

  async function shown({ id }: OwnSite) {
    const held = await storage.webhook(id);
    if (held === null) return { version: 0, settings: { url: "", events: [...WEBHOOK_EVENTS], isOn: true } };
    const { version, secret: _secret, ...settings } = held;
    return { version, settings };
  }

  return [
    {
      method: "GET",
      path: PATH,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        return own === null ? trouble("not_found") : context.json(await shown(own));
      },
    },
    {
      method: "PUT",
      path: PATH,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        const save = Save.safeParse(context.get("body"));
        if (!save.success) return trouble("invalid", { field: String(save.error.issues[0]?.path[1] ?? "") });
        const { settings, newSecret, version } = save.data;
        if (!isWebhookUrl(settings.url, allowPrivateWebhooks)) return trouble("invalid", { field: "url" });
        const held = await storage.webhook(own.id);
        const isNew = held === null || newSecret;
        const secret = isNew ? `whsec_${randomBytes(SECRET_BYTES).toString("base64")}` : held.secret;
        const next = { ...settings, version: version + 1, secret };
        if (!(await storage.saveWebhook(own.id, next)))
          return trouble("stale_version", { more: await shown(own) });
        const { agent } = context.get("signedIn");
        const note = { site: own.id, at: clock.now(), actor: agent, action: "webhook.saved" };
        await storage.saveNote({ ...note, detail: isNew ? "with a new secret" : "" });
        return context.json({ ...(await shown(own)), ...(isNew ? { secret } : {}) });
      },
    },
    {
      method: "GET",
      path: `${PATH}/deliveries`,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        return context.json({ deliveries: await storage.deliveriesOf(own.id, LOG_MAX) });
      },
    },
    {
      method: "POST",
      path: `${PATH}/deliveries/replay`,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        const replay = Replay.safeParse(context.get("body"));
        if (!replay.success) return trouble("invalid", { field: "id" });
        const isAgain = await storage.replayDelivery(own.id, replay.data.id, clock.now());
        return isAgain ? context.json({ isAgain }) : trouble("not_found");
      },
    },
  ];
}
