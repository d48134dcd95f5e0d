/**
 * The thread that writes. Syncing to a disk stops whoever does it; here that is nobody who has sockets to serve.
 * One request at a time, answered in order.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { ThreadAnswer, ThreadRequest } from "./batch-record.ts";
import { BatchTransaction } from "./batch-transaction.ts";
import { openDatabase } from "./open-database.ts";

const { file } = workerData as { readonly file: string };
const database = openDatabase(file);
const transaction = new BatchTransaction(database);

parentPort?.on("message", (request: ThreadRequest) => {
  parentPort?.postMessage(answer(request));
  if (request.kind === "close") parentPort?.close();
});

function answer(request: ThreadRequest): ThreadAnswer {
  try {
    switch (request.kind) {
      case "write":
        return { ok: true, value: transaction.write(request) };
      case "begin":
        return { ok: true, value: transaction.begin(request.question) };
      case "finish":
        return { ok: true, value: transaction.finish(request.record, request.receipts) };
      case "give-up":
        transaction.giveUp();
        return { ok: true, value: null };
      case "close":
        database.close();
        return { ok: true, value: null };
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const errcode = error instanceof Error && "errcode" in error ? Number(error.errcode) : null;
    return { ok: false, message, errcode };
  }
}
