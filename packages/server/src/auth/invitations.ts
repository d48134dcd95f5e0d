/** One-time links that make somebody a colleague: the only way to an account. */
import { createHash, randomBytes } from "node:crypto";
import type { AgentId, Role, SiteId } from "@sophie/engine";
import type { Invitation, Storage } from "../storage/storage.ts";
import type { Accounts } from "./accounts.ts";
import type { NewAccount } from "./new-account.ts";

const SECRET_BYTES = 32;
const INVITATION_MS = 24 * 60 * 60 * 1_000;

export interface NewInvitation {
  /** Shown once, to whoever passes it on. Only its hash is kept. */
  readonly secret: string;
  readonly expiresAt: number;
}

export type Joined =
  | { readonly ok: true; readonly agent: AgentId }
  /** `gone`: used before, expired or never made. `email_taken`: that account has another password. */
  | { readonly ok: false; readonly why: "gone" | "email_taken" };

export interface Invitations {
  invite(role: Role, sites: readonly SiteId[]): Promise<NewInvitation>;
  /** Makes the account, or takes the one that these credentials open, and gives it the invitation's role. */
  join(secret: string, account: NewAccount): Promise<Joined>;
}

type InvitationStorage = Pick<Storage, "saveInvitation" | "takeInvitation" | "saveMembership">;

export function createInvitations(
  storage: InvitationStorage,
  accounts: Pick<Accounts, "create" | "owner">,
  now: () => number,
): Invitations {
  async function admit(invitation: Invitation, account: NewAccount): Promise<Joined> {
    const agent = (await accounts.create(account)) ?? (await accounts.owner(account));
    if (agent === null) return { ok: false, why: "email_taken" };
    for (const site of invitation.sites) {
      await storage.saveMembership({ agent, site, role: invitation.role });
    }
    return { ok: true, agent };
  }

  return {
    async invite(role, sites) {
      const secret = randomBytes(SECRET_BYTES).toString("base64url");
      const expiresAt = now() + INVITATION_MS;
      await storage.saveInvitation({ secretHash: hashOf(secret), role, sites, expiresAt });
      return { secret, expiresAt };
    },

    async join(secret, account) {
      const invitation = await storage.takeInvitation(hashOf(secret), now());
      if (invitation === null) return { ok: false, why: "gone" };
      // Taken first, so that of two who use one link at once only one comes in; given back if it led nowhere.
      let joined: Joined | null = null;
      try {
        joined = await admit(invitation, account);
      } finally {
        if (joined?.ok !== true) await storage.saveInvitation(invitation);
      }
      return joined;
    },
  };
}

/** A random secret of 256 bits needs no slow hash: there is nothing to guess. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
