/** Storage in one SQLite file, built into Node: the default, for one process. */
import { Kysely } from "kysely";
import { accountQueries } from "../account-queries.ts";
import { alarmQueries } from "../alarm-queries.ts";
import { stateOf } from "../conversation-row.ts";
import { figureQueries } from "../figure-queries.ts";
import { createGroupCommit } from "../group-commit.ts";
import { apiKeyQueries } from "../api-key-queries.ts";
import { cannedQueries } from "../canned-queries.ts";
import { knowledgeQueries } from "../knowledge-queries.ts";
import { contactQueries } from "../contact-queries.ts";
import { leadQueries } from "../lead-queries.ts";
import { webhookQueries } from "../webhook-queries.ts";
import { migrate } from "../migrate.ts";
import type { OpenStorage } from "../open-storage.ts";
import { readQueries } from "../read-queries.ts";
import type { Tables } from "../schema.ts";
import { settingsQueries } from "../settings-queries.ts";
import type { Storage } from "../storage.ts";
import { NodeSqliteDialect } from "./kysely-dialect.ts";
import { openDatabase } from "./open-database.ts";
import type { StateRow } from "./batch-record.ts";
import { STATE_QUERY } from "./batch-transaction.ts";
import { createThreadWriter } from "./thread-writer.ts";

export interface SqliteOptions {
  /** The database file, made if there is none. */
  readonly file: string;
  /** Epoch ms. */
  readonly now: () => number;
}

export async function openSqlite({ file, now }: SqliteOptions): Promise<OpenStorage> {
  const database = openDatabase(file);
  // This connection reads, and writes what is rare. Conversations are written by a thread with a connection of its own.
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    await migrate(db);
  } catch (error) {
    database.close();
    throw error;
  }
  // Sign-in does use transactions with pauses in them, so it has a connection of its own.
  const authDatabase = openDatabase(file);
  const writer = createThreadWriter(file, now);
  const stateQuery = database.prepare(STATE_QUERY);
  const lane = createGroupCommit(writer);
  const storage: Storage = {
    ...readQueries(db),
    ...accountQueries(db),
    ...leadQueries(db),
    ...contactQueries(db),
    ...webhookQueries(db),
    ...alarmQueries(db),
    ...knowledgeQueries(db),
    ...apiKeyQueries(db),
    ...cannedQueries(db),
    ...settingsQueries(db),
    ...figureQueries(db),
    change: (request) => lane.change(request),
    saveReceipt: (conversation, side, receipt) => lane.saveReceipt({ conversation, side, receipt }),
    async stateOf(conversation) {
      const row = stateQuery.get(conversation) as StateRow | undefined;
      return row === undefined ? null : stateOf(row, row.handoff_body);
    },
    // There is no other process, so there is nobody to hear and nobody to tell.
    onRemoteChange: () => () => {},
    announce: async () => {},
    onAnnouncement: () => () => {},
    check: async () => database.isOpen,
    async close() {
      await lane.close();
      await writer.close();
      for (const each of [authDatabase, database]) if (each.isOpen) each.close();
    },
  };
  return {
    storage,
    authDatabase: { dialect: new NodeSqliteDialect(authDatabase), type: "sqlite", transaction: true },
  };
}
