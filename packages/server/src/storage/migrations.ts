/** Every step that the tables ever took, oldest first. A step that was released is never edited; the next one mends it. */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { alarms } from "./alarm-migration.ts";
import { recounts } from "./recount-migration.ts";
import { apiKeys } from "./api-key-migration.ts";
import { people } from "./contact-migration.ts";
import { figures } from "./figure-migration.ts";
import type { Tables } from "./schema.ts";
import { together } from "./together-migration.ts";
import { webhooks } from "./webhook-migration.ts";

const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("conversations")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("control", "text", (column) => column.notNull())
      .addColumn("controller", "text")
      .addColumn("handoff", "text")
      .addColumn("last_seq", "integer", (column) => column.notNull())
      .addColumn("preview", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("updated_at", "bigint", (column) => column.notNull())
      .execute();
    // Serves the list of bot conversations. Partial, so that a message under a person's control, the hot path, moves
    // nothing in it.
    await db.schema
      .createIndex("conversations_of_bot")
      .on("conversations")
      .columns(["updated_at", "site"])
      .where(sql<boolean>`control = 'bot'`)
      .execute();

    // No foreign key here: the conversation's row is locked and written in the same transaction.
    await db.schema
      .createTable("entries")
      .addColumn("conversation", "text", (column) => column.notNull())
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("id", "text")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("entries_place", ["conversation", "seq"])
      .addUniqueConstraint("entries_once", ["conversation", "id"])
      .execute();

    await db.schema
      .createTable("handoffs")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("conversation", "text", (column) => column.notNull().references("conversations.id"))
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("updated_at", "bigint", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("handoffs_by_status")
      .on("handoffs")
      .columns(["site", "status", "updated_at"])
      .execute();

    await db.schema
      .createIndex("handoffs_by_conversation")
      .on("handoffs")
      .columns(["conversation"])
      .execute();

    await db.schema
      .createTable("contacts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("handoff", "text", (column) => column.notNull().unique().references("handoffs.id"))
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("receipts")
      .addColumn("conversation", "text", (column) => column.notNull())
      .addColumn("side", "text", (column) => column.notNull())
      .addColumn("delivered", "integer", (column) => column.notNull())
      .addColumn("read", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("receipts_side", ["conversation", "side"])
      .execute();

    await db.schema
      .createTable("timers")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("conversation", "text", (column) => column.notNull().references("conversations.id"))
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("timers_one_of_a_kind", ["conversation", "kind"])
      .execute();
    await db.schema.createIndex("timers_by_time").on("timers").columns(["at"]).execute();

    await db.schema
      .createTable("sites")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("config", "text", (column) => column.notNull())
      .addColumn("origins", "text", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("memberships")
      .addColumn("agent", "text", (column) => column.notNull())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("memberships_one_a_site", ["agent", "site"])
      .execute();
    await db.schema.createIndex("memberships_by_site").on("memberships").columns(["site"]).execute();

    await db.schema
      .createTable("invitations")
      .addColumn("secret_hash", "text", (column) => column.primaryKey())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("sites", "text", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("secrets")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
  },
};

/** What visitors allow and do on the site. Nothing here lies on the way of a message. */
const leads: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("leads")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "text", (column) => column.notNull())
      .addColumn("consent", "text", (column) => column.notNull())
      .addColumn("consent_at", "bigint", (column) => column.notNull())
      .addColumn("withdrawn_at", "bigint")
      .addColumn("hot", "text", (column) => column.notNull())
      .addColumn("stage", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("leads_one_a_visitor", ["visitor", "site"])
      .execute();
    await db.schema
      .createTable("behaviour")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("visitor", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("behaviour_once", ["visitor", "site", "id"])
      .execute();
    // For forgetting what is old.
    await db.schema.createIndex("behaviour_by_time").on("behaviour").columns(["at"]).execute();
    // A conversation's visitor never changes, so a message moves nothing in these.
    await db.schema
      .createIndex("conversations_by_visitor")
      .on("conversations")
      .columns(["visitor"])
      .execute();
    await db.schema.createIndex("contacts_by_visitor").on("contacts").columns(["visitor"]).execute();
    await db.schema.alterTable("sites").addColumn("scoring", "text").execute();
  },
};

/** Handoffs have a queue, a mode and a target since then; those of before were all claimed by hand, on the wall's clock. */
const routing: Migration = {
  async up(db: Kysely<unknown>) {
    const rows = await (db as Kysely<Tables>).selectFrom("handoffs").select(["id", "body"]).execute();
    for (const { id, body } of rows) {
      const handoff = JSON.parse(body);
      const isBegun = handoff.status === "in_progress" || handoff.status === "completed";
      const since = {
        channel: "web",
        queue: "general",
        mode: "live",
        rule: null,
        info: {},
        missing: [],
        promise: null,
        target: { ms: handoff.dueAt - handoff.createdAt, clock: "wall" },
        pickedUpAt: isBegun ? handoff.updatedAt : null,
      };
      await (db as Kysely<Tables>)
        .updateTable("handoffs")
        .set({ body: JSON.stringify({ ...since, ...handoff }) })
        .where("id", "=", id)
        .execute();
    }
  },
};

/** What sites settle about handing over, who settled it, and whose turn it is. */
const settings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("handoff_settings")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("saved_at", "bigint", (column) => column.notNull())
      .addColumn("saved_by", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("handoff_settings_once", ["site", "version"])
      .execute();
    await db.schema
      .createTable("audit")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("actor", "text", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("audit_by_site").on("audit").columns(["site", "at"]).execute();
    await db.schema
      .createTable("rounds")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("queue", "text", (column) => column.notNull())
      .addColumn("round", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("turns", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("rounds_one_of_a_kind", ["site", "queue", "round"])
      .execute();
  },
};

/** A summary has parts since then; of conversations of before, their last lines are all there is. */
const summaries: Migration = {
  async up(db: Kysely<unknown>) {
    const rows = await (db as Kysely<Tables>).selectFrom("handoffs").select(["id", "body"]).execute();
    for (const { id, body } of rows) {
      const handoff = JSON.parse(body);
      const since = { sought: null, objects: [], objections: [], questions: [], opener: "", by: "rules" };
      await (db as Kysely<Tables>)
        .updateTable("handoffs")
        .set({ body: JSON.stringify({ ...handoff, summary: { ...since, ...handoff.summary } }) })
        .where("id", "=", id)
        .execute();
    }
  },
};

/** A handoff has a clock of its own since then, counted from when it began; before, every hour counted. */
const clocks: Migration = {
  async up(db: Kysely<unknown>) {
    const rows = await (db as Kysely<Tables>).selectFrom("handoffs").select(["id", "body"]).execute();
    for (const { id, body } of rows) {
      const handoff = JSON.parse(body);
      const { ms } = handoff.target;
      const from = handoff.dueAt - ms;
      const since = {
        warnedAt: handoff.breachedAt,
        cycleAt: handoff.cycle === 1 ? handoff.createdAt : from,
        cycles: [],
        activity: "gone",
        aged: null,
        nudge: null,
      };
      const warnAt = from + Math.round(0.75 * ms);
      const target = { ms, clock: "wall", stopOn: "first_response", from, warnAt, counted: null };
      await (db as Kysely<Tables>)
        .updateTable("handoffs")
        .set({ body: JSON.stringify({ ...since, ...handoff, target }) })
        .where("id", "=", id)
        .execute();
    }
  },
};

/** What sites know, and what they were asked and did not know. */
const knowledge: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("knowledge")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("saved_at", "bigint", (column) => column.notNull())
      .addColumn("saved_by", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("knowledge_once", ["site", "version"])
      .execute();
    await db.schema
      .createTable("unknown_questions")
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("question", "text", (column) => column.notNull())
      .addColumn("asked", "integer", (column) => column.notNull())
      .addColumn("last_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("unknown_questions_once", ["site", "language", "topic"])
      .execute();
  },
};

/** By name; run in alphabetical order. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first-tables": firstTables,
  "0002-leads": leads,
  "0003-routing": routing,
  "0004-settings": settings,
  "0005-summaries": summaries,
  "0006-clocks": clocks,
  "0007-knowledge": knowledge,
  "0008-figures": figures,
  "0009-people": people,
  "0010-webhooks": webhooks,
  "0011-together": together,
  "0012-alarms": alarms,
  "0013-api-keys": apiKeys,
  "0014-recounts": recounts,
};
