/** One batch on SQLite, from the lock to the sync, with statements that are prepared once: the hot path of the writing thread. */
import type { DatabaseSync } from "node:sqlite";
import type { Receipt } from "@sophie/engine";
import type { ReceiptRaise } from "../group-commit.ts";
import type { BatchLoad, BatchQuestion, BatchRecord, StateRow } from "./batch-record.ts";

type Statements = ReturnType<typeof prepare>;

export class BatchTransaction {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepare(database);
  }

  /** Takes the write lock and reads what the rules need. What is read holds until `finish` or `giveUp`. */
  begin({ conversations, sent }: BatchQuestion): BatchLoad {
    this.#database.exec("begin immediate");
    try {
      return {
        states: conversations.flatMap((id) => {
          const row = this.#statements.state.get(id) as StateRow | undefined;
          return row === undefined ? [] : [row];
        }),
        sent: sent.map(([conversation, id]) => {
          const row = this.#statements.sent.get(conversation, id) as { seq: number } | undefined;
          return row?.seq ?? null;
        }),
      };
    } catch (error) {
      this.giveUp();
      throw error;
    }
  }

  /** Writes and syncs all of it, or nothing. */
  finish(record: BatchRecord | null, receipts: readonly ReceiptRaise[]): readonly Receipt[] {
    try {
      if (record !== null) this.#write(record);
      const raised = receipts.map((raise) => this.#raise(raise));
      this.#database.exec("commit");
      return raised;
    } catch (error) {
      this.giveUp();
      throw error;
    }
  }

  giveUp(): void {
    // SQLite itself rolls back after some failures, such as a full disk.
    if (this.#database.isTransaction) this.#database.exec("rollback");
  }

  #write({ opened, updated, entries, handoffs, contacts, timers }: BatchRecord): void {
    const statements = this.#statements;
    for (const row of opened) {
      statements.open.run(...movingColumns(row), row.id, row.site, row.visitor, row.created_at);
    }
    for (const row of updated) statements.update.run(...movingColumns(row), row.id);
    for (const { conversation, seq, id, kind, at, body } of entries) {
      statements.append.run(conversation, seq, id, kind, at, body);
    }
    for (const { id, conversation, site, status, version, updated_at, body } of handoffs) {
      statements.putHandoff.run(id, conversation, site, status, version, updated_at, body);
    }
    for (const { id, handoff, site, visitor, created_at, body } of contacts) {
      statements.addContact.run(id, handoff, site, visitor, created_at, body);
    }
    for (const { kind, conversation, at } of timers) {
      if (at === null) statements.clearTimer.run(kind, conversation);
      else statements.setTimer.run(kind, conversation, at);
    }
  }

  #raise({ conversation, side, receipt }: ReceiptRaise): Receipt {
    const row = this.#statements.raiseReceipt.get(conversation, side, receipt.delivered, receipt.read);
    return row as unknown as Receipt;
  }
}

/** What may change after a conversation was opened, in the order of both statements. */
function movingColumns(row: BatchRecord["updated"][number]) {
  const { language, control, controller, handoff, last_seq, preview, updated_at } = row;
  return [language, control, controller, handoff, last_seq, preview, updated_at] as const;
}

function prepare(database: DatabaseSync) {
  return {
    state: database.prepare(STATE_QUERY),
    sent: database.prepare("select seq from entries where conversation = ? and id = ?"),
    open: database.prepare(
      `insert into conversations (language, control, controller, handoff, last_seq, preview, updated_at,
       id, site, visitor, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    update: database.prepare(
      `update conversations set language = ?, control = ?, controller = ?, handoff = ?, last_seq = ?, preview = ?,
       updated_at = ? where id = ?`,
    ),
    append: database.prepare(
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

/** A conversation with its newest handoff's JSON. */
export const STATE_QUERY = `select c.*, h.body as handoff_body from conversations c
  left join handoffs h on h.id = c.handoff where c.id = ?`;
