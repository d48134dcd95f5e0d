/** Inviting a colleague: answers with a link to pass on, which is shown this once. */
import { Role, SiteId } from "@sophie/engine";
import * as z from "zod";
import { sitesWith } from "../auth/sessions.ts";
import { joinLink } from "../auth/one-time-link.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const NewInvitation = z.object({ role: Role, sites: z.array(SiteId).min(1).max(1_000).optional() });

export function invitations({ auth, publicUrl }: Pick<AppDeps, "auth" | "publicUrl">): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/api/invitations",
      access: "team.manage",
      async handle(context) {
        const wanted = NewInvitation.safeParse(context.get("body"));
        if (!wanted.success)
          return trouble("invalid", { field: String(wanted.error.issues[0]?.path[0] ?? "") });
        const managed = sitesWith(context.get("signedIn"), "team.manage");
        const { role, sites = managed } = wanted.data;
        // A site of others and a site that does not exist are refused alike.
        if (!sites.every((site) => managed.includes(site))) return trouble("forbidden");
        const { secret, expiresAt } = await auth.invitations.invite(role, sites);
        return context.json({ link: joinLink(publicUrl(), secret), expiresAt }, 201);
      },
    },
  ];
}
