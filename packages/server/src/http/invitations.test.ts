/** Tests how people come to work here: invitations, the team, and the one-time links of a demo. */
import type { Role } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, cookieFrom, get, post } from "../testing/test-calls.ts";
import { OTHER_SITE, SITE, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let made = 0;
const somebody = () => ({
  name: "Dirk",
  email: `dirk-${(made += 1)}@example.org`,
  password: "een lang wachtwoord",
});

async function invite(role: Role, body: Record<string, unknown> = {}) {
  const admin = await server.person("Chris", "admin");
  const response = await post(server.url, "/api/invitations", { role, ...body }, { cookie: admin.cookie });
  const answer: Partial<Awaited<ReturnType<typeof answerOf>>> = await answerOf(response);
  const { link = "", expiresAt = 0 } = answer;
  return { response, link, expiresAt, secret: link.split("#join=")[1] ?? "" };
}

const join = (body: unknown) => post(server.url, "/api/join", body);

describe("an invitation", () => {
  it("is a link to the desk with a secret in the fragment, for 24 hours", async () => {
    const { response, link, expiresAt } = await invite("agent");
    expect(response.status).toBe(201);
    expect(link).toMatch(new RegExp(`^${server.url}/desk/#join=[\\w-]{43}$`));
    expect(expiresAt - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
  });

  it("lets somebody in with the role it was made for, signed in at once", async () => {
    const { secret } = await invite("supervisor");
    const response = await join({ secret, ...somebody() });
    expect(response.status).toBe(200);
    const me = await get(server.url, "/api/me", { cookie: cookieFrom(response) });
    expect(await me.json()).toMatchObject({
      agent: { name: "Dirk", role: "supervisor" },
      sites: [{ id: SITE }],
    });
  });

  it("works once: of ten who use it at the same time, one comes in", async () => {
    const { secret } = await invite("agent");
    const answers = await Promise.all(Array.from({ length: 10 }, () => join({ secret, ...somebody() })));
    const cameIn = answers.filter(({ status }) => status === 200);
    const late = answers.filter(({ status }) => status === 410);
    expect([cameIn.length, late.length]).toEqual([1, 9]);
    expect((await join({ secret, ...somebody() })).status).toBe(410);
  });

  it("stays good when the form was filled in wrongly, and says which field", async () => {
    const { secret } = await invite("agent");
    const cases = [
      ["name", { ...somebody(), name: " " }],
      ["email", { ...somebody(), email: "dirk" }],
      ["password", { ...somebody(), password: "short" }],
    ] as const;
    for (const [field, wrong] of cases) {
      const response = await join({ secret, ...wrong });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ error: "invalid", field });
    }
    expect((await join({ secret, ...somebody() })).status).toBe(200);
  });

  it("gives an account that exists another site, to whoever has its password and to nobody else", async () => {
    const dirk = somebody();
    const first = await server.auth.invitations.invite("agent", [SITE]);
    await join({ secret: first.secret, ...dirk });
    const { secret } = await server.auth.invitations.invite("analyst", [OTHER_SITE]);

    const stranger = await join({ secret, ...dirk, password: "iemand anders zijn" });
    expect([stranger.status, (await answerOf(stranger)).field]).toEqual([422, "email"]);

    const cookie = cookieFrom(await join({ secret, ...dirk }));
    const me = await answerOf(await get(server.url, "/api/me", { cookie }));
    expect(me.sites.map(({ id }) => id)).toEqual([SITE, OTHER_SITE]);
  });

  it("expires, and then answers as one that never was", async () => {
    const secretHash = "0".repeat(64);
    await server.storage.saveInvitation({
      secretHash,
      role: "admin",
      sites: [SITE],
      expiresAt: Date.now() - 1,
    });
    expect(await server.storage.takeInvitation(secretHash, Date.now())).toBeNull();
    const response = await join({ secret: "never-made", ...somebody() });
    expect([response.status, (await answerOf(response)).error]).toEqual([410, "link_gone"]);
  });

  it("Q16 is never for a site that the inviter does not manage, whether it exists or not", async () => {
    const answers = await Promise.all(
      [OTHER_SITE, "no-such-site"].map((site) => invite("agent", { sites: [site] })),
    );
    expect(answers.map(({ response }) => response.status)).toEqual([403, 403]);
  });
});

describe("the team", () => {
  it("Q16 shows who works for one's own sites, with the role they have there", async () => {
    const here = await server.person("Ana", "agent");
    const both = await server.person("Ben", "agent");
    await server.storage.saveMembership({ agent: both.id, site: OTHER_SITE, role: "admin" });
    const elsewhere = await server.person("Canary", "agent", [OTHER_SITE]);
    const response = await get(server.url, "/api/team", { cookie: here.cookie });
    const { members } = await answerOf(response);
    expect(members).toContainEqual({ id: both.id, name: "Ben", role: "agent" });
    expect(members.some(({ id }) => id === elsewhere.id)).toBe(false);
  });
});

describe("a one-time link of the demo", () => {
  it("signs in once, and there is no such door without a demo", async () => {
    const ana = { email: "ana@example.org", password: "een lang wachtwoord" };
    const waiting = new Map([["sesame", ana]]);
    const demo = await startTestServer({
      enter: (secret) => {
        const found = waiting.get(secret) ?? null;
        waiting.delete(secret);
        return found;
      },
    });
    try {
      const agent = await demo.auth.accounts.create({ name: "Ana", ...ana });
      if (agent === null) throw new Error("Ana is there already.");
      await demo.storage.saveMembership({ agent, site: SITE, role: "agent" });
      const response = await post(demo.url, "/api/enter", { secret: "sesame" });
      expect((await get(demo.url, "/api/me", { cookie: cookieFrom(response) })).status).toBe(200);
      expect((await post(demo.url, "/api/enter", { secret: "sesame" })).status).toBe(410);
    } finally {
      await demo.close();
    }
    expect((await post(server.url, "/api/enter", { secret: "sesame" })).status).toBe(404);
  });
});
