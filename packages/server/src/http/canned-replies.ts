/** Answers that are written already, over HTTP: one's own for everybody, the site's for those who may manage handoffs. */
import { badVariable, CannedReply, type Language, may } from "@sophie/engine";
import type { Context } from "hono";
import * as z from "zod";
import { type OwnSite, ownSite } from "./own-site.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/canned-replies";
const BODY_BYTES_MAX = 64 * 1024;
/** On both shelves together, as one agent sees them. */
const REPLIES_MAX = 500;

const Remove = z.object({ id: z.string().max(80), version: z.int(), isOwn: z.boolean() });

type Deps = Pick<AppDeps, "storage" | "siteOf">;

export function cannedReplies(deps: Deps): readonly Route[] {
  const { storage } = deps;

  function mine(context: Context<Env>): OwnSite | null {
    const own = ownSite(context, deps);
    return own !== null && may(own.role, "handoffs.work") ? own : null;
  }

  const shelfOf = (context: Context<Env>, { id }: OwnSite) => ({
    site: id,
    agent: context.get("signedIn").agent,
  });

  async function shown(context: Context<Env>, own: OwnSite) {
    return {
      replies: await storage.cannedReplies(shelfOf(context, own)),
      mayEditSite: mayPutOn(own, false),
    };
  }

  return [
    {
      method: "GET",
      path: PATH,
      access: "handoffs.work",
      async handle(context) {
        const own = mine(context);
        return own === null ? trouble("not_found") : context.json(await shown(context, own));
      },
    },
    {
      method: "PUT",
      path: PATH,
      access: "handoffs.work",
      bodyBytesMax: BODY_BYTES_MAX,
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        const save = CannedReply.safeParse(context.get("body"));
        if (!save.success) return trouble("invalid", { field: save.error.issues[0]?.path.join(".") ?? "" });
        const reply = save.data;
        if (!mayPutOn(own, reply.isOwn)) return trouble("forbidden");
        const fault = faultIn(reply);
        if (fault !== null) return trouble("invalid", fault);
        const shelf = shelfOf(context, own);
        const held = await storage.cannedReplies(shelf);
        if (reply.version === 0 && held.length >= REPLIES_MAX) return trouble("invalid", { field: "count" });
        const isSaved = await storage.saveCannedReply(shelf, { ...reply, version: reply.version + 1 });
        const now = await shown(context, own);
        return isSaved ? context.json(now) : trouble("stale_version", { more: now });
      },
    },
    {
      method: "POST",
      path: `${PATH}/remove`,
      access: "handoffs.work",
      async handle(context) {
        const own = mine(context);
        if (own === null) return trouble("not_found");
        const remove = Remove.safeParse(context.get("body"));
        if (!remove.success) return trouble("invalid", { field: "id" });
        if (!mayPutOn(own, remove.data.isOwn)) return trouble("forbidden");
        const isRemoved = await storage.deleteCannedReply(shelfOf(context, own), remove.data);
        const now = await shown(context, own);
        return isRemoved ? context.json(now) : trouble("stale_version", { more: now });
      },
    },
  ];
}

function mayPutOn({ role }: OwnSite, isOwn: boolean): boolean {
  return isOwn || may(role, "handoffs.manage");
}

/** Says in which language what is wrong, so that the page can show it there. */
function faultIn({ texts }: CannedReply): { field: string; more: { wrong: string } } | null {
  const written = Object.entries(texts).filter(([, text]) => text !== "") as [Language, string][];
  if (written.length === 0) return { field: "texts", more: { wrong: "" } };
  for (const [language, text] of written) {
    const wrong = badVariable(text);
    if (wrong !== null) return { field: `texts.${language}`, more: { wrong } };
  }
  return null;
}
