/** The public configuration of a site, for the widget on that site's pages. */
import type { SiteId } from "@sophie/engine";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import type { AppDeps, Route } from "./route.ts";
import { publicSettings } from "../settings/public-settings.ts";
import { trouble } from "./trouble.ts";

/** A page asks each time, with the ETag: what was saved reaches new conversations within five seconds (S1). */
const CACHING = "public, no-cache";

export function siteConfig({ siteOf, clock }: Pick<AppDeps, "siteOf" | "clock">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/sites/:site",
      access: "anyone",
      before: [
        cors({
          origin: (origin, context) => {
            const origins = siteOf(context.req.param("site") as SiteId)?.origins ?? [];
            return origins.includes(origin) ? origin : null;
          },
          allowMethods: ["GET"],
        }),
        etag(),
      ],
      handle(context) {
        const site = siteOf(context.req.param("site") as SiteId);
        if (site === undefined) return trouble("not_found");
        const { config, settings } = site;
        const handoff = publicSettings(settings, config.language, clock.now());
        return context.json({ ...config, handoff }, 200, { "cache-control": CACHING });
      },
    },
  ];
}
