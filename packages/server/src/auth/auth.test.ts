/** Tests accounts, sessions and invitations on both engines, with two processes at once. */
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AgentId, Role, SiteId } from "@sophie/engine";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage, type OpenStorage } from "../storage/open-storage.ts";
import type { Membership } from "../storage/storage.ts";
import { createTestDatabase } from "../storage/testing/test-database.ts";
import { type Auth, openAuth } from "./auth.ts";
import { cookieOf } from "./accounts.ts";
import { strongestRole } from "./sessions.ts";

interface Place {
  readonly url: string | null;
  readonly file: string;
  remove(): Promise<void>;
}

const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), "sophie-auth-"));
    return {
      url: null,
      file: join(folder, "sophie.db"),
      remove: async () => rmSync(folder, { recursive: true }),
    };
  },
  async PostgreSQL() {
    const database = await createTestDatabase();
    return { url: database.url, file: "", remove: () => database.drop() };
  },
};

const ANA = { name: "Ana", email: "ana@example.org", password: "een lang wachtwoord" };
const SITE = "main" as SiteId;

describe.each(Object.entries(PLACES))("accounts on %s", (_engine, makePlace) => {
  let place: Place;
  let opened: readonly (OpenStorage & { readonly auth: Auth })[];
  let auth: Auth;

  beforeAll(async () => {
    place = await makePlace();
    const open = async () => {
      const store = await openStorage({ url: place.url, file: place.file, now: Date.now });
      const setting = { publicUrl: "http://localhost", log: pino({ level: "silent" }), now: Date.now };
      return {
        ...store,
        auth: await openAuth({ storage: store.storage, database: store.authDatabase, ...setting }),
      };
    };
    // Two processes that start at once on an empty database: both must find its tables whole.
    opened = await Promise.all([open(), open()]);
    auth = opened[0]!.auth;
  });
  afterAll(async () => {
    for (const { storage } of opened) await storage.close();
    await place.remove();
  });

  it("an address has one account, however many are made of it at once", async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => auth.accounts.create(ANA)));
    expect(made.filter((id) => id !== null)).toHaveLength(1);
  });

  it("what one process signs in, the other knows", async () => {
    const [, other] = opened;
    const agent = await auth.accounts.owner(ANA);
    await other!.storage.saveMembership({ agent: agent!, site: SITE, role: "agent" });
    const lines = await auth.accounts.signIn(ANA);
    const headers = new Headers({ cookie: (lines ?? []).map((line) => line.split(";")[0]).join("; ") });
    expect(await other!.auth.sessions.identify(headers)).toEqual({
      agent,
      name: "Ana",
      memberships: [{ agent, site: SITE, role: "agent" }],
    });
    await other!.auth.accounts.signOut(headers);
    expect(await auth.sessions.identify(headers)).toBeNull();
  });

  it("a forged or damaged cookie is nobody's", async () => {
    const [line = ""] = (await auth.accounts.signIn(ANA)) ?? [];
    const cookie = line.split(";")[0] ?? "";
    const forged = [cookie.slice(0, -6), cookie.replace(/=.{4}/, "=abcd"), "sophie.session_token=x", ""];
    for (const each of forged) expect(await auth.sessions.identify(new Headers({ cookie: each }))).toBeNull();
  });

  it("names are known by id, and unknown ids left out", async () => {
    const agent = await auth.accounts.owner(ANA);
    expect(await auth.accounts.namesOf([agent!, "nobody" as never])).toEqual(new Map([[agent, "Ana"]]));
    expect(await auth.accounts.namesOf([])).toEqual(new Map());
  });

  it("an invitation is taken once, from whichever process", async () => {
    const { secret } = await auth.invitations.invite("agent", [SITE]);
    const { password } = ANA;
    const people = ["a", "b", "c", "d"].map((name) => ({ name, email: `${name}@example.org`, password }));
    const joins = people.map((person, at) => opened[at % 2]!.auth.invitations.join(secret, person));
    expect((await Promise.all(joins)).filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("the store holds neither an invitation's secret nor a password", async () => {
    const { secret } = await auth.invitations.invite("agent", [SITE]);
    expect(await opened[0]!.storage.takeInvitation(secret, Date.now())).toBeNull();
  });
});

function member(role: Role): Membership {
  return { agent: "a" as AgentId, site: SITE, role };
}

describe("roles", () => {
  it("the one beside a name is the one that may do most", () => {
    expect(strongestRole([member("analyst"), member("admin"), member("agent")])).toBe("admin");
    expect(strongestRole([member("analyst")])).toBe("analyst");
  });

  it("sign-in sees of a request its cookie and nothing else", () => {
    const headers = new Headers({ cookie: "a=1", "user-agent": "x", "x-forwarded-for": "1.2.3.4" });
    expect([...cookieOf(headers).keys()]).toEqual(["cookie"]);
  });
});
