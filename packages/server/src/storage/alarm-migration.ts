/** The tables of notifications: how each agent wants them, the devices that can be woken up, and who is still to be told of what. */
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const alarms: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("notification_settings")
      .addColumn("agent", "text", (column) => column.primaryKey())
      .addColumn("body", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("devices")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("agent", "text", (column) => column.notNull())
      .addColumn("endpoint", "text", (column) => column.notNull())
      .addColumn("p256dh", "text", (column) => column.notNull())
      .addColumn("auth", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("devices_by_agent").on("devices").columns(["agent", "created_at"]).execute();
    await db.schema
      .createTable("alarms")
      .addColumn("handoff", "text", (column) => column.notNull())
      .addColumn("agent", "text", (column) => column.notNull())
      .addColumn("way", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("tries", "integer", (column) => column.notNull())
      .addColumn("next_at", "bigint")
      // What makes it once per handoff and agent, whatever happens to either.
      .addPrimaryKeyConstraint("alarms_once", ["handoff", "agent", "way"])
      .execute();
    await db.schema.createIndex("alarms_by_next").on("alarms").columns(["next_at"]).execute();
    await db.schema.createIndex("alarms_by_state").on("alarms").columns(["state"]).execute();
  },
};
