/** Opens the storage that the options name: PostgreSQL where there is a URL, else a SQLite file. */
import type { Dialect } from "kysely";
import { openPostgres } from "./postgres/open-postgres.ts";
import { openSqlite } from "./sqlite/open-sqlite.ts";
import type { Storage } from "./storage.ts";

export interface StorageOptions {
  /** `postgres://…`, or null for SQLite. */
  readonly url: string | null;
  /** The SQLite file, made if there is none. Not looked at where there is a URL. */
  readonly file: string;
  /** Epoch ms. */
  readonly now: () => number;
}

/** As better-auth's `database` option takes it. The same database as the storage's, by a connection of its own. */
export interface AuthDatabase {
  readonly dialect: Dialect;
  readonly type: "sqlite" | "postgres";
  readonly transaction: true;
}

export interface OpenStorage {
  readonly storage: Storage;
  /** Where sign-in keeps its own tables. Closed with the storage. */
  readonly authDatabase: AuthDatabase;
}

export async function openStorage({ url, file, now }: StorageOptions): Promise<OpenStorage> {
  if (url === null) return openSqlite({ file, now });
  if (/^postgres(ql)?:\/\//u.test(url)) return openPostgres({ url, now });
  throw new Error(
    "The database URL must begin with postgres://; leave it out to keep everything in one SQLite file.",
  );
}
