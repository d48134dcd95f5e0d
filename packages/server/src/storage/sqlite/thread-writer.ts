/** This side of the writing thread: asks for states, lets the rules decide, and hands over what they say. */
import { Worker } from "node:worker_threads";
import type { Receipt } from "@sophie/engine";
import { stateOf } from "../conversation-row.ts";
import { decideBatch, type LoadedBatch, sendKey } from "../decide-batch.ts";
import type { Batch, BatchAnswer, BatchWriter } from "../group-commit.ts";
import type { ChangeRequest } from "../storage.ts";
import {
  type BatchLoad,
  type BatchQuestion,
  recordOf,
  type ThreadAnswer,
  type ThreadRequest,
} from "./batch-record.ts";
import { primaryCodeOf, whileBusyAgain } from "./patience.ts";

/** SQLite's primary result code for a broken constraint. */
const SQLITE_CONSTRAINT = 19;

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
  let fault: Error | null = null;
  let closing: Promise<unknown> | null = null;

  worker.on("message", (answer: ThreadAnswer) => waiting.shift()?.resolve(answer));
  worker.on("error", (error) => fail(error));
  worker.on("exit", () => fail(new Error("The writing thread has ended.")));

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

  async function commit({ changes, receipts }: Batch): Promise<BatchAnswer> {
    const question = questionOf(changes);
    const load = (await whileBusyAgain(() => ask({ kind: "begin", question }))) as BatchLoad;
    let decided: ReturnType<typeof decideBatch>;
    try {
      decided = decideBatch(changes, loadedOf(question, load), now());
    } catch (error) {
      await ask({ kind: "give-up" });
      throw error;
    }
    const record = decided.rows === null ? null : recordOf(decided.rows);
    const raised = (await ask({ kind: "finish", record, receipts })) as readonly Receipt[];
    return { outcomes: decided.outcomes, receipts: raised };
  }

  return {
    commit,
    isMemberFault: (error) => primaryCodeOf(error) === SQLITE_CONSTRAINT,
    async close() {
      closing ??= fault === null ? ask({ kind: "close" }) : Promise.resolve();
      await closing;
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

function questionOf(changes: readonly ChangeRequest[]): BatchQuestion {
  return {
    conversations: [...new Set(changes.map(({ conversation }) => conversation))],
    sent: changes.flatMap(({ conversation, id }) => (id === null ? [] : [[conversation, id] as const])),
  };
}

function loadedOf({ sent }: BatchQuestion, load: BatchLoad): LoadedBatch {
  const seqOfSent = new Map<string, number>();
  sent.forEach(([conversation, id], index) => {
    const seq = load.sent[index];
    if (typeof seq === "number") seqOfSent.set(sendKey(conversation, id), seq);
  });
  return {
    states: new Map(load.states.map((row) => [row.id, stateOf(row, row.handoff_body)])),
    seqOfSent,
  };
}
