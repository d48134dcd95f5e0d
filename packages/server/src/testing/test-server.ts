/** A real server on a free port with a store of its own, one site and as many people as a test wants. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AgentId,
  DEFAULT_HANDOFF_SETTINGS,
  type HandoffSettings,
  type Role,
  type SiteConfig,
  type SiteId,
} from "@sophie/engine";
import { pino } from "pino";
import { readOptions } from "../options.ts";
import { type RunningServer, type ServerParts, startServer } from "../server.ts";
import { AGENT_HELLO, TestSocket, VISITOR_HELLO } from "./test-socket.ts";

export const SITE = "main" as SiteId;
export const OTHER_SITE = "other" as SiteId;
export const PAGE_ORIGIN = "https://site.example";
export const OTHER_ORIGIN = "https://other.example";

/** Rates that no test meets by accident. */
const UNHURRIED = { burst: 100_000, perSecond: 100_000 };

export interface TestServer extends RunningServer {
  /** Signs somebody up with a role on a site; the same person may be given several. */
  person(name: string, role: Role, sites?: readonly SiteId[]): Promise<TestPerson>;
  /** Saves the next version of the site's handoff settings, and takes it in at once. */
  settle(change: Partial<HandoffSettings>): Promise<void>;
  /** A visitor's socket, greeted. */
  visitor(site?: SiteId, hello?: Partial<Parameters<TestSocket["send"]>[0]>): Promise<TestSocket>;
}

export interface TestPerson {
  readonly id: AgentId;
  readonly cookie: string;
  /** A desk's socket, greeted. */
  desk(): Promise<TestSocket>;
}

export interface TestServerOptions extends Partial<Omit<ServerParts, "log">> {
  /** As `SOPHIE_…` variables. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly afterClose?: SiteConfig["afterClose"];
}

/** `close()` also removes the store. */
export async function startTestServer(given: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "sophie-test-"));
  const read = readOptions({
    SOPHIE_PORT: "0",
    SOPHIE_DATABASE_FILE: join(folder, "sophie.db"),
    SOPHIE_ALLOWED_ORIGINS: PAGE_ORIGIN,
    SOPHIE_SITE_LANGUAGE: "nl",
    ...given.environment,
  });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const server = await startServer(read.options, {
    log: pino({ level: "silent" }),
    visitorRate: given.visitorRate ?? UNHURRIED,
    agentRate: given.agentRate ?? UNHURRIED,
    newcomerRate: given.newcomerRate ?? UNHURRIED,
    ...(given.enter === undefined ? {} : { enter: given.enter }),
    ...(given.heartbeatMs === undefined ? {} : { heartbeatMs: given.heartbeatMs }),
  });
  await saveSites(server, given.afterClose ?? "reopen");
  const sockets = server.url.replace("http", "ws");

  return {
    ...server,
    async person(name, role, sites = [SITE]) {
      const email = `${randomUUID()}@example.org`;
      const password = randomUUID();
      const id = await server.auth.accounts.create({ name, email, password });
      if (id === null) throw new Error("The address is taken.");
      for (const site of sites) await server.storage.saveMembership({ agent: id, site, role });
      const lines = (await server.auth.accounts.signIn({ email, password })) ?? [];
      const cookie = lines.map((line) => line.split(";")[0]).join("; ");
      return {
        id,
        cookie,
        async desk() {
          const socket = new TestSocket(`${sockets}/sockets/agent`, { origin: server.url, cookie });
          await socket.opened();
          socket.send(AGENT_HELLO);
          await socket.next("agent-welcome");
          return socket;
        },
      };
    },
    async settle(change) {
      const before = (await server.storage.settings(SITE)) ?? DEFAULT_HANDOFF_SETTINGS;
      const next = { ...before, ...change, version: before.version + 1 };
      const by = { savedAt: Date.now(), savedBy: "somebody" as AgentId };
      if (!(await server.storage.saveSettings(SITE, next, by))) throw new Error("Somebody else saved.");
      await server.refreshSites();
    },
    async visitor(site = SITE, hello = {}) {
      const origin = site === OTHER_SITE ? OTHER_ORIGIN : PAGE_ORIGIN;
      const socket = new TestSocket(`${sockets}/sockets/visitor/${site}`, { origin });
      await socket.opened();
      socket.send({ ...VISITOR_HELLO, ...hello } as typeof VISITOR_HELLO);
      await socket.next("visitor-welcome");
      return socket;
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function saveSites(server: RunningServer, afterClose: SiteConfig["afterClose"]): Promise<void> {
  for (const [id, origin] of [
    [SITE, PAGE_ORIGIN],
    [OTHER_SITE, OTHER_ORIGIN],
  ] as const) {
    const config: SiteConfig = {
      id,
      name: id,
      language: "nl",
      accent: "#5b5bd6",
      roleNouns: [],
      productNouns: [],
      triggers: [],
      afterClose,
      knowledge: [],
    };
    await server.storage.saveSite({ config, origins: [origin] });
  }
  await server.refreshSites();
}
