/** A process that uses storage is killed with -9 again and again; everything that it had acknowledged is found again. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConversationId, SendId } from "@sophie/engine";
import { afterAll, beforeAll, describe, it } from "vitest";
import { openStorage, type StorageOptions } from "./open-storage.ts";
import type { Storage } from "./storage.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const ROUNDS = 8;
/** Sixty processes are started; on a busy machine each takes a second. */
const TIMEOUT_MS = 240_000;

const APPENDER = new URL("testing/append-until-killed.ts", import.meta.url);

interface Acknowledged {
  readonly conversation: ConversationId;
  readonly id: SendId;
  readonly seq: number;
}

describe.concurrent("kill -9", { timeout: TIMEOUT_MS }, () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sophie-kill-"));
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const title = `Q1 Q11 ${ROUNDS} times: every acknowledged message is there, once, and no seq is missing`;

  it(`${title}, on SQLite`, async ({ expect }) => {
    const place = { url: null, file: join(folder, "sophie.db"), now: Date.now };
    expect(await faultsAfterKills(place, folder)).toEqual([]);
  });

  it(`${title}, on PostgreSQL`, async ({ expect }) => {
    const place = { url: database.url, file: "", now: Date.now };
    expect(await faultsAfterKills(place, folder)).toEqual([]);
  });
});

async function faultsAfterKills(place: StorageOptions, compileCache: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // From the very first acknowledgement to the middle of the run, differently each round.
    const enough = 1 + ((round * 37) % 200);
    const args = [place.url ?? "", place.file, `run-${round}`];
    const acknowledged = await appendUntilKilled(compileCache, args, enough);
    const { storage } = await openStorage(place);
    faults.push(...(await faultsIn(storage, acknowledged)));
    await storage.close();
  }
  return faults;
}

/** Kills the process when it has acknowledged `enough`: it is in the midst of its next commit then. */
async function appendUntilKilled(
  compileCache: string,
  args: readonly string[],
  enough: number,
): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, ["--conditions=sophie-source", APPENDER.pathname, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  let printed = "";
  let complaints = "";
  let lines = 0;
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    const text = chunk.toString();
    printed += text;
    lines += text.split("\n").length - 1;
    if (lines >= enough) child.kill("SIGKILL");
  });
  const signal = await new Promise((resolve) => child.once("close", (_, by) => resolve(by)));
  if (signal !== "SIGKILL") throw new Error(`The process ended by itself: ${complaints}`);
  return printed
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const [conversation, id, seq] = line.split(" ");
      return { conversation: ConversationId.parse(conversation), id: SendId.parse(id), seq: Number(seq) };
    });
}

async function faultsIn(storage: Storage, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const conversation of new Set(acknowledged.map((each) => each.conversation))) {
    const log = await storage.entriesSince(conversation, 0, 100_000);
    const idAt = new Map(log.map((entry) => [entry.seq, entry.kind === "message" ? entry.id : null]));
    const lastSeq = (await storage.stateOf(conversation))?.conversation.lastSeq;
    if (log.some(({ seq }, index) => seq !== index + 1)) faults.push(`${conversation} has a gap`);
    if (lastSeq !== log.length) faults.push(`${conversation} ends at ${lastSeq} and holds ${log.length}`);
    if (new Set(idAt.values()).size !== log.length) faults.push(`${conversation} holds a message twice`);
    for (const { id, seq } of acknowledged.filter((each) => each.conversation === conversation)) {
      if (idAt.get(seq) !== id) faults.push(`${conversation} lost ${id}`);
    }
  }
  return faults;
}
