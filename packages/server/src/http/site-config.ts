/** The public configuration of a site, for the widget on that site's pages; and what it knows, for a chat that is opened. */
import type { SiteConfig, SiteId } from "@sophie/engine";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import type { AppDeps, Route } from "./route.ts";
import { publicSettings } from "../settings/public-settings.ts";
import { trouble } from "./trouble.ts";

/** A page asks each time, with the ETag: what was saved reaches new conversations within five seconds (S1). */
const CACHING = "public, no-cache";

export function siteConfig({
  siteOf,
  clock,
  modelTimeoutMs,
}: Pick<AppDeps, "siteOf" | "clock" | "modelTimeoutMs">): readonly Route[] {
  const before = [
    cors({
      origin: (origin, context) => {
        const origins = siteOf(context.req.param("site") as SiteId)?.origins ?? [];
        return origins.includes(origin) ? origin : null;
      },
      allowMethods: ["GET"],
    }),
    etag(),
  ];
  return [
    {
      method: "GET",
      path: "/api/sites/:site",
      access: "anyone",
      before,
      handle(context) {
        const site = siteOf(context.req.param("site") as SiteId);
        if (site === undefined) return trouble("not_found");
        const { config, settings } = site;
        const handoff = publicSettings(settings, config.language, clock.now());
        // Up to a megabyte, which a page needs only once the chat is opened.
        const knows = config.knowledge.length > 0 ? { knows: true } : {};
        const page = { ...config, knowledge: [], ...knows, handoff, ...assistantOf(modelTimeoutMs, config) };
        return context.json(page, 200, { "cache-control": CACHING });
      },
    },
    {
      method: "GET",
      path: "/api/sites/:site/answers",
      access: "anyone",
      before,
      handle(context) {
        const site = siteOf(context.req.param("site") as SiteId);
        if (site === undefined) return trouble("not_found");
        return context.json(site.config.knowledge, 200, { "cache-control": CACHING });
      },
    },
  ];
}

/** Beside what the model may take, the way there and back. */
const LINE_MS = 1_500;

/** A model that could use nothing is not waited for. */
function assistantOf(timeoutMs: number | undefined, { knowledge }: SiteConfig) {
  if (timeoutMs === undefined || knowledge.length === 0) return {};
  return { assistant: { patienceMs: timeoutMs + LINE_MS } };
}
