/** Brings the tables up to this version of Sophie. Safe to run from two processes at once: the second waits and finds it done. */
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./schema.ts";

const TABLE = "sophie_migration";

/**
 * All of it is one transaction: what fails leaves the tables as they were. `lock` keeps other processes out until its
 * end, on an engine where beginning a transaction does not do so by itself.
 */
export async function migrate(
  db: Kysely<Tables>,
  lock: (transaction: Kysely<Tables>) => Promise<unknown> = async () => {},
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lock(transaction);
    await refuseNewerTables(transaction);
    const migrator = new Migrator({
      db: transaction,
      provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
      migrationTableName: TABLE,
      migrationLockTableName: `${TABLE}_lock`,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}

/** An older Sophie on newer tables would write rows that the newer one cannot read. */
async function refuseNewerTables(db: Kysely<Tables>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === TABLE)) return;
  const done = await db
    .withTables<{ [TABLE]: { name: string } }>()
    .selectFrom(TABLE)
    .select("name")
    .execute();
  const unknown = done.map(({ name }) => name).filter((name) => MIGRATIONS[name] === undefined);
  if (unknown.length > 0) {
    throw new Error(
      `The database was written by a newer version of Sophie (it knows ${unknown.join(", ")}). ` +
        "Start that version or a newer one; this version would damage it.",
    );
  }
}
