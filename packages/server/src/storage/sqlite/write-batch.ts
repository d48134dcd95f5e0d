/** Writes one batch to SQLite in one transaction, with statements that are prepared once: the hot path. */
import type { DatabaseSync } from "node:sqlite";
import type { ConversationId, Receipt, SendId } from "@sophie/engine";
import { rowOf, stateOf } from "../conversation-row.ts";
import { type BatchRows, decideBatch, type LoadedBatch, sendKey } from "../decide-batch.ts";
import type { Batch, BatchAnswer, BatchWriter, ReceiptRaise } from "../group-commit.ts";
import type { ConversationRow } from "../schema.ts";
import type { ChangeRequest, ConversationState } from "../storage.ts";
import { primaryCodeOf, whileBusyAgain } from "./patience.ts";

/** SQLite's primary result code for a broken constraint. */
const SQLITE_CONSTRAINT = 19;

export interface SqliteWriter extends BatchWriter {
  load(conversation: ConversationId): ConversationState | null;
}

export function createSqliteWriter(database: DatabaseSync, now: () => number): SqliteWriter {
  const statements = prepare(database);

  function load(conversation: ConversationId): ConversationState | null {
    const row = statements.conversation.get(conversation);
    if (row === undefined) return null;
    const { handoff_body: handoffBody, ...columns } = row as unknown as JoinedRow;
    return stateOf(columns, handoffBody);
  }

  function commit({ changes, receipts }: Batch): BatchAnswer {
    database.exec("begin immediate");
    try {
      const decided = decideBatch(changes, loadBatch(changes, load, statements), now());
      if (decided.rows !== null) writeRows(statements, decided.rows);
      const raised = receipts.map((raise) => raiseReceipt(statements, raise));
      database.exec("commit");
      return { outcomes: decided.outcomes, receipts: raised };
    } catch (error) {
      // SQLite itself rolls back after some failures, such as a full disk.
      if (database.isTransaction) database.exec("rollback");
      throw error;
    }
  }

  return { load, commit: (batch) => whileBusyAgain(() => commit(batch)), isMemberFault };
}

interface JoinedRow extends ConversationRow {
  handoff_body: string | null;
}

type Statements = ReturnType<typeof prepare>;

function prepare(database: DatabaseSync) {
  return {
    conversation: database.prepare(
      `select c.*, h.body as handoff_body from conversations c left join handoffs h on h.id = c.handoff
       where c.id = ?`,
    ),
    sent: database.prepare("select seq from entries where conversation = ? and id = ?"),
    openConversation: database.prepare(
      `insert into conversations (language, control, controller, handoff, last_seq, preview, updated_at,
       id, site, visitor, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    updateConversation: database.prepare(
      `update conversations set language = ?, control = ?, controller = ?, handoff = ?, last_seq = ?, preview = ?,
       updated_at = ? where id = ?`,
    ),
    appendEntry: database.prepare(
      "insert into entries (conversation, seq, id, kind, at, body) values (?, ?, ?, ?, ?, ?)",
    ),
    putHandoff: database.prepare(
      `insert into handoffs (id, conversation, site, status, version, updated_at, body) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set status = excluded.status, version = excluded.version,
       updated_at = excluded.updated_at, body = excluded.body`,
    ),
    addContact: database.prepare(
      "insert into contacts (id, handoff, site, visitor, created_at, body) values (?, ?, ?, ?, ?, ?)",
    ),
    setTimer: database.prepare(
      `insert into timers (kind, conversation, at) values (?, ?, ?)
       on conflict (conversation, kind) do update set at = excluded.at`,
    ),
    clearTimer: database.prepare("delete from timers where kind = ? and conversation = ?"),
    raiseReceipt: database.prepare(
      `insert into receipts (conversation, side, delivered, read) values (?, ?, ?, ?)
       on conflict (conversation, side) do update set delivered = max(delivered, excluded.delivered),
       read = max(read, excluded.read) returning delivered, read`,
    ),
  };
}

function loadBatch(
  changes: readonly ChangeRequest[],
  load: (conversation: ConversationId) => ConversationState | null,
  statements: Statements,
): LoadedBatch {
  const states = new Map<ConversationId, ConversationState>();
  const seqOfSent = new Map<string, number>();
  for (const { conversation, id } of changes) {
    const state = states.get(conversation) ?? load(conversation);
    if (state === null) continue;
    states.set(conversation, state);
    const seq = id === null ? undefined : seqOf(statements, conversation, id);
    if (id !== null && seq !== undefined) seqOfSent.set(sendKey(conversation, id), seq);
  }
  return { states, seqOfSent };
}

function seqOf(statements: Statements, conversation: ConversationId, id: SendId): number | undefined {
  return (statements.sent.get(conversation, id) as { seq: number } | undefined)?.seq;
}

function writeRows(statements: Statements, rows: BatchRows): void {
  for (const state of rows.opened) {
    const row = rowOf(state);
    statements.openConversation.run(...movingColumns(row), row.id, row.site, row.visitor, row.created_at);
  }
  for (const state of rows.updated) {
    const row = rowOf(state);
    statements.updateConversation.run(...movingColumns(row), row.id);
  }
  for (const { conversation, seq, id, kind, at, body } of rows.entries) {
    statements.appendEntry.run(conversation, seq, id, kind, at, body);
  }
  for (const handoff of rows.handoffs) {
    const { id, conversation, site, status, version, updatedAt } = handoff;
    statements.putHandoff.run(id, conversation, site, status, version, updatedAt, JSON.stringify(handoff));
  }
  for (const contact of rows.contacts) {
    const { id, handoff, site, visitor, createdAt } = contact;
    statements.addContact.run(id, handoff, site, visitor, createdAt, JSON.stringify(contact));
  }
  for (const { kind, conversation, at } of rows.timers) {
    if (at === null) statements.clearTimer.run(kind, conversation);
    else statements.setTimer.run(kind, conversation, at);
  }
}

/** What may change after a conversation was opened, in the order of both statements. */
function movingColumns(row: ConversationRow) {
  const { language, control, controller, handoff, last_seq, preview, updated_at } = row;
  return [language, control, controller, handoff, last_seq, preview, updated_at] as const;
}

function raiseReceipt(statements: Statements, { conversation, side, receipt }: ReceiptRaise): Receipt {
  const row = statements.raiseReceipt.get(conversation, side, receipt.delivered, receipt.read);
  return row as unknown as Receipt;
}

function isMemberFault(error: unknown): boolean {
  return primaryCodeOf(error) === SQLITE_CONSTRAINT;
}
