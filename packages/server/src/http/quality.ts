/** The reports of a site: figures without anything personal, so that analysts may read them too (H6, H91, H92, H96, T21). */
import { may } from "@sophie/engine";
import type { Context } from "hono";
import { type Period, readReport, readUrgency } from "../quality/read-report.ts";
import { ownSite } from "./own-site.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const DAY_MS = 24 * 60 * 60_000;
const DAYS = 30;
const DIGEST_DAYS_MAX = 31;

export function quality(deps: Pick<AppDeps, "storage" | "siteOf" | "clock">): readonly Route[] {
  const { storage, clock } = deps;
  return [
    {
      method: "GET",
      path: "/api/sites/:site/quality",
      access: "reports.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "reports.view")) return trouble("not_found");
        const period = periodOf(context, clock.now());
        if (period === null) return trouble("invalid", { field: "from" });
        return context.json(await readReport(storage, own.site, period));
      },
    },
    {
      // A week or a day beside the one before it, for a mail or a start page.
      method: "GET",
      path: "/api/sites/:site/quality/digest",
      access: "reports.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "reports.view")) return trouble("not_found");
        const days = Number(context.req.query("days") ?? "7");
        if (!Number.isInteger(days) || days < 1 || days > DIGEST_DAYS_MAX) {
          return trouble("invalid", { field: "days" });
        }
        const until = clock.now();
        const from = until - days * DAY_MS;
        const before = { from: from - days * DAY_MS, until: from };
        const [now, then] = await Promise.all([
          readReport(storage, own.site, { from, until }),
          readReport(storage, own.site, before),
        ]);
        return context.json({ days, now, before: then });
      },
    },
    {
      // For everybody who could do something about it, beside the queue (H43).
      method: "GET",
      path: "/api/sites/:site/quality/urgency",
      access: "handoffs.manage",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        return context.json(await readUrgency(storage, own.id));
      },
    },
  ];
}

/** Null for what is no period. */
function periodOf(context: Context<Env>, now: number): Period | null {
  const instant = (name: string, usual: number) => {
    const given = context.req.query(name);
    return given === undefined ? usual : Number(given);
  };
  const until = instant("until", now);
  const from = instant("from", until - DAYS * DAY_MS);
  const isPeriod = Number.isSafeInteger(from) && Number.isSafeInteger(until) && from < until;
  return isPeriod ? { from, until } : null;
}
