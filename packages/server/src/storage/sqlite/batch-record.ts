/** What goes to the writing thread and comes back: plain rows, because they are copied on the way. */
import type { ConversationId, Receipt, SendId } from "@sophie/engine";
import { rowOf } from "../conversation-row.ts";
import type { BatchRows } from "../decide-batch.ts";
import type { ReceiptRaise } from "../group-commit.ts";
import type { ContactRow, ConversationRow, EntryRow, HandoffRow, TimerRow } from "../schema.ts";

export interface BatchQuestion {
  readonly conversations: readonly ConversationId[];
  /** Ids whose place in the log is asked for. */
  readonly sent: readonly (readonly [ConversationId, SendId])[];
}

export type StateRow = ConversationRow & { handoff_body: string | null };

export interface BatchLoad {
  /** In any order; conversations that do not exist are missing. */
  readonly states: readonly StateRow[];
  /** In the order of the question; null where the log does not hold the id. */
  readonly sent: readonly (number | null)[];
}

export interface BatchRecord {
  readonly opened: readonly ConversationRow[];
  readonly updated: readonly ConversationRow[];
  readonly entries: readonly EntryRow[];
  readonly handoffs: readonly HandoffRow[];
  readonly contacts: readonly ContactRow[];
  readonly timers: readonly (Omit<TimerRow, "at"> & { at: number | null })[];
}

export type ThreadRequest =
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
    opened: rows.opened.map(rowOf),
    updated: rows.updated.map(rowOf),
    entries: rows.entries,
    handoffs: rows.handoffs.map((handoff) => {
      const { id, conversation, site, status, version, updatedAt } = handoff;
      return {
        id,
        conversation,
        site,
        status,
        version,
        updated_at: updatedAt,
        body: JSON.stringify(handoff),
      };
    }),
    contacts: rows.contacts.map((contact) => {
      const { id, handoff, site, visitor, createdAt } = contact;
      return { id, handoff, site, visitor, created_at: createdAt, body: JSON.stringify(contact) };
    }),
    timers: rows.timers,
  };
}
