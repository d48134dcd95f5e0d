/** A save of hours says that what waits has yet to be counted by them, in the same row: whoever is alive finishes it (Q10, Q11). */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

export const recounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable("handoff_settings")
      // Saves of before were counted as they were made.
      .addColumn("recounted", "integer", (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .createIndex("handoff_settings_to_recount")
      .on("handoff_settings")
      .columns(["site", "version"])
      // A literal, so that a planner knows the index serves.
      .where(sql<boolean>`recounted = 0`)
      .execute();
  },
};
