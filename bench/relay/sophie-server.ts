/** Sophie as she is served, on a file of her own: every message is on the disk before anybody is told. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SiteId } from "@sophie/engine";
import { readOptions, startServer } from "@sophie/server";
import { pino } from "pino";
import { AGENTS, VISITORS } from "./scenario.ts";
import { reportUsage } from "./report-usage.ts";

const folder = mkdtempSync(join(tmpdir(), "sophie-bench-"));
const RATE = { burst: 1_000_000, perSecond: 1_000_000 };
const databaseUrl = process.env.SOPHIE_BENCH_DATABASE_URL;
const read = readOptions({
  SOPHIE_PORT: "0",
  SOPHIE_DATABASE_FILE: join(folder, "sophie.db"),
  SOPHIE_ALLOWED_ORIGINS: "http://bench.example",
  SOPHIE_LOG_LEVEL: "silent",
  SOPHIE_MAX_CONNECTIONS_PER_ADDRESS: "20000",
  ...(databaseUrl === undefined ? {} : { SOPHIE_DATABASE_URL: databaseUrl }),
});
if (!read.ok) throw new Error(read.problems.join("\n"));
const server = await startServer(read.options, {
  log: pino({ level: "silent" }),
  visitorRate: RATE,
  agentRate: RATE,
  newcomerRate: RATE,
});
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
