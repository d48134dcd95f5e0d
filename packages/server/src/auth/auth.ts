/** Everything about who is who, opened together: accounts, sessions and invitations on one database. */
import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { AuthDatabase } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { type Accounts, createAccounts } from "./accounts.ts";
import { createBetterAuth } from "./better-auth.ts";
import { createInvitations, type Invitations } from "./invitations.ts";
import { migrateAuth } from "./migrate-auth.ts";
import { createSessions, type Sessions } from "./sessions.ts";

export interface Auth {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
}

export interface AuthSetting {
  readonly storage: Storage;
  readonly database: AuthDatabase;
  /** The address that people use. Decides whether cookies are for https only. */
  readonly publicUrl: string;
  readonly log: Logger;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Makes sign-in's tables if there are none. Closed with the storage. */
export async function openAuth({ storage, database, publicUrl, log, now }: AuthSetting): Promise<Auth> {
  const signingKey = await storage.secret("auth-signing-key", randomBytes(32).toString("base64url"));
  const betterAuth = createBetterAuth({ database, signingKey, publicUrl, log });
  await migrateAuth(betterAuth, database);
  const accounts = createAccounts(betterAuth);
  return {
    accounts,
    sessions: createSessions(betterAuth, storage),
    invitations: createInvitations(storage, accounts, now),
  };
}
