/** What agents have for working together: who writes an answer in a conversation, and answers that are written already. */
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const together: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("conversations").addColumn("composer", "text").execute();
    await db.schema
      .createTable("canned_replies")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("owner", "text")
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("texts", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("canned_replies_by_site").on("canned_replies").columns(["site"]).execute();
  },
};
