/** Tests that the demo starts, serves its site and its desk, and is as lively as it says. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Handoff, HANDOFF_STATUSES, LANGUAGES, PRIORITIES } from "@sophie/engine";
import { readOptions, startServer } from "@sophie/server";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KNOWLEDGE } from "./knowledge.ts";
import { type Demo, startDemo } from "./demo.ts";
import { findPort } from "./free-port.ts";

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sophie-demo-"));
  demo = await startDemo({
    serverPort: 0,
    sitePort: 0,
    databaseFile: join(folder, "demo.db"),
    logLevel: "silent",
  });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

const PAGES = [
  "/",
  "/objecten/dorpstraat-15",
  "/objecten/kerkplein-3",
  "/objecten/havenkade-8",
  "/hypotheek",
  "/contact",
  "/detector",
];

describe("the estate agent's site", () => {
  it.each(PAGES)("has the page %s, with one script tag of Sophie and a strict policy", async (path) => {
    const response = await fetch(demo.site + path);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html.match(/<script[^>]+sophie[^>]+>/g)).toEqual([
      `<script src="${demo.server}/sophie.js" data-site="demo" async>`,
    ]);
    expect(html).not.toMatch(/ style=|<style|<script>|onclick=/);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`script-src 'self' ${demo.server};`);
    expect(policy).not.toContain("unsafe");
  });

  it("has no link that leads nowhere", async () => {
    const found = new Set<string>();
    for (const page of PAGES) {
      const html = await (await fetch(demo.site + page)).text();
      for (const [, link = ""] of html.matchAll(/(?:href|src)="(\/[^"]*)"/g)) found.add(link);
    }
    for (const link of found) expect([link, (await fetch(demo.site + link)).status]).toEqual([link, 200]);
    expect((await fetch(`${demo.site}/kasteel`)).status).toBe(404);
  });

  it("is another origin than Sophie's, and the only one that gets its configuration", async () => {
    const ask = (origin: string) => fetch(`${demo.server}/api/sites/demo`, { headers: { origin } });
    const own = await ask(demo.site);
    expect(new URL(demo.site).origin).not.toBe(new URL(demo.server).origin);
    expect(own.headers.get("access-control-allow-origin")).toBe(demo.site);
    expect(await own.json()).toMatchObject({ name: "Makelaardij Van Leeuwen", language: "nl" });
    expect((await ask("https://elsewhere.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

async function enter(link: string): Promise<Response> {
  const [, secret = ""] = link.split("#enter=");
  const headers = { origin: demo.server, "x-sophie": "1", "content-type": "application/json" };
  return fetch(`${demo.server}/api/enter`, { method: "POST", headers, body: JSON.stringify({ secret }) });
}

describe("the demo's desk", () => {
  it.each([
    ["Ana", "agent"],
    ["Ben", "agent"],
    ["Chris", "admin"],
  ] as const)("lets %s in with a link that works once", async (name, role) => {
    const link = demo.deskLink(name);
    const response = await enter(link);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const me = await fetch(`${demo.server}/api/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ agent: { name, role }, sites: [{ id: "demo" }] });
    expect((await enter(link)).status).toBe(410);
  });

  it("shows figures, and is ready", async () => {
    expect(await (await fetch(demo.metrics)).text()).toContain("sophie_connections");
    expect((await fetch(`${demo.server}/readyz`)).status).toBe(200);
  });
});

describe("the example queue", () => {
  it("is lively: every status, every priority and every language, breached and answered, none from the future", async () => {
    const file = join(folder, "queue.db");
    const other = await startDemo({ serverPort: 0, sitePort: 0, databaseFile: file, logLevel: "silent" });
    await other.close();
    const read = readOptions({ SOPHIE_PORT: "0", SOPHIE_DATABASE_FILE: file, SOPHIE_SITE_ID: "demo" });
    if (!read.ok) throw new Error(read.problems.join("\n"));
    const server = await startServer(read.options, { log: pino({ level: "silent" }) });
    const { storage } = server;
    try {
      const sites = (await storage.sites()).map(({ config }) => config.id);
      const handoffs = [
        ...(await storage.openHandoffs(sites)),
        ...(await storage.closedHandoffs(sites, "completed", null, 50)),
        ...(await storage.closedHandoffs(sites, "cancelled", null, 50)),
      ];
      const kinds = (kindOf: (handoff: Handoff) => string) => new Set(handoffs.map(kindOf));
      expect(handoffs.length).toBeGreaterThanOrEqual(12);
      expect(kinds(({ status }) => status)).toEqual(new Set(HANDOFF_STATUSES));
      expect(kinds(({ priority }) => priority)).toEqual(new Set(PRIORITIES));
      expect(kinds(({ language }) => language)).toEqual(new Set(LANGUAGES));
      expect(handoffs.some(({ breachedAt }) => breachedAt !== null)).toBe(true);
      expect(handoffs.some(({ firstResponseAt }) => firstResponseAt !== null)).toBe(true);
      expect(handoffs.every(({ updatedAt }) => updatedAt <= Date.now())).toBe(true);
      const withBot = await storage.botConversations(sites, Date.now() - 1_800_000, 50);
      expect(withBot).toHaveLength(4);
      const hot = handoffs.find(({ trigger }) => trigger === "hot_lead");
      expect(hot).toMatchObject({ status: "pending", source: "behaviour" });
      expect(hot?.score).toBeGreaterThanOrEqual(70);
      expect(withBot.map(({ id }) => id)).toContain(hot?.conversation);
    } finally {
      await server.close();
    }
  });

  it("comes with twelve things that Sophie knows, in Dutch and in English", () => {
    expect(KNOWLEDGE).toHaveLength(12);
    expect(new Set(KNOWLEDGE.map(({ language }) => language))).toEqual(new Set(["nl", "en"]));
    expect(new Set(KNOWLEDGE.map(({ id }) => id)).size).toBe(12);
  });
});

describe("a port", () => {
  it("is the usual one where it is free, and another where it is not", async () => {
    const free = await findPort(0, "127.0.0.1");
    expect(await findPort(free.port, "127.0.0.1")).toEqual({ port: free.port, isOther: false });
    const taken = Number(new URL(demo.site).port);
    const found = await findPort(taken, "127.0.0.1");
    expect(found.isOther).toBe(true);
    expect(found.port).not.toBe(taken);
  });
});
