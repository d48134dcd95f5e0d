/** Opens a SQLite file the way that "saved" means saved: write-ahead log, and a sync to the disk with every commit. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** How long opening waits for another process that opens the same new file. */
const OPEN_WAIT_MS = 5_000;

/** `file` may be `:memory:`, for tests. */
export function openDatabase(file: string): DatabaseSync {
  try {
    // The folder holds what visitors wrote: for this user only, if it is ours to make.
    if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: OPEN_WAIT_MS, enableForeignKeyConstraints: true });
    database.exec("pragma journal_mode = wal; pragma synchronous = full;");
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
