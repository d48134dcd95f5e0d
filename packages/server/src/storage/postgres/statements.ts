/** The SQL of a batch: one statement a table, whose parameters are columns, so that its length never changes. */
import { rowOf } from "../conversation-row.ts";
import { contactRow } from "../contact-row.ts";
import { CONTACT_COLUMNS, type ContactRow, ON_CONTACT_CONFLICT } from "../contact-table.ts";
import type { BatchRows } from "../decide-batch.ts";
import { FIGURE_COLUMNS, type FigureRow, ON_FIGURE_CONFLICT } from "../figure-table.ts";
import type { ConversationState } from "../storage.ts";
import type { WebhookRow } from "../webhook-event.ts";
import type { RaisedReceipt } from "./merge-receipts.ts";
import { CHANNEL, encodeChanges } from "./notices.ts";

/** `name` lets PostgreSQL keep what it made of the text for the next batch. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

export const LOAD = {
  lockConversations: (ids: readonly string[]): Statement => ({
    name: "lock-conversations",
    text: "select * from conversations where id = any($1::text[]) order by id for update",
    values: [ids],
  }),
  newestHandoffs: (ids: readonly string[]): Statement => ({
    name: "newest-handoffs",
    text: `select c.id as conversation, h.body from conversations c join handoffs h on h.id = c.handoff
           where c.id = any($1::text[])`,
    values: [ids],
  }),
  sentBefore: (conversations: readonly string[], ids: readonly (string | null)[]): Statement => ({
    name: "sent-before",
    text: `select e.conversation, e.id, e.seq from unnest($1::text[], $2::text[]) as sent (conversation, id)
           join entries e on e.conversation = sent.conversation and e.id = sent.id`,
    values: [conversations, ids],
  }),
} as const;

/** Only for the tables that the batch touches, parents before children. */
export function statementsFor(
  rows: BatchRows | null,
  receipts: readonly RaisedReceipt[],
  sender: string,
): readonly Statement[] {
  const statements: Statement[] = [];
  if (rows !== null) {
    if (rows.opened.length > 0) statements.push(openConversations(rows.opened));
    if (rows.updated.length > 0) statements.push(updateConversations(rows.updated));
    if (rows.entries.length > 0) statements.push(appendEntries(rows.entries));
    if (rows.handoffs.length > 0) statements.push(putHandoffs(rows.handoffs));
    if (rows.contacts.length > 0) statements.push(putContacts(rows.contacts), putLinks(rows.contacts));
    if (rows.told.length > 0) statements.push(tell(rows.told));
    if (rows.figures.length > 0) statements.push(putFigures(rows.figures));
    const cleared = rows.timers.filter(({ at }) => at === null);
    const set = rows.timers.filter(({ at }) => at !== null);
    if (cleared.length > 0) statements.push(clearTimers(cleared));
    if (set.length > 0) statements.push(setTimers(set));
    if (rows.notices.length > 0) statements.push(notify(encodeChanges(sender, rows.notices)));
  }
  if (receipts.length > 0) statements.push(raiseReceipts(receipts));
  return statements;
}

/** Goes out with the commit, or not at all. */
export function notify(payloads: readonly string[]): Statement {
  return {
    name: "notify",
    text: "select pg_notify($1, payload) from unnest($2::text[]) as payload",
    values: [CHANNEL, payloads],
  };
}

function openConversations(states: readonly ConversationState[]): Statement {
  const rows = states.map(rowOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    name: "open-conversations",
    text: `insert into conversations
             (id, site, visitor, language, control, controller, handoff, last_seq, preview, composer,
              created_at, updated_at)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
             $8::int[], $9::text[], $10::text[], $11::bigint[], $12::bigint[])`,
    values: columns(rows, [
      "id",
      "site",
      "visitor",
      "language",
      "control",
      "controller",
      "handoff",
      "last_seq",
      "preview",
      "composer",
      "created_at",
      "updated_at",
    ]),
  };
}

function updateConversations(states: readonly ConversationState[]): Statement {
  return {
    name: "update-conversations",
    text: `update conversations c set control = n.control, controller = n.controller, handoff = n.handoff,
             last_seq = n.last_seq, preview = n.preview, composer = n.composer, updated_at = n.updated_at
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::bigint[])
             as n (id, control, controller, handoff, last_seq, preview, composer, updated_at)
           where c.id = n.id`,
    values: columns(states.map(rowOf), [
      "id",
      "control",
      "controller",
      "handoff",
      "last_seq",
      "preview",
      "composer",
      "updated_at",
    ]),
  };
}

function appendEntries(rows: BatchRows["entries"]): Statement {
  return {
    name: "append-entries",
    text: `insert into entries (conversation, seq, id, kind, at, body)
           select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[])`,
    values: columns(rows, ["conversation", "seq", "id", "kind", "at", "body"]),
  };
}

function putHandoffs(handoffs: BatchRows["handoffs"]): Statement {
  const rows = handoffs.map((handoff) => ({ ...handoff, body: JSON.stringify(handoff) }));
  return {
    name: "put-handoffs",
    text: `insert into handoffs (id, conversation, site, status, version, updated_at, body)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::text[])
           on conflict (id) do update set status = excluded.status, version = excluded.version,
             updated_at = excluded.updated_at, body = excluded.body`,
    values: columns(rows, ["id", "conversation", "site", "status", "version", "updatedAt", "body"]),
  };
}

/** One statement can write a row only once: of two changes to a contact, the last one. */
function putContacts(changes: BatchRows["contacts"]): Statement {
  const newest = new Map(changes.map(({ contact }) => [contact.id, contactRow(contact)]));
  const types = CONTACT_COLUMNS.map((column, at) => `$${at + 1}::${CONTACT_TYPES[column] ?? "text"}[]`);
  return {
    name: "put-contacts",
    text: `insert into contacts (${CONTACT_COLUMNS.join(", ")}) select * from unnest(${types.join(", ")})
           ${ON_CONTACT_CONFLICT}`,
    values: columns([...newest.values()], CONTACT_COLUMNS),
  };
}

/** Those that are not text. */
const CONTACT_TYPES: Partial<Readonly<Record<keyof ContactRow, string>>> = {
  version: "int",
  score: "int",
  created_at: "bigint",
  updated_at: "bigint",
};

function putLinks(changes: BatchRows["contacts"]): Statement {
  const newest = new Map(
    changes.map(({ link }) => [link.handoff, { ...link, body: JSON.stringify(link) }] as const),
  );
  return {
    name: "put-links",
    text: `insert into contact_links (handoff, contact, site, visitor, at, body)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])
           on conflict (handoff) do update set contact = excluded.contact, at = excluded.at, body = excluded.body`,
    values: columns([...newest.values()], ["handoff", "contact", "site", "visitor", "at", "body"]),
  };
}

/** Only where the site wants to be told of it. */
function tell(rows: readonly WebhookRow[]): Statement {
  return {
    name: "tell",
    text: `insert into webhook_outbox (id, site, subject, place, event, at, body, status, tries, next_at)
           select t.id, t.site, t.subject, t.place, t.event, t.at, t.body, 'pending', 0, t.at
           from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::bigint[], $7::text[])
             as t (id, site, subject, place, event, at, body)
           join webhooks w on w.site = t.site and w.is_on = 1 and w.events like '%"' || t.event || '"%'
           on conflict (id) do nothing`,
    values: columns(rows, ["id", "site", "subject", "place", "event", "at", "body"]),
  };
}

function putFigures(rows: readonly FigureRow[]): Statement {
  const types = FIGURE_COLUMNS.map((column, at) => `$${at + 1}::${FIGURE_TYPES[column] ?? "text"}[]`);
  return {
    name: "put-figures",
    text: `insert into figures (${FIGURE_COLUMNS.join(", ")}) select * from unnest(${types.join(", ")})
           ${ON_FIGURE_CONFLICT}`,
    values: columns(rows, FIGURE_COLUMNS),
  };
}

/** Those that are not text. */
const FIGURE_TYPES: Partial<Readonly<Record<keyof FigureRow, string>>> = {
  created_at: "bigint",
  score: "int",
  confidence: "double precision",
  aged: "int",
  has_contact: "int",
  handle_minutes: "int",
  rating: "int",
};

function setTimers(timers: BatchRows["timers"]): Statement {
  return {
    name: "set-timers",
    text: `insert into timers (kind, conversation, at) select * from unnest($1::text[], $2::text[], $3::bigint[])
           on conflict (conversation, kind) do update set at = excluded.at`,
    values: columns(timers, ["kind", "conversation", "at"]),
  };
}

function clearTimers(timers: BatchRows["timers"]): Statement {
  return {
    name: "clear-timers",
    text: `delete from timers t using unnest($1::text[], $2::text[]) as gone (kind, conversation)
           where t.kind = gone.kind and t.conversation = gone.conversation`,
    values: columns(timers, ["kind", "conversation"]),
  };
}

function raiseReceipts(receipts: readonly RaisedReceipt[]): Statement {
  return {
    name: "raise-receipts",
    text: `insert into receipts as r (conversation, side, delivered, read)
           select conversation, side, least(delivered, held), least(read, held)
           from (select given.*, coalesce((select last_seq from conversations where id = conversation), 0) as held
             from unnest($1::text[], $2::text[], $3::int[], $4::int[])
               as given (conversation, side, delivered, read)) as bounded
           on conflict (conversation, side) do update set delivered = greatest(r.delivered, excluded.delivered),
             read = greatest(r.read, excluded.read)
           returning conversation, side, delivered, read`,
    values: columns(receipts, ["conversation", "side", "delivered", "read"]),
  };
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[] {
  return names.map((name) => rows.map((row) => row[name]));
}
