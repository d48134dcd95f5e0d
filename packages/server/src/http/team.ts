/** Who else works for one's sites. */
import type { AgentId } from "@sophie/engine";
import { sitesWith, strongestRole } from "../auth/sessions.ts";
import type { Membership } from "../storage/storage.ts";
import type { AppDeps, Route } from "./route.ts";

export function team({ auth, storage }: Pick<AppDeps, "auth" | "storage">): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/team",
      access: "conversations.view",
      async handle(context) {
        const sites = sitesWith(context.get("signedIn"), "conversations.view");
        const ofAgent = new Map<AgentId, Membership[]>();
        for (const membership of await storage.membersOf(sites)) {
          const known = ofAgent.get(membership.agent);
          if (known === undefined) ofAgent.set(membership.agent, [membership]);
          else known.push(membership);
        }
        const names = await auth.accounts.namesOf([...ofAgent.keys()]);
        const members = [...ofAgent].map(([id, memberships]) => ({
          id,
          name: names.get(id) ?? id,
          // Of these sites only: what somebody is elsewhere is nobody's business here.
          role: strongestRole(memberships),
        }));
        return context.json({ members: members.toSorted((a, b) => a.name.localeCompare(b.name)) });
      },
    },
  ];
}
