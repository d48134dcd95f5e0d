/**
 * Starts one real PostgreSQL for a whole test run (vitest `globalSetup`). `SOPHIE_TEST_DATABASE_URL` names a running
 * server to use instead; its user must be allowed to create databases.
 */
import { fork } from "node:child_process";
import { once } from "node:events";

const VARIABLE = "SOPHIE_TEST_DATABASE_URL";
const SERVER = new URL("postgres-server.ts", import.meta.url);

/** Several projects name this set-up and share one process: the first starts the server, the others find the variable. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[VARIABLE] !== undefined) return undefined;
  // In a process of its own: the library ends its process with 0 when it is done, which would hide failed tests.
  const server = fork(SERVER, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const answer = await Promise.race([once(server, "message"), once(server, "exit")]);
  const url: unknown = answer[0];
  if (typeof url !== "string") throw new Error("PostgreSQL did not start; the lines above say why.");
  process.env[VARIABLE] = url;
  return async () => {
    delete process.env[VARIABLE];
    const exit = once(server, "exit");
    server.disconnect();
    await exit;
  };
}
