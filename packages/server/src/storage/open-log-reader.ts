/** Reads logs out of a store that a server may be using. It changes nothing there, and makes nothing where there is none. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { ConversationId, LogEntry } from "@sophie/engine";
import { type Dialect, Kysely, PostgresDialect } from "kysely";
import { createConnections } from "./postgres/connections.ts";
import type { Tables } from "./schema.ts";
import { NodeSqliteDialect } from "./sqlite/kysely-dialect.ts";
import { readQueries } from "./read-queries.ts";
import type { StorageOptions } from "./open-storage.ts";

export interface LogReader {
  /** The whole log; empty for a conversation that is not there. */
  logOf(conversation: ConversationId): Promise<readonly LogEntry[]>;
  close(): Promise<void>;
}

/** More than any conversation holds, and few enough to be held at once. */
const ENTRIES_MAX = 100_000;

export function openLogReader({ url, file }: Pick<StorageOptions, "url" | "file">): LogReader {
  const { dialect, close } = url === null ? sqlite(file) : postgres(url);
  const { entriesSince } = readQueries(new Kysely<Tables>({ dialect }));
  return { logOf: (conversation) => entriesSince(conversation, 0, ENTRIES_MAX), close };
}

interface Reading {
  readonly dialect: Dialect;
  close(): Promise<void>;
}

function sqlite(file: string): Reading {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}. Name it with --database-file.`);
  const database = new DatabaseSync(file, { readOnly: true });
  return { dialect: new NodeSqliteDialect(database), close: async () => database.close() };
}

function postgres(url: string): Reading {
  const connections = createConnections(url, "-c default_transaction_read_only=on");
  return {
    dialect: new PostgresDialect({ pool: connections.readers }),
    close: () => connections.close(),
  };
}
