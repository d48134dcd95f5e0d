/** Tests everything that is served to anybody: configuration, files, health and figures. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMetrics } from "../metrics.ts";
import { createPusher } from "../notify/pusher.ts";
import { get } from "../testing/test-calls.ts";
import { OTHER_ORIGIN, PAGE_ORIGIN, startTestServer, type TestServer } from "../testing/test-server.ts";
import { createApp } from "./app.ts";

let server: TestServer;
let folder: string;
const state = { stopping: false, answers: true };
/** The same server's parts behind an app whose files and troubles the test controls. */
let request: (path: string, headers?: Record<string, string>, from?: string) => Promise<Response>;

beforeAll(async () => {
  server = await startTestServer({ environment: { SOPHIE_METRICS_TOKEN: "a-token-of-the-test" } });
  folder = mkdtempSync(join(tmpdir(), "sophie-pages-"));
  mkdirSync(join(folder, "widget"));
  mkdirSync(join(folder, "desk/assets"), { recursive: true });
  writeFileSync(join(folder, "sophie.js"), "// loader\n".repeat(300));
  writeFileSync(join(folder, "widget/panel.js"), "export {};");
  writeFileSync(join(folder, "widget/words-B1x9_k2Q.js"), "export {};");
  writeFileSync(join(folder, "desk/index.html"), "<!doctype html><title>Sophie</title>");
  writeFileSync(join(folder, "desk/assets/inter.woff2"), "font");
  writeFileSync(join(folder, "secret.txt"), "not for browsers");
  const app = createApp({
    storage: { ...server.storage, check: async () => state.answers },
    auth: server.auth,
    options: { metricsToken: null, trustProxy: 0 },
    log: pino({ level: "silent" }),
    pusher: createPusher({ secret: server.storage.secret, subject: () => "", allowPrivate: false }),
    mailer: null,
    metrics: createMetrics(),
    clock: { now: Date.now },
    siteOf: (id) => server.world.siteOf(id),
    refreshSites: () => server.refreshSites(),
    settingsChanged: async () => {},
    handInTicket: async () => ({ ok: false }),
    publicUrl: () => "https://chat.example.org",
    isStopping: () => state.stopping,
    files: { widget: folder, desk: join(folder, "desk") },
  });
  request = async (path, headers = {}, from = "127.0.0.1") => {
    const incoming = { headers, socket: { remoteAddress: from } };
    return app.request(path, { headers }, { incoming });
  };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("a site's configuration", () => {
  it("is public, for pages of that site's origins and no others", async () => {
    const own = await request("/api/sites/main", { origin: PAGE_ORIGIN });
    expect(own.headers.get("access-control-allow-origin")).toBe(PAGE_ORIGIN);
    expect(await own.json()).toMatchObject({ id: "main", language: "nl" });
    const foreign = await request("/api/sites/main", { origin: OTHER_ORIGIN });
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    expect(foreign.headers.get("vary")).toMatch(/origin/i);
  });

  it("holds neither origins nor anything else that the widget does not need", async () => {
    expect(await (await request("/api/sites/main")).text()).not.toContain("site.example");
  });

  it("is asked for again with its ETag", async () => {
    const first = await request("/api/sites/main");
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
    const again = await request("/api/sites/main", { "if-none-match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("of an unknown site is the same 404 whoever asks", async () => {
    const answers = await Promise.all(
      [{}, { origin: PAGE_ORIGIN }, { cookie: "x=1" }].map((headers) =>
        request("/api/sites/nowhere", headers),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect([...bodies]).toEqual([
      JSON.stringify({ error: "not_found", sentence: "There is nothing at this address." }),
    ]);
  });
});

describe("the widget's files", () => {
  it("are for pages of any origin, with the right type", async () => {
    for (const path of ["/sophie.js", "/widget/panel.js"]) {
      const { status, headers } = await request(path);
      expect([path, status, headers.get("content-type")]).toEqual([
        path,
        200,
        "text/javascript; charset=utf-8",
      ]);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("are kept for ever where the name holds a hash, and asked for again where it does not", async () => {
    const hashed = await request("/widget/words-B1x9_k2Q.js");
    expect(hashed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const plain = await request("/sophie.js");
    expect(plain.headers.get("cache-control")).toBe("no-cache");
    const again = await request("/sophie.js", { "if-none-match": plain.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("are sent small to whoever can take it", async () => {
    const response = await request("/sophie.js", { "accept-encoding": "gzip" });
    expect(response.headers.get("content-encoding")).toBe("gzip");
  });

  it.each([
    "/widget/../secret.txt",
    "/widget/%2e%2e/secret.txt",
    "/widget/..%2fsecret.txt",
    "/desk/..%5c..%5csecret.txt",
  ])("do not lead out of their folder by %s", async (path) => expect((await request(path)).status).toBe(404));
});

describe("the desk's files", () => {
  it("Q18 let nothing run but themselves, and nobody frame them", async () => {
    const { status, headers } = await request("/desk/");
    expect(status).toBe(200);
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self' wss://chat.example.org",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split("; ")).toContain(rule);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("are found from the bare addresses too", async () => {
    expect((await request("/")).headers.get("location")).toBe("/desk/");
    expect((await request("/desk")).headers.get("location")).toBe("/desk/");
  });

  it("have the type of what they are", async () => {
    expect((await request("/desk/assets/inter.woff2")).headers.get("content-type")).toBe("font/woff2");
  });
});

describe("health", () => {
  it("is alive whatever storage does, and ready only while storage answers and nobody stops it", async () => {
    expect((await request("/readyz")).status).toBe(200);
    state.answers = false;
    expect([(await request("/healthz")).status, (await request("/readyz")).status]).toEqual([200, 503]);
    state.answers = true;
    state.stopping = true;
    expect([(await request("/healthz")).status, (await request("/readyz")).status]).toEqual([200, 503]);
    state.stopping = false;
  });
});

describe("the figures", () => {
  it("are open to this machine alone, unless there is a token", async () => {
    expect(await (await request("/metrics")).text()).toContain("sophie_http_request_seconds");
    expect((await request("/metrics", {}, "10.0.0.9")).status).toBe(404);
    expect((await request("/metrics", { "x-forwarded-for": "10.0.0.9" })).status).toBe(404);
  });

  it("are for whoever has the token where there is one, and not even for this machine without it", async () => {
    const withToken = (token: string) => get(server.url, "/metrics", { authorization: `Bearer ${token}` });
    expect((await get(server.url, "/metrics")).status).toBe(404);
    expect((await withToken("another-token-of-it")).status).toBe(404);
    expect((await withToken("a-token-of-the-test")).status).toBe(200);
  });
});

describe("anything else", () => {
  it("is a 404 in JSON that is not kept", async () => {
    const response = await request("/no/such/page");
    expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
    expect(await response.json()).toEqual({ error: "not_found", sentence: expect.any(String) });
  });
});
