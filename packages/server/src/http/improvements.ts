/** The list of what was escalated wrongly, for whoever makes Sophie better (H90). It holds visitors' words, so not for analysts. */
import { may, TriggerType } from "@sophie/engine";
import type { Context } from "hono";
import { improvementLines, improvementList } from "../quality/improvement-list.ts";
import { ownSite } from "./own-site.ts";
import type { AppDeps, Env, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

export function improvements(deps: Pick<AppDeps, "storage" | "siteOf">): readonly Route[] {
  const { storage } = deps;
  return [
    {
      method: "GET",
      path: "/api/sites/:site/quality/improvements",
      access: "handoffs.manage",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        const trigger = triggerOf(context);
        return context.json({ improvements: await improvementList(storage, own.site, trigger) });
      },
    },
    {
      method: "GET",
      path: "/api/sites/:site/quality/improvements/export",
      access: "handoffs.manage",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        const lines = await improvementLines(storage, own.site, triggerOf(context));
        return context.text(lines, 200, {
          "content-disposition": 'attachment; filename="improvements.txt"',
        });
      },
    },
  ];
}

/** Whatever it does not know is no filter. */
function triggerOf(context: Context<Env>): TriggerType | null {
  return TriggerType.safeParse(context.req.query("signal")).data ?? null;
}
