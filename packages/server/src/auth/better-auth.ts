/** better-auth as Sophie uses it: e-mail and password, no sign-up by strangers, its tables beside ours. */
import { randomUUID } from "node:crypto";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import type { Logger } from "pino";
import type { AuthDatabase } from "../storage/open-storage.ts";
import { PASSWORD_CHARS } from "./new-account.ts";

/** How long somebody stays signed in, in seconds. Not prolonged by use: a stolen cookie has an end. */
const SESSION_S = 14 * 24 * 60 * 60;

export interface BetterAuthSetting {
  readonly database: AuthDatabase;
  readonly signingKey: string;
  /** The address that people use. Decides whether cookies are for https only. */
  readonly publicUrl: string;
  readonly log: Logger;
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;

export function createBetterAuth({ database, signingKey, publicUrl, log }: BetterAuthSetting) {
  return betterAuth({
    ...TABLES,
    database,
    secret: signingKey,
    baseURL: publicUrl,
    basePath: "/api/auth",
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_CHARS.least,
      maxPasswordLength: PASSWORD_CHARS.most,
    },
    advanced: {
      cookiePrefix: "sophie",
      useSecureCookies: publicUrl.startsWith("https:"),
      database: { generateId: () => randomUUID() },
      // Where agents sit is nobody's business; attempts are counted in `http/`.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages can hold addresses, so only the fact is logged.
    logger: {
      level: "error",
      log: (level) => log.error({ part: "sign-in", level }, "sign-in reported a fault"),
    },
  });
}

/** Names that say whose tables these are; `user` is also a reserved word in PostgreSQL. */
const TABLES = {
  user: { modelName: "auth_users" },
  account: { modelName: "auth_accounts" },
  verification: { modelName: "auth_verifications" },
  session: { modelName: "auth_sessions", expiresIn: SESSION_S, disableSessionRefresh: true },
} as const satisfies BetterAuthOptions;
