/** Opens a SQLite file the way that "saved" means saved: write-ahead log, and a sync to the disk with every commit. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** How long opening waits for another process that opens the same new file. */
const OPEN_WAIT_MS = 5_000;

/**
 * Pages that the log may hold before they are written back, 64 MB. The default of 1,000 is two batches of a busy server,
 * and writing back costs two more syncs: with this, twice as many messages a second.
 */
const CHECKPOINT_PAGES = 16_000;

/** Refuses what is no file: several connections of one process share it. */
export function openDatabase(file: string): DatabaseSync {
  try {
    if (file === ":memory:") throw new Error("everything would be gone when the process ends");
    // The folder holds what visitors wrote: for this user only, if it is ours to make.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: OPEN_WAIT_MS, enableForeignKeyConstraints: true });
    database.exec("pragma journal_mode = wal; pragma synchronous = full;");
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}; pragma cache_size = -16000;`);
    // From here on `whileBusyAgain` waits, which does not stop the event loop.
    database.exec("pragma busy_timeout = 0;");
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database ${file} cannot be opened: ${reason}. ` +
        "Name a file in a folder that this user may write to, or a file that Sophie made.",
      { cause: error },
    );
  }
}
