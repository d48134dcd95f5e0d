/** Who is signed in, and for which sites. */
import { strongestRole } from "../auth/sessions.ts";
import type { AppDeps, Route } from "./route.ts";

export function me({ siteOf }: Pick<AppDeps, "siteOf">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/me",
      access: "signed-in",
      handle(context) {
        const { agent, name, memberships } = context.get("signedIn");
        const sites = memberships.flatMap(({ site }) => {
          const known = siteOf(site);
          return known === undefined ? [] : [{ id: site, name: known.config.name }];
        });
        return context.json({ agent: { id: agent, name, role: strongestRole(memberships) }, sites });
      },
    },
  ];
}
