/** The keys with which programs hand in tickets. */
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const apiKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("api_keys")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .addColumn("tail", "text", (column) => column.notNull())
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .addColumn("made_by", "text", (column) => column.notNull())
      .addColumn("revoked_at", "bigint")
      .execute();
    await db.schema.createIndex("api_keys_by_site").on("api_keys").columns(["site"]).execute();
  },
};
