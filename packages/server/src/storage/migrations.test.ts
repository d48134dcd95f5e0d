/** Rows that an older Sophie wrote are what this one expects of them. */
import { DatabaseSync } from "node:sqlite";
import { Handoff } from "@sophie/engine";
import { aHandoff } from "@sophie/engine/testing";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it } from "vitest";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { NodeSqliteDialect } from "./sqlite/kysely-dialect.ts";

const LAST_WITHOUT_PARTS = "0004-settings";

it("H85 a summary of before it had parts keeps its lines, and has no parts", async () => {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(new DatabaseSync(":memory:")) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateTo(LAST_WITHOUT_PARTS);
  expect(error).toBeUndefined();
  const { id, conversation, site, status, version, updatedAt, ...rest } = aHandoff();
  const lines = [{ text: "Kan ik het huis bezichtigen?", message: "m1" }];
  const body = JSON.stringify({
    id,
    conversation,
    site,
    status,
    version,
    updatedAt,
    ...rest,
    summary: { lines },
  });
  await db
    .insertInto("conversations")
    .values({
      id: conversation,
      site,
      visitor: rest.visitor,
      language: "nl",
      control: "human_pending",
      controller: null,
      handoff: id,
      last_seq: 1,
      preview: "",
      created_at: 1,
      updated_at: 1,
    })
    .execute();
  await db
    .insertInto("handoffs")
    .values({ id, conversation, site, status, version, updated_at: updatedAt, body })
    .execute();
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const row = await db.selectFrom("handoffs").select("body").executeTakeFirstOrThrow();
  const { summary } = Handoff.parse(JSON.parse(row.body));
  expect(summary).toEqual({
    lines,
    sought: null,
    objects: [],
    objections: [],
    questions: [],
    opener: "",
    by: "rules",
  });
  await db.destroy();
});
