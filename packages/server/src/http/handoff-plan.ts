/** The times that a plan for a handoff is made for most, for whoever plans it (H84). */
import type { HandoffId } from "@sophie/engine";
import { sitesWith } from "../auth/sessions.ts";
import { planChoices } from "../commands/plan-choices.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

type Deps = Pick<AppDeps, "storage" | "siteOf" | "clock">;

export function handoffPlan({ storage, siteOf, clock }: Deps): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/handoffs/:id/plan-choices",
      access: "handoffs.work",
      async handle(context) {
        const sites = sitesWith(context.get("signedIn"), "handoffs.work");
        const handoff = await storage.handoff(context.req.param("id") as HandoffId);
        if (handoff === null || !sites.includes(handoff.site)) return trouble("not_found");
        const zone = context.req.query("zone") ?? "UTC";
        const choices = planChoices(handoff, siteOf(handoff.site), zone, clock.now());
        return choices === null ? trouble("invalid", { field: "zone" }) : context.json({ choices });
      },
    },
  ];
}
