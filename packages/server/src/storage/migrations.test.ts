/** What was stored by an older Sophie is read by this one as if it had been stored by it. */
import { DatabaseSync } from "node:sqlite";
import { Contact, Handoff } from "@sophie/engine";
import { Kysely } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { contactQueries } from "./contact-queries.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { NodeSqliteDialect } from "./sqlite/kysely-dialect.ts";
import { handoffOf, newConversation } from "./testing/builders.ts";

const HOUR = 60 * 60_000;
/** What a handoff of the first tables does not have. */
const SINCE = new Set(
  ["channel", "queue", "mode", "rule", "info", "missing", "promise", "target", "pickedUpAt"].concat([
    "warnedAt",
    "cycleAt",
    "cycles",
    "activity",
    "aged",
    "nudge",
  ]),
);

let db: Kysely<Tables>;
beforeEach(async () => {
  db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(new DatabaseSync(":memory:")) });
});
afterEach(() => db.destroy());

async function step(name: string): Promise<void> {
  await MIGRATIONS[name]?.up(db);
}

it("a handoff of before the queues is claimed by hand, counted by the wall's clock, and read by today's schema", async () => {
  await step("0001-first-tables");
  const conversation = newConversation();
  const whole = handoffOf(conversation, { createdAt: 10 * HOUR, dueAt: 11 * HOUR, updatedAt: 10 * HOUR });
  const old = Object.entries(whole).filter(([name]) => !SINCE.has(name));
  const body = JSON.stringify({ ...Object.fromEntries(old), summary: { lines: whole.summary.lines } });
  const head = { conversation, site: whole.site, status: whole.status, version: 1, updated_at: 10 * HOUR };
  await db
    .insertInto("conversations")
    .values({
      id: conversation,
      site: whole.site,
      visitor: whole.visitor,
      language: "nl",
      control: "human_pending",
      controller: null,
      handoff: whole.id,
      last_seq: 0,
      preview: "",
      created_at: 0,
      updated_at: 0,
    })
    .execute();
  await db
    .insertInto("handoffs")
    .values({ id: whole.id, ...head, body })
    .execute();

  for (const name of Object.keys(MIGRATIONS).filter((each) => each > "0001-first-tables")) await step(name);

  const row = await db.selectFrom("handoffs").select("body").executeTakeFirstOrThrow();
  expect(Handoff.parse(JSON.parse(row.body))).toMatchObject({
    dueAt: 11 * HOUR,
    target: { ms: HOUR, clock: "wall", stopOn: "first_response", from: 10 * HOUR, warnAt: 10.75 * HOUR },
    cycleAt: 10 * HOUR,
    cycles: [],
    activity: "gone",
    aged: null,
    nudge: null,
  });
});

it("H85 a summary of before it had parts keeps its lines, and has no parts", async () => {
  for (const name of Object.keys(MIGRATIONS).filter((each) => each < "0005")) await step(name);
  const conversation = newConversation();
  const { summary: _, ...whole } = handoffOf(conversation);
  const lines = [{ text: "Kan ik het huis bezichtigen?", message: "m1" }];
  const { id, site, visitor, status, version } = whole;
  const row = { id: conversation, site, visitor, language: "nl", control: "human_pending" } as const;
  await db
    .insertInto("conversations")
    .values({
      ...row,
      controller: null,
      handoff: id,
      last_seq: 0,
      preview: "",
      created_at: 0,
      updated_at: 0,
    })
    .execute();
  const body = JSON.stringify({ ...whole, summary: { lines } });
  await db
    .insertInto("handoffs")
    .values({ id, conversation, site, status, version, updated_at: 0, body })
    .execute();

  await step("0005-summaries");

  const after = await db.selectFrom("handoffs").select("body").executeTakeFirstOrThrow();
  expect(Handoff.parse(JSON.parse(after.body)).summary).toEqual({
    lines,
    sought: null,
    objects: [],
    objections: [],
    questions: [],
    opener: "",
    by: "rules",
  });
});

it("H76 a contact of before there were people is one of today, linked with its handoff and its visitor", async () => {
  for (const name of Object.keys(MIGRATIONS).filter((each) => each < "0009")) await step(name);
  const conversation = newConversation();
  const handoff = handoffOf(conversation);
  const { id, site, visitor } = handoff;
  await db
    .insertInto("conversations")
    .values({
      id: conversation,
      site,
      visitor,
      language: "nl",
      control: "closed",
      controller: null,
      handoff: id,
      last_seq: 0,
      preview: "",
      created_at: 0,
      updated_at: 0,
    })
    .execute();
  await db
    .insertInto("handoffs")
    .values({
      id,
      conversation,
      site,
      status: "completed",
      version: 1,
      updated_at: 0,
      body: JSON.stringify(handoff),
    })
    .execute();
  const fields = {
    firstName: "Anna",
    lastName: "de Vries",
    email: "Anna@example.org",
    phone: "",
    company: "",
  };
  const old = { id: "anna", site, visitor, handoff: id, ...fields, notes: "Reden", score: 7, createdAt: 5 };
  await db
    .withTables<{ contacts: Record<string, unknown> }>()
    .insertInto("contacts")
    .values({ id: "anna", handoff: id, site, visitor, created_at: 5, body: JSON.stringify(old) })
    .execute();

  for (const name of Object.keys(MIGRATIONS).filter((each) => each > "0009")) await step(name);

  const contacts = contactQueries(db);
  const contact = Contact.parse(await contacts.contactOf({ site, visitor }));
  expect(contact).toMatchObject({ ...fields, notes: "Reden", version: 1, lead: null, updatedAt: 5 });
  expect(await contacts.contactsWithEmail(site, "anna@example.org")).toEqual([contact]);
  expect(await contacts.linksOf(contact.id)).toEqual([
    { contact: "anna", site, handoff: id, conversation, visitor, at: 5, notes: "Reden" },
  ]);
});
