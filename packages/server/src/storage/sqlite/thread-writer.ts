/** This side of the writing thread: asks for states, lets the rules decide, and hands over what they say. */
import { Worker } from "node:worker_threads";
import type { ConversationId, Receipt, SendId } from "@sophie/engine";
import { stateOf } from "../conversation-row.ts";
import { type BatchRows, decideBatch, type LoadedBatch, sendKey } from "../decide-batch.ts";
import type { Batch, BatchAnswer, BatchWriter } from "../group-commit.ts";
import type { ChangeRequest, ConversationState } from "../storage.ts";
import { type BatchLoad, type BatchQuestion, type ThreadAnswer, type ThreadRequest } from "./batch-record.ts";
import { primaryCodeOf, whileBusyAgain } from "./patience.ts";
import { recordOf } from "./record-of.ts";

/** SQLite's primary result code for a broken constraint. */
const SQLITE_CONSTRAINT = 19;

/** Conversations whose state is held; beyond it all are let go, and those that go on come back. */
const HELD_MAX = 20_000;

export interface ThreadWriter extends BatchWriter {
  close(): Promise<void>;
}

/** A failure in the thread, with SQLite's result code, as the main thread would have met it. */
class WritingError extends Error {
  readonly errcode: number | undefined;

  constructor(message: string, errcode: number | null) {
    super(message);
    this.name = "WritingError";
    this.errcode = errcode ?? undefined;
  }
}

export function createThreadWriter(file: string, now: () => number): ThreadWriter {
  const worker = startThread(file);
  const waiting: { resolve: (answer: ThreadAnswer) => void; reject: (error: Error) => void }[] = [];
  /** States as the tables have them, so that a busy conversation is not read again with every message. */
  const held = new Map<ConversationId, ConversationState>();
  let fault: Error | null = null;
  let closing: Promise<unknown> | null = null;

  worker.on("message", (answer: ThreadAnswer) => waiting.shift()?.resolve(answer));
  worker.on("error", (error) => fail(error));
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  void ended.then(() => fail(new Error("The writing thread has ended.")));

  function fail(error: Error): void {
    fault ??= error;
    for (const { reject } of waiting.splice(0)) reject(fault);
  }

  async function ask(request: ThreadRequest): Promise<unknown> {
    if (fault !== null) throw fault;
    const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(request);
    });
    if (!answer.ok) throw new WritingError(answer.message, answer.errcode);
    return answer.value;
  }

  /** One trip to the thread, for a batch whose states are all held. Null if they turned out to be old, or an id known. */
  async function writeAtOnce({ changes, receipts }: Batch): Promise<BatchAnswer | null> {
    const { conversations, sent } = questionOf(changes, held);
    if (conversations.length > 0) return null;
    const decided = decideBatch(changes, { states: statesOf(changes, held), seqOfSent: new Map() }, now());
    const record = decided.rows === null ? null : recordOf(decided.rows);
    const raised = await whileBusyAgain(() => ask({ kind: "write", sent, record, receipts }));
    if (raised === null) {
      held.clear();
      return null;
    }
    hold(decided.rows);
    return { outcomes: decided.outcomes, receipts: raised as readonly Receipt[] };
  }

  /** Two trips: first the states, under the lock, then what the rules make of them. */
  async function askThenWrite({ changes, receipts }: Batch): Promise<BatchAnswer> {
    const loaded = await begin(changes);
    try {
      const decided = decideBatch(changes, loaded, now());
      const record = decided.rows === null ? null : recordOf(decided.rows);
      const raised = (await ask({ kind: "finish", record, receipts })) as readonly Receipt[];
      hold(decided.rows);
      return { outcomes: decided.outcomes, receipts: raised };
    } catch (error) {
      await ask({ kind: "give-up" });
      throw error;
    }
  }

  async function begin(changes: readonly ChangeRequest[]): Promise<LoadedBatch> {
    const question = questionOf(changes, held);
    const load = (await whileBusyAgain(() => ask({ kind: "begin", question }))) as BatchLoad;
    if (load.isChangedElsewhere && held.size > 0) {
      held.clear();
      await ask({ kind: "give-up" });
      return begin(changes);
    }
    for (const row of load.states) held.set(row.id, stateOf(row, row.handoff_body));
    return { states: statesOf(changes, held), seqOfSent: seqOfSentIn(question, load) };
  }

  function hold(rows: BatchRows | null): void {
    for (const state of [...(rows?.opened ?? []), ...(rows?.updated ?? [])]) {
      held.set(state.conversation.id, state);
    }
  }

  async function commit(batch: Batch): Promise<BatchAnswer> {
    if (held.size > HELD_MAX) held.clear();
    try {
      return (await writeAtOnce(batch)) ?? (await askThenWrite(batch));
    } catch (error) {
      held.clear();
      throw error;
    }
  }

  return {
    commit,
    isMemberFault: (error) => primaryCodeOf(error) === SQLITE_CONSTRAINT,
    async close() {
      closing ??= fault === null ? ask({ kind: "close" }) : Promise.resolve();
      await closing;
      // A process that goes on, or goes away, beside a thread that is being taken down may fall with it.
      await ended;
    },
  };
}

/** In the repository it is the source that runs, and Node has to be told where the engine's source is. */
function startThread(file: string): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const entry = new URL(isSource ? "./writing-thread.ts" : "./writing-thread.js", import.meta.url);
  return new Worker(entry, {
    workerData: { file },
    ...(isSource ? { execArgv: ["--conditions=sophie-source"] } : {}),
  });
}

function questionOf(
  changes: readonly ChangeRequest[],
  held: ReadonlyMap<ConversationId, ConversationState>,
): BatchQuestion {
  const conversations = new Set(changes.map(({ conversation }) => conversation));
  return {
    conversations: [...conversations].filter((conversation) => !held.has(conversation)),
    sent: changes.flatMap(({ conversation, id }) => (id === null ? [] : [conversation, id])),
  };
}

/** Only those of this batch: the rules' room copies what it is given. */
function statesOf(
  changes: readonly ChangeRequest[],
  held: ReadonlyMap<ConversationId, ConversationState>,
): ReadonlyMap<ConversationId, ConversationState> {
  const states = new Map<ConversationId, ConversationState>();
  for (const { conversation } of changes) {
    const state = held.get(conversation);
    if (state !== undefined) states.set(conversation, state);
  }
  return states;
}

function seqOfSentIn({ sent }: BatchQuestion, load: BatchLoad): ReadonlyMap<string, number> {
  const seqOfSent = new Map<string, number>();
  for (let at = 0; at < load.sent.length; at += 2) {
    const pair = load.sent[at] ?? 0;
    const key = sendKey(sent[pair * 2] as ConversationId, sent[pair * 2 + 1] as SendId);
    seqOfSent.set(key, load.sent[at + 1] ?? 0);
  }
  return seqOfSent;
}
