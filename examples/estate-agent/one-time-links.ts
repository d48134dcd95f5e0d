/** Links that sign somebody in once: for a demo on one's own machine, where nobody wants to make up a password. */
import { randomBytes } from "node:crypto";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface OneTimeLinks {
  /** The secret of a new link for these credentials. */
  make(credentials: Credentials): string;
  /** The credentials behind a secret, once. */
  readonly take: (secret: string) => Credentials | null;
}

export function createOneTimeLinks(): OneTimeLinks {
  const waiting = new Map<string, Credentials>();
  return {
    make(credentials) {
      const secret = randomBytes(32).toString("base64url");
      waiting.set(secret, credentials);
      return secret;
    },
    take(secret) {
      const credentials = waiting.get(secret) ?? null;
      waiting.delete(secret);
      return credentials;
    },
  };
}
