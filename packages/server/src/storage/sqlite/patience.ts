/**
 * Waits for another connection to let go of the write lock without stopping this process: SQLite's own
 * `busy_timeout` sleeps on the event loop, and the connection that holds the lock may be waiting for that very loop.
 */
import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 4;
const WAIT_MAX_MS = 8_000;

/** SQLite's primary result code for "another connection has the lock"; the extended ones carry it in their low byte. */
const SQLITE_BUSY = 5;

/** Runs `attempt` until it is not refused for the lock; `attempt` leaves no transaction open when it throws. */
export async function whileBusyAgain<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (primaryCodeOf(error) !== SQLITE_BUSY || waitedMs >= WAIT_MAX_MS) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

/** The primary result code of a SQLite error; null for any other. */
export function primaryCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  return error.errcode & 0xff;
}
