/** What the last working day left lying, for supervisors: the list to begin the next one with (H82). */
import { may } from "@sophie/engine";
import { dailyDigest } from "../commands/daily-digest.ts";
import { ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

export function digest(deps: Pick<AppDeps, "storage" | "siteOf" | "clock">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/sites/:site/digest",
      access: "handoffs.manage",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        const open = await deps.storage.openHandoffs([own.id]);
        return context.json({ queues: dailyDigest(own.site, open, deps.clock.now()) });
      },
    },
  ];
}
