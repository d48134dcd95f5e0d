/** One batch on SQLite, from the lock to the sync, with statements that are prepared once: the hot path of the writing thread. */
import type { DatabaseSync } from "node:sqlite";
import type { Receipt } from "@sophie/engine";
import { CONTACT_COLUMNS, ON_CONTACT_CONFLICT } from "../contact-table.ts";
import { FIGURE_COLUMNS, ON_FIGURE_CONFLICT } from "../figure-table.ts";
import type { ReceiptRaise } from "../group-commit.ts";
import {
  type BatchLoad,
  type BatchQuestion,
  type BatchRecord,
  type Cell,
  type StateRow,
  type ThreadRequest,
  WIDTHS,
} from "./batch-record.ts";

type Statements = ReturnType<typeof prepare>;

export class BatchTransaction {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  /** SQLite's count of what other connections have committed, as this one last saw it. */
  #foreignVersion = -1;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepare(database);
  }

  /** Takes the write lock and reads what the rules need. What is read holds until `finish` or `giveUp`. */
  begin({ conversations, sent }: BatchQuestion): BatchLoad {
    this.#database.exec("begin immediate");
    try {
      const { data_version: version } = this.#statements.foreignVersion.get() as { data_version: number };
      const isChangedElsewhere = version !== this.#foreignVersion;
      this.#foreignVersion = version;
      const states = conversations.flatMap((id) => {
        const row = this.#statements.state.get(id) as StateRow | undefined;
        return row === undefined ? [] : [row];
      });
      return { states, sent: this.#placesOf(sent), isChangedElsewhere };
    } catch (error) {
      this.giveUp();
      throw error;
    }
  }

  /** All of it in one go, if nothing was written elsewhere and no id is in the log already; null otherwise. */
  write({ sent, record, receipts }: Extract<ThreadRequest, { kind: "write" }>): readonly Receipt[] | null {
    const load = this.begin({ conversations: [], sent });
    if (!load.isChangedElsewhere && load.sent.length === 0) return this.finish(record, receipts);
    this.giveUp();
    return null;
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

  #placesOf(sent: BatchQuestion["sent"]): number[] {
    const places: number[] = [];
    for (let pair = 0; pair * 2 < sent.length; pair += 1) {
      const row = this.#statements.sent.get(sent[pair * 2] ?? null, sent[pair * 2 + 1] ?? null);
      if (row !== undefined) places.push(pair, Number(row["seq"]));
    }
    return places;
  }

  #write(record: BatchRecord): void {
    const statements = this.#statements;
    for (const row of rowsOf(record, "opened")) statements.open.run(...row);
    for (const row of rowsOf(record, "updated")) statements.update.run(...row);
    for (const row of rowsOf(record, "entries")) statements.append.run(...row);
    for (const row of rowsOf(record, "handoffs")) statements.putHandoff.run(...row);
    for (const row of rowsOf(record, "contacts")) statements.putContact.run(...row);
    for (const row of rowsOf(record, "links")) statements.putLink.run(...row);
    for (const row of rowsOf(record, "told")) statements.tell.run(...row);
    for (const row of rowsOf(record, "figures")) statements.putFigure.run(...row);
    for (const [kind = null, conversation = null, at = null] of rowsOf(record, "timers")) {
      if (at === null) statements.clearTimer.run(kind, conversation);
      else statements.setTimer.run(kind, conversation, at);
    }
  }

  #raise({ conversation, side, receipt }: ReceiptRaise): Receipt {
    const row = this.#statements.raiseReceipt.get(conversation, side, receipt.delivered, receipt.read);
    return row as unknown as Receipt;
  }
}

function* rowsOf(record: BatchRecord, table: keyof BatchRecord): Generator<readonly Cell[]> {
  const cells = record[table];
  const width = WIDTHS[table];
  for (let start = 0; start < cells.length; start += width) yield cells.slice(start, start + width);
}

function prepare(database: DatabaseSync) {
  return {
    foreignVersion: database.prepare("pragma data_version"),
    state: database.prepare(STATE_QUERY),
    sent: database.prepare("select seq from entries where conversation = ? and id = ?"),
    open: database.prepare(
      `insert into conversations (language, control, controller, handoff, last_seq, preview, composer,
       updated_at, id, site, visitor, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    update: database.prepare(
      `update conversations set language = ?, control = ?, controller = ?, handoff = ?, last_seq = ?, preview = ?,
       composer = ?, updated_at = ? where id = ?`,
    ),
    append: database.prepare(
      "insert into entries (conversation, seq, id, kind, at, body) values (?, ?, ?, ?, ?, ?)",
    ),
    putHandoff: database.prepare(
      `insert into handoffs (id, conversation, site, status, version, updated_at, body) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set status = excluded.status, version = excluded.version,
       updated_at = excluded.updated_at, body = excluded.body`,
    ),
    putContact: database.prepare(
      `insert into contacts (${CONTACT_COLUMNS.join(", ")}) values (${CONTACT_COLUMNS.map(() => "?").join(", ")})
       ${ON_CONTACT_CONFLICT}`,
    ),
    putLink: database.prepare(
      `insert into contact_links (handoff, contact, site, visitor, at, body) values (?, ?, ?, ?, ?, ?)
       on conflict (handoff) do update set contact = excluded.contact, at = excluded.at, body = excluded.body`,
    ),
    // Only where the site wants to be told of it.
    tell: database.prepare(
      `insert into webhook_outbox (id, site, subject, place, event, at, body, status, tries, next_at)
       select ?, w.site, ?, ?, ?, ?, ?, 'pending', 0, ? from webhooks w
       where w.site = ? and w.is_on = 1 and w.events like ? on conflict (id) do nothing`,
    ),
    putFigure: database.prepare(
      `insert into figures (${FIGURE_COLUMNS.join(", ")}) values (${FIGURE_COLUMNS.map(() => "?").join(", ")})
       ${ON_FIGURE_CONFLICT}`,
    ),
    setTimer: database.prepare(
      `insert into timers (kind, conversation, at) values (?, ?, ?)
       on conflict (conversation, kind) do update set at = excluded.at`,
    ),
    clearTimer: database.prepare("delete from timers where kind = ? and conversation = ?"),
    raiseReceipt: database.prepare(
      `insert into receipts (conversation, side, delivered, read)
       select conversation, side, min(delivered, held), min(read, held)
       from (select given.*, coalesce((select last_seq from conversations where id = conversation), 0) as held
         from (select ? as conversation, ? as side, ? as delivered, ? as read) as given)
       where true on conflict (conversation, side) do update set delivered = max(delivered, excluded.delivered),
       read = max(read, excluded.read) returning delivered, read`,
    ),
  };
}

/** A conversation with its newest handoff's JSON. */
export const STATE_QUERY = `select c.*, h.body as handoff_body from conversations c
  left join handoffs h on h.id = c.handoff where c.id = ?`;
