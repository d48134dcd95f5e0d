/** Why a handoff is due when it is, for whoever may see it (N7). */
import type { HandoffId } from "@sophie/engine";
import { sitesWith } from "../auth/sessions.ts";
import { explainDue } from "../commands/explain-due.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

export function handoffDue({ storage, siteOf }: Pick<AppDeps, "storage" | "siteOf">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/handoffs/:id/due",
      access: "conversations.view",
      async handle(context) {
        const sites = sitesWith(context.get("signedIn"), "conversations.view");
        const handoff = await storage.handoff(context.req.param("id") as HandoffId);
        if (handoff === null || !sites.includes(handoff.site)) return trouble("not_found");
        return context.json(explainDue(handoff, siteOf(handoff.site)));
      },
    },
  ];
}
