/** Receipts of one batch, one a side: PostgreSQL cannot raise the same row twice in one statement. */
import type { ConversationId, Receipt, Side } from "@sophie/engine";
import type { ReceiptRaise } from "../group-commit.ts";

export interface RaisedReceipt extends Receipt {
  readonly conversation: ConversationId;
  readonly side: Side;
}

/** In one order for everybody, so that two processes do not lock crosswise. */
export function mergeReceipts(raises: readonly ReceiptRaise[]): readonly RaisedReceipt[] {
  const merged = new Map<string, RaisedReceipt>();
  for (const { conversation, side, receipt } of raises) {
    const before = merged.get(keyOf({ conversation, side }));
    merged.set(keyOf({ conversation, side }), {
      conversation,
      side,
      delivered: Math.max(before?.delivered ?? 0, receipt.delivered),
      read: Math.max(before?.read ?? 0, receipt.read),
    });
  }
  return [...merged.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, receipt]) => receipt);
}

export function receiptOf(raised: readonly RaisedReceipt[], { conversation, side }: ReceiptRaise): Receipt {
  const found = raised.find((row) => row.conversation === conversation && row.side === side);
  if (found === undefined) throw new Error(`No receipt came back for ${keyOf({ conversation, side })}.`);
  return { delivered: found.delivered, read: found.read };
}

function keyOf({ conversation, side }: { conversation: ConversationId; side: Side }): string {
  return `${conversation} ${side}`;
}
