/** The keys of a site for whoever may edit its bot: made here, shown once, revoked at once (F21). */
import { randomBytes, randomUUID } from "node:crypto";
import { may } from "@sophie/engine";
import type { Context } from "hono";
import * as z from "zod";
import { type OwnSite, ownSite } from "./own-site.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { hashOfKey } from "./tickets.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/api-keys";
const KEY_BYTES = 32;
const TAIL_CHARS = 4;
/** That hold at one time: nobody keeps track of more. */
const KEYS_MAX = 20;

const Make = z.object({ name: z.string().trim().min(1).max(80) });
const Revoke = z.object({ id: z.string().max(100) });

type Deps = Pick<AppDeps, "storage" | "siteOf" | "auth" | "clock">;

export function apiKeys(deps: Deps): readonly Route[] {
  const { storage, auth, clock } = deps;

  function mine(context: Context<Env>): OwnSite | null {
    const own = ownSite(context, deps);
    return own !== null && may(own.role, "bot.edit") ? own : null;
  }

  async function shown({ id }: OwnSite) {
    const held = await storage.apiKeys(id);
    const names = await auth.accounts.namesOf([...new Set(held.map(({ madeBy }) => madeBy))]);
    return held.map(({ hash: _hash, site: _site, madeBy, ...key }) => ({
      ...key,
      madeBy: names.get(madeBy) ?? madeBy,
    }));
  }

  async function note(context: Context<Env>, { id: site }: OwnSite, action: string, detail: string) {
    const { agent: actor } = context.get("signedIn");
    await storage.saveNote({ site, at: clock.now(), actor, action, detail });
  }

  return [
    {
      method: "GET",
      path: PATH,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        return own === null ? trouble("not_found") : context.json({ keys: await shown(own) });
      },
    },
    {
      method: "POST",
      path: PATH,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        const make = Make.safeParse(context.get("body"));
        if (!make.success) return trouble("invalid", { field: "name" });
        const held = await storage.apiKeys(own.id);
        if (held.filter(({ revokedAt }) => revokedAt === null).length >= KEYS_MAX) {
          return trouble("invalid", { field: "name", sentence: `A site has at most ${KEYS_MAX} keys.` });
        }
        const key = `sophie_${randomBytes(KEY_BYTES).toString("base64url")}`;
        const id = randomUUID();
        await storage.saveApiKey({
          id,
          site: own.id,
          name: make.data.name,
          hash: hashOfKey(key),
          tail: key.slice(-TAIL_CHARS),
          madeAt: clock.now(),
          madeBy: context.get("signedIn").agent,
          revokedAt: null,
        });
        await note(context, own, "api-key.made", id);
        return context.json({ key, keys: await shown(own) }, 201);
      },
    },
    {
      method: "POST",
      path: `${PATH}/revoke`,
      access: "bot.edit",
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        const revoke = Revoke.safeParse(context.get("body"));
        if (!revoke.success) return trouble("invalid", { field: "id" });
        if (!(await storage.revokeApiKey(own.id, revoke.data.id, clock.now()))) return trouble("not_found");
        await note(context, own, "api-key.revoked", revoke.data.id);
        return context.json({ keys: await shown(own) });
      },
    },
  ];
}
