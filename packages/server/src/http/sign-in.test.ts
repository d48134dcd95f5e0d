/** Tests signing in and out, the bounds on guessing, and that only the desk itself can change anything. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, cookieFrom, get, post } from "../testing/test-calls.ts";
import { startTestServer, type TestServer } from "../testing/test-server.ts";

const ANA = { email: "ana@example.org", password: "een lang wachtwoord" };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ environment: { SOPHIE_TRUST_PROXY: "1" } });
  const agent = await server.auth.accounts.create({ name: "Ana", ...ANA });
  if (agent === null) throw new Error("Ana is there already.");
  await server.storage.saveMembership({ agent, site: "main" as never, role: "supervisor" });
});
afterAll(() => server.close());

let visits = 0;
/** Each test comes from an address of its own, so that none uses up another's attempts. */
function signIn(body: unknown, options: Parameters<typeof post>[3] = {}) {
  const address = `10.0.0.${(visits += 1)}`;
  const headers = { "x-forwarded-for": address, ...options.headers };
  return post(server.url, "/api/auth/sign-in/email", body, { ...options, headers });
}

describe("signing in", () => {
  it("sets a cookie that scripts cannot read and other sites cannot send, and shows no token", async () => {
    const response = await signIn(ANA);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^sophie\.session_token=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it("says afterwards who is signed in, until signing out", async () => {
    const cookie = cookieFrom(await signIn(ANA));
    const me = await answerOf(await get(server.url, "/api/me", { cookie }));
    expect(me).toEqual({
      agent: { id: expect.any(String), name: "Ana", role: "supervisor" },
      sites: [{ id: "main", name: "main" }],
    });
    const session = await (await get(server.url, "/api/auth/get-session", { cookie })).json();
    expect(session).toEqual({ agent: me.agent.id, name: "Ana" });

    expect((await post(server.url, "/api/auth/sign-out", {}, { cookie })).status).toBe(200);
    expect((await get(server.url, "/api/me", { cookie })).status).toBe(401);
    expect(await (await get(server.url, "/api/auth/get-session", { cookie })).json()).toBeNull();
  });

  it("sets a cookie for https only where people come in by https", async () => {
    const secure = await startTestServer({ environment: { SOPHIE_PUBLIC_URL: "https://chat.example.org" } });
    try {
      const person = { email: "ben@example.org", password: ANA.password };
      await secure.auth.accounts.create({ name: "Ben", ...person });
      const headers = { origin: "https://chat.example.org" };
      const address = `http://127.0.0.1:${secure.port}`;
      const response = await post(address, "/api/auth/sign-in/email", person, { headers });
      expect(response.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Secure-sophie\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/),
      ]);
    } finally {
      await secure.close();
    }
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const wrong = await signIn({ ...ANA, password: "een ander wachtwoord" });
    const unknown = await signIn({ ...ANA, email: "nobody@example.org" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it("is not for somebody who works for no site any more", async () => {
    const person = { email: "gone@example.org", password: ANA.password };
    await server.auth.accounts.create({ name: "Gone", ...person });
    const cookie = cookieFrom(await signIn(person));
    expect((await get(server.url, "/api/me", { cookie })).status).toBe(401);
  });

  it("Q19 has no door for signing up, and none of better-auth's other doors", async () => {
    for (const path of [
      "sign-up/email",
      "update-user",
      "change-password",
      "list-sessions",
      "delete-user",
      "ok",
    ]) {
      const response = await post(server.url, `/api/auth/${path}`, { name: "Eve", ...ANA });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });
});

describe("Q20 guessing is bounded", () => {
  it("for one account, known or not, from one address; its owner still comes in from another", async () => {
    const headers = { "x-forwarded-for": "10.8.8.8" };
    const known = { email: "known@example.org", password: ANA.password };
    await server.auth.accounts.create({ name: "Known", ...known });
    for (const email of [known.email, "nobody-else@example.org"]) {
      const statuses = [];
      for (let tries = 0; tries < 9; tries += 1) {
        statuses.push((await signIn({ email, password: `guess number ${tries}` }, { headers })).status);
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429]);
    }
    const refused = await signIn(known, { headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({ error: "rate_limited", sentence: expect.any(String) });
    expect((await signIn(known)).status).toBe(200);
  });

  it("for one address, at every door, however many accounts it tries", async () => {
    const headers = { "x-forwarded-for": "10.9.9.9" };
    for (let tries = 0; tries < 30; tries += 1) {
      const body = { secret: "x", name: "Eve", email: `a${tries}@example.org`, password: ANA.password };
      expect((await post(server.url, "/api/join", body, { headers })).status).toBe(410);
    }
    expect((await signIn({ email: "b@example.org", password: ANA.password }, { headers })).status).toBe(429);
  });
});

describe("Q19 a call that changes something", () => {
  it.each([
    ["another origin", { origin: "https://evil.example" }, 403],
    ["no origin", { origin: null }, 403],
    ["an origin that only begins alike", { origin: "http://127.0.0.1:1" }, 403],
    ["no header of its own", { "x-sophie": null }, 403],
    ["the type of a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["the type of plain text", { "content-type": "text/plain" }, 415],
    ["a type that only begins alike", { "content-type": "application/jsonp" }, 415],
  ])("is refused with %s", async (_what, headers, status) => {
    const response = await signIn(ANA, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String), sentence: expect.any(String) });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("is refused when its body is not JSON, or larger than the limit", async () => {
    expect((await signIn(ANA, { raw: "{" })).status).toBe(400);
    expect((await signIn(ANA, { raw: JSON.stringify({ ...ANA, more: "x".repeat(20_000) }) })).status).toBe(
      413,
    );
    expect((await signIn(ANA, { raw: JSON.stringify({ email: ANA.email }) })).status).toBe(422);
  });
});
