/** Sophie as she is served, on a file of her own: every message is on the disk before anybody is told. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SiteId } from "@sophie/engine";
import { startServer } from "@sophie/server";
import { pino } from "pino";
import { AGENTS, VISITORS } from "./scenario.ts";
import { reportUsage } from "./report-usage.ts";

const folder = mkdtempSync(join(tmpdir(), "sophie-bench-"));
const RATE = { burst: 1_000_000, perSecond: 1_000_000 };
const server = await startServer(
  {
    host: "127.0.0.1",
    port: 0,
    databaseFile: join(folder, "sophie.db"),
    databaseUrl: process.env.SOPHIE_BENCH_DATABASE_URL ?? null,
    publicUrl: null,
    allowedOrigins: ["http://bench.example"],
    siteId: "main" as SiteId,
    siteName: "Bench",
    siteLanguage: "nl",
    logLevel: "silent",
    trustProxy: 0,
    maxConnections: 20_000,
    maxConnectionsPerAddress: 20_000,
    metricsToken: null,
    shutdownMs: 2_000,
  },
  { log: pino({ level: "silent" }), visitorRate: RATE, agentRate: RATE, newcomerRate: RATE },
);
const cookies: string[] = [];
for (let index = 0; index < AGENTS; index += 1) {
  const credentials = { email: `agent${index}@example.org`, password: "correct horse battery" };
  const agent = await server.auth.accounts.create({ name: `Agent ${index}`, ...credentials });
  if (agent === null) throw new Error("No account was made.");
  await server.storage.saveMembership({ agent, site: "main" as SiteId, role: "agent" });
  const lines = (await server.auth.accounts.signIn(credentials)) ?? [];
  cookies.push(lines.map((line) => line.split(";")[0]).join("; "));
}
console.log(JSON.stringify({ port: server.port, cookies, visitors: VISITORS }));
reportUsage();
process.on("disconnect", () => {
  void server.close().finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
