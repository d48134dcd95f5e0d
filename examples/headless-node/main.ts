/** `npm start`: starts a real server in a folder of its own, talks with Sophie until she gets a person, and checks it. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions, startServer } from "@sophie/server";
import { pino } from "pino";
import { openSession, saidIn, until } from "./converse.ts";

const ORIGIN = "https://www.example.org";

const folder = await mkdtemp(join(tmpdir(), "sophie-headless-"));
const read = readOptions({
  SOPHIE_PORT: "0",
  SOPHIE_DATABASE_FILE: join(folder, "sophie.db"),
  SOPHIE_ALLOWED_ORIGINS: ORIGIN,
  SOPHIE_SITE_NAME: "Van Leeuwen",
  SOPHIE_SITE_LANGUAGE: "en",
});
assert(read.ok, "The options are right.");
const server = await startServer(read.options, { log: pino({ level: "silent" }) });

await assert.rejects(
  openSession({ server: server.url, site: "main", origin: "https://elsewhere.example" }),
  /SOPHIE_ALLOWED_ORIGINS/,
);
const session = await openSession({ server: server.url, site: "main", origin: ORIGIN });
assert.equal(session.snapshot.connection.state, "idle", "Nothing is sent before somebody writes.");

session.say("Could I speak to a person, please?");
const waiting = await until(session, ({ control }) => control === "human_pending");
for (const line of saidIn(waiting)) console.log(line);
const notice = waiting.timeline.find((item) => item.kind === "notice");
console.log(`(${notice?.notice}) ${notice?.text}`);

const state = await server.storage.stateOf(waiting.conversation ?? assert.fail("There is a conversation."));
assert.equal(state?.handoff?.trigger, "human_request");
assert.equal(state?.handoff?.status, "pending");
console.log(`A handoff waits: ${state?.handoff?.trigger}, ${state?.handoff?.priority}.`);

session.close();
await server.close();
await rm(folder, { recursive: true });
