/**
 * What goes to the writing thread and comes back. It is copied on the way, and copying an object costs more than
 * writing it: so rows travel as cells, one flat list a table, in the order of that table's statement.
 */
import type { ConversationId, Receipt, SendId } from "@sophie/engine";
import { CONTACT_COLUMNS } from "../contact-table.ts";
import { FIGURE_COLUMNS } from "../figure-table.ts";
import type { ReceiptRaise } from "../group-commit.ts";
import type { ConversationRow } from "../schema.ts";

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
  opened: 12,
  updated: 9,
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
