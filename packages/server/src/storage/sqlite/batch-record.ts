/**
 * What goes to the writing thread and comes back. It is copied on the way, and copying an object costs more than
 * writing it: so rows travel as cells, one flat list a table, in the order of that table's statement.
 */
import type { ConversationId, Receipt, SendId } from "@sophie/engine";
import { CONTACT_COLUMNS, contactRow } from "../contact-row.ts";
import { rowOf } from "../conversation-row.ts";
import type { BatchRows } from "../decide-batch.ts";
import type { ReceiptRaise } from "../group-commit.ts";
import { FIGURE_COLUMNS } from "../figure-row.ts";
import type { ConversationRow } from "../schema.ts";
import type { ConversationState } from "../storage.ts";

export type Cell = string | number | null;

export interface BatchQuestion {
  /** Those whose state this side does not hold. */
  readonly conversations: readonly ConversationId[];
  /** Ids whose place in the log is asked for: conversation and id by turns. */
  readonly sent: readonly (ConversationId | SendId)[];
}

export type StateRow = ConversationRow & { handoff_body: string | null };

export interface BatchLoad {
  /** In any order; conversations that do not exist are missing. */
  readonly states: readonly StateRow[];
  /** Only what the log holds already: the number of the pair in the question and its `seq`, by turns. */
  readonly sent: readonly number[];
  /** Somebody else has written since the last batch: states that were held until now may be old. */
  readonly isChangedElsewhere: boolean;
}

/** Cells a row. */
export const WIDTHS = {
  opened: 11,
  updated: 8,
  entries: 6,
  handoffs: 7,
  contacts: CONTACT_COLUMNS.length,
  links: 6,
  told: 9,
  figures: FIGURE_COLUMNS.length,
  timers: 3,
} as const;

export type BatchRecord = { readonly [T in keyof typeof WIDTHS]: readonly Cell[] };

export type ThreadRequest =
  /** Everything at once, for a batch whose states this side holds. Answered with null, and nothing done, if they may be old or an id is in the log already. */
  | {
      readonly kind: "write";
      readonly sent: BatchQuestion["sent"];
      readonly record: BatchRecord | null;
      readonly receipts: readonly ReceiptRaise[];
    }
  | { readonly kind: "begin"; readonly question: BatchQuestion }
  | {
      readonly kind: "finish";
      /** Null if there is nothing to write. */
      readonly record: BatchRecord | null;
      readonly receipts: readonly ReceiptRaise[];
    }
  | { readonly kind: "give-up" }
  | { readonly kind: "close" };

export type ThreadAnswer =
  | { readonly ok: true; readonly value: BatchLoad | readonly Receipt[] | null }
  /** `errcode`: SQLite's result code, if it was SQLite that failed. */
  | { readonly ok: false; readonly message: string; readonly errcode: number | null };

export function recordOf(rows: BatchRows): BatchRecord {
  return {
    opened: rows.opened.flatMap((state) => {
      const row = rowOf(state);
      return [...movingCells(row), row.id, row.site, row.visitor, row.created_at];
    }),
    updated: rows.updated.flatMap((state: ConversationState) => {
      const row = rowOf(state);
      return [...movingCells(row), row.id];
    }),
    entries: rows.entries.flatMap(({ conversation, seq, id, kind, at, body }) => [
      conversation,
      seq,
      id,
      kind,
      at,
      body,
    ]),
    handoffs: rows.handoffs.flatMap((handoff) => {
      const { id, conversation, site, status, version, updatedAt } = handoff;
      return [id, conversation, site, status, version, updatedAt, JSON.stringify(handoff)];
    }),
    contacts: rows.contacts.flatMap(({ contact }) => {
      const row = contactRow(contact);
      return CONTACT_COLUMNS.map((column): Cell => row[column]);
    }),
    links: rows.contacts.flatMap(({ link }) => {
      const { handoff, contact, site, visitor, at } = link;
      return [handoff, contact, site, visitor, at, JSON.stringify(link)];
    }),
    told: rows.told.flatMap(({ id, site, subject, place, event, at, body }) => [
      id,
      subject,
      place,
      event,
      at,
      body,
      at,
      site,
      `%"${event}"%`,
    ]),
    figures: rows.figures.flatMap((row) => FIGURE_COLUMNS.map((column): Cell => row[column])),
    timers: rows.timers.flatMap(({ kind, conversation, at }) => [kind, conversation, at]),
  };
}

/** What may change after a conversation was opened. */
function movingCells(row: ConversationRow): Cell[] {
  const { language, control, controller, handoff, last_seq, preview, updated_at } = row;
  return [language, control, controller, handoff, last_seq, preview, updated_at];
}
