/** A process that appends messages from several senders at once and prints each one that was acknowledged, until it is killed. */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { ConversationId } from "@sophie/engine";
import { openStorage } from "../open-storage.ts";
import { saying } from "./builders.ts";

const SENDERS = 12;
const CONVERSATIONS = 4;

const [url, file, run] = process.argv.slice(2);
if (url === undefined || file === undefined || run === undefined)
  throw new Error("Wanted: URL, file and run.");
const { storage } = await openStorage({ url: url === "" ? null : url, file, now: Date.now });
// A killed process saves nothing on its way out; with this the next one starts three times as fast.
flushCompileCache();

await Promise.all(
  Array.from({ length: SENDERS }, async (_, sender) => {
    const conversation = ConversationId.parse(`${run}-${sender % CONVERSATIONS}`);
    for (let turn = 0; ; turn += 1) {
      const id = `s${sender}-${turn}`;
      const outcome = await storage.change(saying(conversation, id));
      if (!outcome.ok || outcome.duplicate) throw new Error(`Not taken: ${id}.`);
      // Straight to the pipe: what a killed process still had in a buffer would be lost, and the test would see less.
      writeSync(1, `${conversation} ${id} ${outcome.entries[0]?.seq}\n`);
    }
  }),
);
