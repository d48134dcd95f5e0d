/** Brings sign-in's own tables up to date. Two processes may start at once: the second waits and finds it done. */
import { getMigrations } from "better-auth/db/migration";
import { Kysely, sql } from "kysely";
import type { AuthDatabase } from "../storage/open-storage.ts";
import type { BetterAuth } from "./better-auth.ts";

/** Any number will do, as long as nobody else in this database takes the same. */
const LOCK = 7_420_001;

export async function migrateAuth(auth: BetterAuth, database: AuthDatabase): Promise<void> {
  const migrate = async (): Promise<void> => {
    const { runMigrations } = await getMigrations(auth.options);
    await runMigrations();
  };
  const db = new Kysely<unknown>({ dialect: database.dialect });
  // Never destroyed here: the storage closes what the dialect stands on.
  await db.connection().execute(async (connection) => {
    const { take, letGo } = LOCKS[database.type];
    await take.execute(connection);
    try {
      await migrate();
    } finally {
      await letGo.execute(connection);
    }
  });
}

/** On SQLite everything goes over one connection, so the tables are made inside the transaction that is the lock. */
const LOCKS = {
  sqlite: { take: sql`begin immediate`, letGo: sql`commit` },
  postgres: { take: sql`select pg_advisory_lock(${LOCK})`, letGo: sql`select pg_advisory_unlock(${LOCK})` },
};
