/** Storage in one SQLite file, built into Node: the default, for one process. */
import { Kysely } from "kysely";
import { accountQueries } from "../account-queries.ts";
import { createGroupCommit } from "../group-commit.ts";
import { migrate } from "../migrate.ts";
import type { OpenStorage } from "../open-storage.ts";
import { readQueries } from "../read-queries.ts";
import type { Tables } from "../schema.ts";
import type { Storage } from "../storage.ts";
import { NodeSqliteDialect } from "./kysely-dialect.ts";
import { openDatabase } from "./open-database.ts";
import { createSqliteWriter } from "./write-batch.ts";

export interface SqliteOptions {
  /** The database file, made if there is none; or `:memory:`. */
  readonly file: string;
  /** Epoch ms. */
  readonly now: () => number;
}

export async function openSqlite({ file, now }: SqliteOptions): Promise<OpenStorage> {
  const database = openDatabase(file);
  // One connection serves all: every query through Kysely is one statement, and a batch runs without a pause, so
  // neither ever sees the other's transaction.
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    await migrate(db);
  } catch (error) {
    database.close();
    throw error;
  }
  // Sign-in does use transactions with pauses in them, so it has a connection of its own.
  const authDatabase = openDatabase(file);
  const writer = createSqliteWriter(database, now);
  const lane = createGroupCommit(writer);
  const storage: Storage = {
    ...readQueries(db),
    ...accountQueries(db),
    change: (request) => lane.change(request),
    saveReceipt: (conversation, side, receipt) => lane.saveReceipt({ conversation, side, receipt }),
    stateOf: async (conversation) => writer.load(conversation),
    // There is no other process, so there is nobody to hear and nobody to tell.
    onRemoteChange: () => () => {},
    announce: async () => {},
    onAnnouncement: () => () => {},
    check: async () => database.isOpen,
    async close() {
      await lane.close();
      for (const each of [authDatabase, database]) if (each.isOpen) each.close();
    },
  };
  return {
    storage,
    authDatabase: { dialect: new NodeSqliteDialect(authDatabase), type: "sqlite", transaction: true },
  };
}
