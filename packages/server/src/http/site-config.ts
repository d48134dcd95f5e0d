/** The public configuration of a site, for the widget on that site's pages. */
import type { SiteId } from "@sophie/engine";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

/** How long a page may use what it has; then it asks again, with the ETag. */
const CACHE_S = 60;

export function siteConfig({ siteOf }: Pick<AppDeps, "siteOf">): readonly Route[] {
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
        return context.json(site.config, 200, { "cache-control": `public, max-age=${CACHE_S}` });
      },
    },
  ];
}
