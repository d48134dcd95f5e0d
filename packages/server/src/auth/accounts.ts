/** The people behind the desk: making an account, signing in and out, and their names. */
import { randomUUID } from "node:crypto";
import type { AgentId } from "@sophie/engine";
import type { BetterAuth } from "./better-auth.ts";
import type { NewAccount } from "./new-account.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface Addressed {
  readonly name: string;
  readonly email: string;
}

export interface Accounts {
  /** Null if somebody has this e-mail address already. */
  create(account: NewAccount): Promise<AgentId | null>;
  /** Whose these are; null if nobody's. Takes equally long either way. */
  owner(credentials: Credentials): Promise<AgentId | null>;
  /** The `Set-Cookie` lines of a new session; null if the two do not belong together. Says never which was wrong. */
  signIn(credentials: Credentials): Promise<readonly string[] | null>;
  /** Ends the session of these headers, if there is one; the lines that clear its cookies. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Unknown agents are left out. */
  namesOf(agents: readonly AgentId[]): Promise<ReadonlyMap<AgentId, string>>;
  /** As they sign in. Unknown agents are left out. */
  addressesOf(agents: readonly AgentId[]): Promise<ReadonlyMap<AgentId, Addressed>>;
}

export function createAccounts(auth: BetterAuth): Accounts {
  async function begin({ email, password }: Credentials) {
    const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
    if (response.status >= 500) throw new Error("Sign-in could not be checked.");
    return response.ok ? response : null;
  }

  async function peopleOf(agents: readonly AgentId[]): Promise<ReadonlyMap<AgentId, Addressed>> {
    if (agents.length === 0) return new Map();
    const { adapter } = await auth.$context;
    const users = await adapter.findMany<Addressed & { readonly id: string }>({
      model: "user",
      where: [{ field: "id", operator: "in", value: [...agents] }],
      limit: agents.length,
    });
    return new Map(users.map(({ id, name, email }) => [id as AgentId, { name, email }]));
  }

  return {
    async create({ name, email, password }) {
      const { adapter, internalAdapter, password: hasher } = await auth.$context;
      const hash = await hasher.hash(password);
      const id = randomUUID() as string as AgentId;
      const now = new Date();
      const dates = { createdAt: now, updatedAt: now };
      try {
        // Together or not at all: an address without a password would be taken for ever.
        await adapter.transaction(async (both) => {
          const user = { id, name, email, emailVerified: false, ...dates };
          await both.create({ model: "user", data: user, forceAllowId: true });
          const account = { userId: id, accountId: id, providerId: "credential", password: hash, ...dates };
          await both.create({ model: "account", data: account });
        });
        return id;
      } catch (error) {
        if ((await internalAdapter.findUserByEmail(email)) !== null) return null;
        throw error;
      }
    },

    async owner(credentials) {
      const response = await begin(credentials);
      if (response === null) return null;
      const { token, user } = (await response.json()) as { token: string; user: { id: string } };
      await (await auth.$context).internalAdapter.deleteSession(token);
      return user.id as AgentId;
    },

    async signIn(credentials) {
      return (await begin(credentials))?.headers.getSetCookie() ?? null;
    },

    async signOut(headers) {
      const response = await auth.api.signOut({ headers: cookieOf(headers), asResponse: true });
      return response.headers.getSetCookie();
    },

    async namesOf(agents) {
      return new Map([...(await peopleOf(agents))].map(([id, { name }]) => [id, name]));
    },

    addressesOf: peopleOf,
  };
}

/** Sign-in gets to see the cookie and nothing else of a request. */
export function cookieOf(headers: Headers): Headers {
  return new Headers({ cookie: headers.get("cookie") ?? "" });
}
