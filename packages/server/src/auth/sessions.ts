/** Who a request or a socket's upgrade comes from: the session cookie, and what that person may do. */
import { type AgentId, may, type Permission, type Role, type SiteId } from "@sophie/engine";
import type { Membership, Storage } from "../storage/storage.ts";
import { cookieOf } from "./accounts.ts";
import type { BetterAuth } from "./better-auth.ts";

export interface SignedIn {
  readonly agent: AgentId;
  readonly name: string;
  /** At least one: whoever works for no site any more is not signed in. */
  readonly memberships: readonly Membership[];
}

export interface Sessions {
  /** Null for whoever has no session that holds. */
  identify(headers: Headers): Promise<SignedIn | null>;
}

export function createSessions(auth: BetterAuth, storage: Pick<Storage, "memberships">): Sessions {
  return {
    async identify(headers) {
      if (!headers.has("cookie")) return null;
      const session = await auth.api.getSession({ headers: cookieOf(headers) });
      if (session === null) return null;
      const agent = session.user.id as AgentId;
      const memberships = await storage.memberships(agent);
      return memberships.length === 0 ? null : { agent, name: session.user.name, memberships };
    },
  };
}

/** The sites where this person's role allows it; roles are given per site. */
export function sitesWith({ memberships }: SignedIn, permission: Permission): readonly SiteId[] {
  return memberships.filter(({ role }) => may(role, permission)).map(({ site }) => site);
}

/** The one role that stands beside a name: the one that may do most, wherever it does. */
export function strongestRole(memberships: readonly Membership[]): Role {
  const roles = new Set(memberships.map(({ role }) => role));
  return STRONGEST_FIRST.find((role) => roles.has(role)) ?? "analyst";
}

const STRONGEST_FIRST: readonly Role[] = ["admin", "supervisor", "agent", "analyst"];
