/**
 * Group commit: what arrives while a commit runs goes into the next one together, so that one fsync serves all of
 * them. Each sender is answered after its own commit.
 */
import type { ConversationId, Receipt, Side } from "@sophie/engine";
import type { ChangeOutcome, ChangeRequest } from "./storage.ts";

/** Bounds how long a commit, and so the event loop on SQLite, may take. */
const BATCH_MAX = 512;

const UNANSWERED = "A batch writer must answer every member of the batch.";

export type Settled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

export interface ReceiptRaise {
  readonly conversation: ConversationId;
  readonly side: Side;
  readonly receipt: Receipt;
}

export interface Batch {
  readonly changes: readonly ChangeRequest[];
  readonly receipts: readonly ReceiptRaise[];
}

/** What a committed batch answers: one for each member, in order. */
export interface BatchAnswer {
  readonly outcomes: readonly Settled<ChangeOutcome>[];
  readonly receipts: readonly Receipt[];
}

export interface BatchWriter {
  /** Writes all of it or nothing; throws or rejects in the second case. */
  commit(batch: Batch): BatchAnswer | Promise<BatchAnswer>;
  /** Whether the batch failed because of one of its members, and surely nothing of it is stored. */
  isMemberFault(error: unknown): boolean;
}

export interface GroupCommit {
  change(request: ChangeRequest): Promise<ChangeOutcome>;
  saveReceipt(raise: ReceiptRaise): Promise<Receipt>;
  /** Takes nothing more; resolves when everything taken is answered. */
  close(): Promise<void>;
}

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (error: unknown) => void;
}

export function createGroupCommit(writer: BatchWriter): GroupCommit {
  let changes: Waiting<ChangeRequest, ChangeOutcome>[] = [];
  let receipts: Waiting<ReceiptRaise, Receipt>[] = [];
  let isBusy = false;
  let isClosed = false;
  const whenIdle: (() => void)[] = [];

  /** `setImmediate`, not a promise callback: timers and sockets get their turn between two commits. */
  function schedule(): void {
    if (isBusy) return;
    isBusy = true;
    setImmediate(() => void run());
  }

  async function run(): Promise<void> {
    const changesNow = changes.slice(0, BATCH_MAX);
    const receiptsNow = receipts.slice(0, BATCH_MAX);
    changes = changes.slice(BATCH_MAX);
    receipts = receipts.slice(BATCH_MAX);
    const answer = await commit(writer, changesNow, receiptsNow);
    // The next batch is on its way before the senders of this one are told: telling them takes as long as writing.
    const isMore = changes.length + receipts.length > 0;
    if (isMore) void run();
    else isBusy = false;
    answer();
    if (!isBusy) for (const resolve of whenIdle.splice(0)) resolve();
  }

  function enqueue<I, O>(queue: () => Waiting<I, O>[], item: I): Promise<O> {
    if (isClosed) return Promise.reject(new Error("The storage is closed."));
    return new Promise((resolve, reject) => {
      queue().push({ item, resolve, reject });
      schedule();
    });
  }

  return {
    change: (request) => enqueue(() => changes, request),
    saveReceipt: (raise) => enqueue(() => receipts, raise),
    async close() {
      isClosed = true;
      if (isBusy) await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
}

/** Resolves with the way to answer everybody, once all of it is written or has failed. */
async function commit(
  writer: BatchWriter,
  changes: readonly Waiting<ChangeRequest, ChangeOutcome>[],
  receipts: readonly Waiting<ReceiptRaise, Receipt>[],
): Promise<() => void> {
  try {
    const answer = await writer.commit({
      changes: changes.map(({ item }) => item),
      receipts: receipts.map(({ item }) => item),
    });
    return () => {
      for (const [index, { resolve, reject }] of changes.entries()) {
        const outcome = answer.outcomes[index] ?? { ok: false, error: new Error(UNANSWERED) };
        if (outcome.ok) resolve(outcome.value);
        else reject(outcome.error);
      }
      for (const [index, { resolve, reject }] of receipts.entries()) {
        const receipt = answer.receipts[index];
        if (receipt === undefined) reject(new Error(UNANSWERED));
        else resolve(receipt);
      }
    };
  } catch (error) {
    if (changes.length + receipts.length > 1 && writer.isMemberFault(error)) {
      // One member broke a rule of the database. Alone, it fails alone.
      const answers: (() => void)[] = [];
      for (const change of changes) answers.push(await commit(writer, [change], []));
      for (const receipt of receipts) answers.push(await commit(writer, [], [receipt]));
      return () => answers.forEach((answer) => answer());
    }
    return () => {
      for (const { reject } of [...changes, ...receipts]) reject(error);
    };
  }
}
