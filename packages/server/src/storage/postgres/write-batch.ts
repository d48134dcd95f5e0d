/**
 * Writes one batch to PostgreSQL in one transaction and two trips, however large it is: lock and read, then write,
 * notify and commit. Rows are locked in the order of their ids, so that two processes wait for each other in a row.
 */
import { DatabaseError, type Pool, type PoolClient, type QueryResult } from "pg";
import type { ConversationId } from "@sophie/engine";
import { stateOf } from "../conversation-row.ts";
import { type DecidedBatch, decideBatch, type LoadedBatch, sendKey } from "../decide-batch.ts";
import type { Batch, BatchAnswer, BatchWriter } from "../group-commit.ts";
import type { ChangeRequest, ConversationState } from "../storage.ts";
import { mergeReceipts, type RaisedReceipt, receiptOf } from "./merge-receipts.ts";
import { LOAD, statementsFor, type Statement } from "./statements.ts";

const TRIES_MAX = 8;
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
const UNIQUE_VIOLATION = "23505";

export interface PostgresWriterOptions {
  /** Of one connection, with `pipeline`. */
  readonly pool: Pool;
  /** Who says so, in the notices: this process. */
  readonly sender: string;
  readonly now: () => number;
}

export function createPostgresWriter({ pool, sender, now }: PostgresWriterOptions): BatchWriter {
  async function attempt(batch: Batch): Promise<BatchAnswer> {
    return inTransaction(pool, async (client) => {
      const loaded = await load(client, batch.changes);
      const decided = decideBatch(batch.changes, loaded, now());
      const receipts = mergeReceipts(batch.receipts);
      if (decided.rows === null && receipts.length === 0) {
        await client.query("rollback");
        return { outcomes: decided.outcomes, receipts: [] };
      }
      const raised = await writeAndCommit(client, decided, receipts, sender);
      return {
        outcomes: decided.outcomes,
        receipts: batch.receipts.map((raise) => receiptOf(raised, raise)),
      };
    });
  }

  async function commit(batch: Batch): Promise<BatchAnswer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(batch);
      } catch (error) {
        if (tries >= TRIES_MAX || !isRace(error)) throw error;
      }
    }
  }

  return { commit, isMemberFault };
}

/** `work` ends the transaction itself; whatever it throws, the connection comes back clean or not at all. */
async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const answer = await work(client);
    client.release();
    return answer;
  } catch (error) {
    client.release(!(error instanceof DatabaseError && (await canRollBack(client))));
    throw error;
  }
}

async function canRollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query("rollback");
    return true;
  } catch {
    return false;
  }
}

/** First trip. Each statement sees what was committed when it began, so the last two see what the lock waited for. */
async function load(client: PoolClient, changes: readonly ChangeRequest[]): Promise<LoadedBatch> {
  const ids = [...new Set(changes.map(({ conversation }) => conversation))].toSorted();
  const sent = changes.filter(({ id }) => id !== null);
  const [, conversations = [], handoffs = [], entries = []] = await together(client, [
    // Whatever the database's default is: a statement must see what the lock before it waited for.
    { text: "begin isolation level read committed" },
    LOAD.lockConversations(ids),
    LOAD.newestHandoffs(ids),
    LOAD.sentBefore(
      sent.map(({ conversation }) => conversation),
      sent.map(({ id }) => id),
    ),
  ]);
  const bodies = new Map<ConversationId, string>();
  for (const { conversation, body } of handoffs) bodies.set(conversation, body);
  const states = new Map<ConversationId, ConversationState>();
  for (const row of conversations) states.set(row.id, stateOf(row, bodies.get(row.id) ?? null));
  const seqOfSent = new Map<string, number>();
  for (const { conversation, id, seq } of entries) seqOfSent.set(sendKey(conversation, id), seq);
  return { states, seqOfSent };
}

/** Second trip. If one statement fails, PostgreSQL refuses the ones after it and turns the commit into a rollback. */
async function writeAndCommit(
  client: PoolClient,
  { rows }: DecidedBatch,
  receipts: readonly RaisedReceipt[],
  sender: string,
): Promise<readonly RaisedReceipt[]> {
  const statements = statementsFor(rows, receipts, sender);
  const results = await together(client, [...statements, { text: "commit" }]);
  const raised = statements.findIndex(({ name }) => name === "raise-receipts");
  return results[raised] ?? [];
}

/** Sends all, then waits for all: nothing is left on the line when one has failed. Rows as each statement names them. */
async function together(
  client: PoolClient,
  statements: readonly Statement[],
): Promise<QueryResult["rows"][]> {
  const results = await Promise.allSettled(statements.map((statement) => client.query(statement)));
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value.rows;
  });
}

/** Another process opened the same conversation, or the two got in each other's way: decide again on what is there now. */
function isRace(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  if (error.code === UNIQUE_VIOLATION) return error.table === "conversations";
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK;
}

/** Class 22 is data that PostgreSQL cannot hold, class 23 a broken constraint. */
function isMemberFault(error: unknown): boolean {
  return error instanceof DatabaseError && /^2[23]/u.test(error.code ?? "");
}
