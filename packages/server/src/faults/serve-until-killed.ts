/** A whole server in a process of its own, for tests that kill it: serves what the environment says and prints where. */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { SiteId } from "@sophie/engine";
import { pino } from "pino";
import { readOptions } from "../options.ts";
import { startServer } from "../server.ts";

const AGENTS = ["Ana", "Ben"] as const;
const PASSWORD = "only-for-a-test-that-kills";

/** What the process prints, once, when it listens. */
export interface Listening {
  readonly url: string;
  /** Epoch ms. */
  readonly at: number;
  /** A signed-in cookie for each agent, by name. */
  readonly cookies: Readonly<Record<(typeof AGENTS)[number], string>>;
}

const read = readOptions(process.env);
if (!read.ok) throw new Error(read.problems.join("\n"));
const unhurried = { burst: 1_000_000, perSecond: 1_000_000 };
const { url, auth, storage } = await startServer(read.options, {
  log: pino({ level: "silent" }),
  visitorRate: unhurried,
  agentRate: unhurried,
  newcomerRate: unhurried,
});
const at = Date.now();
const site = SiteId.parse(read.options.siteId);

/** Sessions outlive the process, and signing in takes longer than starting. */
const known = process.env["SOPHIE_TEST_COOKIES"] ?? "";
const cookies: unknown =
  known === "" ? Object.fromEntries(await Promise.all(AGENTS.map(signedUp))) : JSON.parse(known);

async function signedUp(name: string): Promise<readonly [string, string]> {
  const credentials = { email: `${name.toLowerCase()}@example.org`, password: PASSWORD };
  const id = await auth.accounts.create({ name, ...credentials });
  if (id !== null) await storage.saveMembership({ agent: id, site, role: "agent" });
  const lines = (await auth.accounts.signIn(credentials)) ?? [];
  return [name, lines.map((line) => line.split(";")[0]).join("; ")];
}

// A killed process saves nothing on its way out; with this the next one starts three times as fast.
flushCompileCache();
writeSync(1, `${JSON.stringify({ url, at, cookies })}\n`);
