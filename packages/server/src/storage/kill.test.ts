/** A process that uses storage is killed with -9 again and again; everything that it had acknowledged is found again. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConversationId, SendId } from "@sophie/engine";
import { afterAll, beforeAll, describe, type ExpectStatic, it } from "vitest";
import { openStorage } from "./open-storage.ts";
import type { Storage } from "./storage.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const ROUNDS = 30;
const APPENDER = new URL("testing/append-until-killed.ts", import.meta.url);

interface Acknowledged {
  readonly conversation: ConversationId;
  readonly id: SendId;
  readonly seq: number;
}

describe.concurrent("kill -9", () => {
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

  it(`Q1 Q11 ${ROUNDS} times on SQLite: every acknowledged message is there, once, and no seq is missing`, async ({
    expect,
  }) => {
    const file = join(folder, "sophie.db");
    await surviveKills(expect, "", file, () => openStorage({ url: null, file, now: Date.now }));
  });

  it(`Q1 Q11 ${ROUNDS} times on PostgreSQL: every acknowledged message is there, once, and no seq is missing`, async ({
    expect,
  }) => {
    await surviveKills(expect, database.url, "", () =>
      openStorage({ url: database.url, file: "", now: Date.now }),
    );
  });
});

async function surviveKills(
  expect: ExpectStatic,
  url: string,
  file: string,
  open: () => Promise<{ readonly storage: Storage }>,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // From the very first acknowledgement to the middle of the run, differently each round.
    const acknowledged = await appendUntilKilled([url, file, `run-${round}`], 1 + ((round * 37) % 200));
    const { storage } = await open();
    await expectAll(expect, storage, acknowledged);
    await storage.close();
  }
}

/** Kills the process when it has acknowledged `enough`: it is in the midst of its next commit then. */
async function appendUntilKilled(args: readonly string[], enough: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, ["--conditions=sophie-source", APPENDER.pathname, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
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

async function expectAll(
  expect: ExpectStatic,
  storage: Storage,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  for (const conversation of new Set(acknowledged.map((each) => each.conversation))) {
    const promised = acknowledged.filter((each) => each.conversation === conversation);
    const log = await storage.entriesSince(conversation, 0, 100_000);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    const idAt = new Map(log.map((entry) => [entry.seq, entry.kind === "message" ? entry.id : null]));
    expect(promised.filter(({ id, seq }) => idAt.get(seq) !== id)).toEqual([]);
    expect(new Set(idAt.values()).size).toBe(log.length);
    expect((await storage.stateOf(conversation))?.conversation.lastSeq).toBe(log.length);
  }
}
