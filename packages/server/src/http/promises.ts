/** What visitors were promised, and what became of it (N8). */
import { ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const DAYS_30_MS = 30 * 24 * 60 * 60_000;

export function promises(deps: Pick<AppDeps, "storage" | "siteOf" | "clock">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/sites/:site/promises",
      access: "reports.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        const asked = Number(context.req.query("since"));
        const since = Number.isSafeInteger(asked) && asked > 0 ? asked : deps.clock.now() - DAYS_30_MS;
        return context.json({ since, ...(await deps.storage.promisesOf(own.id, since)) });
      },
    },
  ];
}
