/** Contacts become people: with a version, a stage and keys to sort by, and apart from the handoffs that made them (H74, H76). */
import type { Contact, HandoffId } from "@sophie/engine";
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { contactRow } from "./contact-row.ts";
import type { Tables } from "./schema.ts";

export const people: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table contacts rename to old_contacts`.execute(db);
    await db.schema.dropIndex("contacts_by_visitor").execute();
    await createTables(db);
    await carryOver(db);
    await db.schema.dropTable("old_contacts").execute();
    for (const key of ["name_key", "email_key", "score", "created_at"]) {
      await db.schema.createIndex(`contacts_by_${key}`).on("contacts").columns(["site", key]).execute();
    }
    await db.schema.createIndex("links_by_contact").on("contact_links").column("contact").execute();
    await db.schema.createIndex("links_by_visitor").on("contact_links").column("visitor").execute();
  },
};

interface OldTables extends Tables {
  old_contacts: { handoff: HandoffId; body: string };
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("contacts")
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("name_key", "text", (column) => column.notNull())
    .addColumn("email_key", "text", (column) => column.notNull())
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("score", "integer", (column) => column.notNull())
    .addColumn("search", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("people_once", ["id"])
    .execute();
  await db.schema
    .createTable("contact_links")
    .addColumn("handoff", "text", (column) => column.primaryKey().references("handoffs.id"))
    .addColumn("contact", "text", (column) => column.notNull().references("contacts.id"))
    .addColumn("site", "text", (column) => column.notNull())
    .addColumn("visitor", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .execute();
}

async function carryOver(db: Kysely<OldTables>): Promise<void> {
  const rows = await db
    .selectFrom("old_contacts")
    .innerJoin("handoffs", "handoffs.id", "old_contacts.handoff")
    .select(["old_contacts.body", "handoffs.conversation"])
    .execute();
  for (const { body, conversation } of rows) {
    const { handoff, visitor, score: _score, ...old } = JSON.parse(body);
    const contact: Contact = {
      ...old,
      version: 1,
      stage: "top_of_funnel",
      lead: null,
      updatedAt: old.createdAt,
    };
    await db.insertInto("contacts").values(contactRow(contact)).execute();
    const { id, site, createdAt: at, notes } = contact;
    const link = { contact: id, site, handoff, conversation, visitor, at, notes };
    await db
      .insertInto("contact_links")
      .values({ handoff, contact: id, site, visitor, at, body: JSON.stringify(link) })
      .execute();
  }
}
