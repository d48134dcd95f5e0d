/** Runs the contract on a real PostgreSQL with two storages at once, and holds what only a bus and two processes can do. */
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenContractStore } from "./contract/contract-store.ts";
import { openStorage } from "./open-storage.ts";
import { storageContract } from "./storage.contract.ts";
import type { RemoteChange, Storage } from "./storage.ts";
import { changing, handoffOf, newConversation, saying, SITE } from "./testing/builders.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const openContractStore: OpenContractStore = async () => {
  const database = await createTestDatabase();
  const clock = { nowMs: 1_000 };
  const open = () => openStorage({ url: database.url, file: "", now: () => clock.nowMs });
  const [one, other] = await Promise.all([open(), open()]);
  return {
    storage: one.storage,
    neighbour: other.storage,
    clock,
    async close() {
      await Promise.all([one.storage.close(), other.storage.close()]);
      await database.drop();
    },
  };
};

storageContract("PostgreSQL", openContractStore);

describe("two processes on PostgreSQL", () => {
  let database: TestDatabase;
  let here: Storage;
  let there: Storage;
  beforeAll(async () => {
    database = await createTestDatabase();
    const open = () => openStorage({ url: database.url, file: "", now: Date.now });
    const [one, other] = await Promise.all([open(), open()]);
    [here, there] = [one.storage, other.storage];
  });
  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await database.drop();
  });

  it("tell each other of every change, and never themselves", async () => {
    const conversation = newConversation();
    const own = collect<RemoteChange>((listener) =>
      here.onRemoteChange((changes) => changes.forEach(listener)),
    );
    const heard = collect<RemoteChange>((listener) =>
      there.onRemoteChange((changes) => changes.forEach(listener)),
    );
    await here.change(saying(conversation, "m1"));
    await here.change(changing(conversation, { handoff: handoffOf(conversation) }));
    expect(await heard.until((changes) => changes.length === 2)).toEqual([
      { conversation, site: SITE, lastSeq: 1, handoff: null },
      { conversation, site: SITE, lastSeq: 1, handoff: handoffOf(conversation).id },
    ]);
    // What was told here comes after what it would have heard of itself.
    await there.change(saying(conversation, "m2"));
    expect(await own.until((changes) => changes.length > 0)).toMatchObject([{ lastSeq: 2 }]);
    own.stop();
    heard.stop();
  });

  it("tell nothing of a change that was refused or sent before", async () => {
    const [quiet, loud] = [newConversation(), newConversation()];
    await here.change(saying(quiet, "m1"));
    const heard = collect<RemoteChange>((listener) =>
      there.onRemoteChange((changes) => changes.forEach(listener)),
    );
    await here.change(saying(loud, "start"));
    await heard.until((changes) => changes.some(({ conversation }) => conversation === loud));
    await here.change(saying(quiet, "m1"));
    await here.change(saying(loud, "end"));
    const all = await heard.until((changes) => changes.some(({ lastSeq }) => lastSeq === 2));
    expect(all.slice(-2).map(({ conversation }) => conversation)).toEqual([loud, loud]);
    heard.stop();
  });

  it("tell each other of both handoffs when one batch ends the first and begins the second", async () => {
    const conversation = newConversation();
    const first = handoffOf(conversation);
    const second = handoffOf(conversation, { id: handoffOf(newConversation()).id });
    const heard = collect<RemoteChange>((listener) =>
      there.onRemoteChange((changes) => changes.forEach(listener)),
    );
    await Promise.all([first, second].map((handoff) => here.change(changing(conversation, { handoff }))));
    const all = await heard.until(
      (changes) => changes.filter(({ handoff }) => handoff !== null).length === 2,
    );
    expect(new Set(all.map(({ handoff }) => handoff))).toEqual(new Set([first.id, second.id]));
    heard.stop();
  });

  it("tell each other of a batch that is larger than one notice holds", async () => {
    const conversations = Array.from({ length: 500 }, newConversation);
    const heard = collect<RemoteChange>((listener) =>
      there.onRemoteChange((changes) => changes.forEach(listener)),
    );
    await Promise.all(conversations.map((conversation) => here.change(saying(conversation, "m1"))));
    const all = await heard.until((changes) => changes.length === conversations.length);
    expect(new Set(all.map(({ conversation }) => conversation))).toEqual(new Set(conversations));
    heard.stop();
  });

  it("announce what is not stored to each other, in order, and never to themselves", async () => {
    const own = collect<string>((listener) => here.onAnnouncement(listener));
    const heard = collect<string>((listener) => there.onAnnouncement(listener));
    const texts = ['{"typing":"ünï 🏠"}', "two\nlines", "", "x".repeat(7_000)];
    await Promise.all(texts.map((text) => here.announce(text)));
    expect(await heard.until((all) => all.length === texts.length)).toEqual(texts);
    await there.announce("answer");
    expect(await own.until((all) => all.length > 0)).toEqual(["answer"]);
    own.stop();
    heard.stop();
  });

  it("refuse an announcement that is too long for a notice", async () => {
    await expect(here.announce("é".repeat(3_501))).rejects.toThrow(/7000 bytes/u);
  });

  it("Q1 tell again what changed while the line between them was down", async () => {
    const heard = collect<RemoteChange>((listener) =>
      there.onRemoteChange((changes) => changes.forEach(listener)),
    );
    for (let round = 0; round < 5; round += 1) {
      const conversation = newConversation();
      // Both lose their lines at once; the change is made before either can be back.
      await Promise.all([
        cutListeners(database.url),
        here.change(changing(conversation, { handoff: handoffOf(conversation) })),
      ]);
      const { id } = handoffOf(conversation);
      const all = await heard.until((changes) => changes.some(({ handoff }) => handoff === id));
      expect(all.filter(({ handoff }) => handoff === id)).toContainEqual({
        conversation,
        site: SITE,
        lastSeq: 0,
        handoff: id,
      });
    }
    heard.stop();
  });

  it("go on after every connection to the database was cut", async () => {
    const conversation = newConversation();
    await here.change(saying(conversation, "m1"));
    await cutConnections(database.url);
    // A commit under way at that moment may fail; the next ones must not.
    await here.change(saying(conversation, "m2")).catch(() => null);
    await here.change(saying(conversation, "m2"));
    expect(await here.entriesSince(conversation, 0, 10)).toHaveLength(2);
    expect(await there.check()).toBe(true);
  });
});

describe("a PostgreSQL database", () => {
  it("is refused, by its place and without its password, when it cannot be reached", async () => {
    const url = "postgres://sophie:very-secret@127.0.0.1:1/nowhere";
    const failure = await openStorage({ url, file: "", now: Date.now }).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/127\.0\.0\.1:1\/nowhere cannot be reached/u);
    expect(String(failure)).not.toContain("very-secret");
  });

  it("is refused when a newer version of Sophie wrote it", async () => {
    const database = await createTestDatabase();
    const open = () => openStorage({ url: database.url, file: "", now: Date.now });
    await open().then(({ storage }) => storage.close());
    await query(
      database.url,
      "insert into sophie_migration (name, timestamp) values ('9999-from-the-future', '')",
    );
    await expect(open()).rejects.toThrow(/newer version of Sophie.*9999-from-the-future/u);
    await database.drop();
  });

  it("is set up once when six processes start on it at once", async () => {
    const database = await createTestDatabase();
    const opened = await Promise.all(
      Array.from({ length: 6 }, () => openStorage({ url: database.url, file: "", now: Date.now })),
    );
    const values = await Promise.all(opened.map(({ storage }) => storage.secret("key", randomUUID())));
    expect(new Set(values).size).toBe(1);
    await Promise.all(opened.map(({ storage }) => storage.close()));
    await database.drop();
  });
});

interface Collected<T> {
  /** Waits until what has come fulfils `isEnough`; the test's own time limit ends a wait that is in vain. */
  until(isEnough: (all: readonly T[]) => boolean): Promise<readonly T[]>;
  stop(): void;
}

function collect<T>(subscribe: (listener: (item: T) => void) => () => void): Collected<T> {
  const all: T[] = [];
  let check: (() => void) | null = null;
  const stop = subscribe((item) => {
    all.push(item);
    check?.();
  });
  return {
    until: (isEnough) =>
      new Promise((resolve) => {
        check = () => {
          if (isEnough(all)) resolve([...all]);
        };
        check();
      }),
    stop,
  };
}

const cutListeners = (url: string) =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'sophie listener'`,
  );

const cutConnections = (url: string) =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
