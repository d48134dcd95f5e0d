/** Tests that the log tells what happened and nothing of what anybody wrote. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOptions } from "../options.ts";
import { type RunningServer, startServer } from "../server.ts";
import { get, post } from "../testing/test-calls.ts";
import { newConversationId, newSendId, TestSocket, VISITOR_HELLO } from "../testing/test-socket.ts";

const PAGE = "https://site.example";
const CANARY = "kanarie";

const lines: string[] = [];
let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sophie-log-"));
  const read = readOptions({
    SOPHIE_PORT: "0",
    SOPHIE_DATABASE_FILE: join(folder, "sophie.db"),
    SOPHIE_ALLOWED_ORIGINS: PAGE,
  });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
  server = await startServer(read.options, { log });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const requests = () =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "request");

describe("the log", () => {
  it("Q16 holds nothing that a visitor wrote, a person typed or a browser carried", async () => {
    const { url } = server;
    await get(url, `/api/sites/${CANARY}-site?q=${CANARY}-query`, { cookie: `${CANARY}-cookie=1` });
    await get(url, `/desk/${CANARY}-path`, { authorization: `Bearer ${CANARY}-bearer` });
    await get(url, `/${CANARY}-nowhere`, {
      referer: `https://${CANARY}.example`,
      "user-agent": `${CANARY}-agent`,
    });
    const person = {
      email: `${CANARY}@example.org`,
      password: `${CANARY} wachtwoord`,
      name: `${CANARY} name`,
    };
    await post(url, "/api/auth/sign-in/email", person, { cookie: `sophie.session_token=${CANARY}` });
    await post(url, "/api/join", { secret: `${CANARY}-secret`, ...person });
    await post(url, "/api/join", null, { raw: `{"${CANARY}` });
    await fetch(`${url}/api/me`, { method: `${CANARY}METHOD` }).catch(() => null);
    const { secret } = await server.auth.invitations.invite("agent", [
      server.world.siteOf("main" as never)!.config.id,
    ]);
    await post(url, "/api/join", { secret, ...person });

    const visitor = new TestSocket(`${url.replace("http", "ws")}/sockets/visitor/main`, { origin: PAGE });
    await visitor.opened();
    visitor.send(VISITOR_HELLO);
    const { token } = await visitor.next("visitor-welcome");
    const conversation = newConversationId();
    await visitor.ask({ type: "send-message", id: newSendId(), conversation, text: `${CANARY} tekst` });
    visitor.sendRaw(`{"type":"${CANARY}-type"}`);
    visitor.sendRaw(`${CANARY} no json`);
    await visitor.close();

    expect(lines.length).toBeGreaterThan(5);
    const log = lines.join("").toLowerCase();
    for (const secretText of [CANARY, secret.toLowerCase(), token.toLowerCase()])
      expect(log).not.toContain(secretText);
    expect(await server.world.storage.check()).toBe(true);
    const figures = await (await get(url, "/metrics")).text();
    expect(figures.toLowerCase()).not.toContain(CANARY);
  });

  it("names a request by its route's pattern, with what became of it and how long it took", async () => {
    lines.length = 0;
    await get(server.url, "/api/sites/main?x=1");
    await get(server.url, "/no/such/page");
    await post(server.url, "/api/invitations", {});
    for (const method of ["PUT", "PURGE"]) await fetch(`${server.url}/api/sites/main/knowledge`, { method });
    expect(requests()).toEqual([
      expect.objectContaining({
        method: "GET",
        route: "/api/sites/:site",
        status: 200,
        ms: expect.any(Number),
      }),
      expect.objectContaining({ method: "GET", route: "(none)", status: 404 }),
      expect.objectContaining({ method: "POST", route: "/api/invitations", status: 401 }),
      expect.objectContaining({ method: "PUT", route: "/api/sites/:site/knowledge", status: 403 }),
      expect.objectContaining({ method: "other", route: "(none)", status: 404 }),
    ]);
  });
});
