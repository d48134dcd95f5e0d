/** Makes the table of figures, and fills it with those of the handoffs that are there already. */
import type { Handoff } from "@sophie/engine";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { figureOf } from "./figure-row.ts";
import type { FigureRow } from "./figure-table.ts";
import type { Tables } from "./schema.ts";

/** Rows in one statement; SQLite takes so many parameters and no more. */
const ROWS_AT_ONCE = 200;

/**
 * Each report is one walk along an index that holds all it asks for, in the order in which it counts: a hundred thousand
 * handoffs take 20 ms a report, against 200 ms by way of the rows.
 */
const INDEXES = {
  figures_by_time: ["site", "created_at"],
  figures_alike: [
    "site",
    "trigger",
    "channel",
    "status",
    "verdict",
    "has_contact",
    "response",
    "created_at",
    "rating",
  ],
  figures_by_handling: ["site", "trigger", "handle_minutes", "created_at"],
  figures_by_score: ["site", "score", "verdict", "has_contact", "status", "created_at"],
  figures_by_confidence: ["site", "trigger", "source", "created_at", "confidence", "verdict"],
  figures_by_verdict: ["site", "verdict", "created_at"],
} as const;

export const figures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("figures")
      // No foreign key: figures say nothing of a person, and may outlive a conversation that was erased.
      .addColumn("handoff", "text", (column) => column.primaryKey())
      .addColumn("site", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("trigger", "text", (column) => column.notNull())
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("priority", "text", (column) => column.notNull())
      .addColumn("score", "integer", (column) => column.notNull())
      .addColumn("confidence", "double precision", (column) => column.notNull())
      .addColumn("activity", "text", (column) => column.notNull())
      .addColumn("aged", "integer", (column) => column.notNull())
      .addColumn("verdict", "text")
      .addColumn("has_contact", "integer", (column) => column.notNull())
      .addColumn("response", "text", (column) => column.notNull())
      .addColumn("handle_minutes", "integer")
      .addColumn("rating", "integer")
      .execute();
    for (const [name, columns] of Object.entries(INDEXES)) {
      await db.schema
        .createIndex(name)
        .on("figures")
        .columns([...columns])
        .execute();
    }
    await fill(db);
  },
};

async function fill(given: Kysely<unknown>): Promise<void> {
  const db = given as Kysely<Tables>;
  const ratings = await ratingsOf(db);
  const handoffs = await db.selectFrom("handoffs").select(["conversation", "body"]).execute();
  const rows = handoffs.map(({ conversation, body }): FigureRow => {
    const handoff: Handoff = JSON.parse(body);
    return figureOf(handoff, ratings.get(conversation) ?? null);
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db
      .insertInto("figures")
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
}

/** The newest of each conversation. */
async function ratingsOf(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const given = await db
    .selectFrom("entries")
    .select(["conversation", "body"])
    .where("kind", "=", "survey")
    .orderBy("seq")
    .execute();
  return new Map(
    given.flatMap(({ conversation, body }): [string, number][] => {
      const { rating } = JSON.parse(body);
      return rating === null ? [] : [[conversation, rating]];
    }),
  );
}
