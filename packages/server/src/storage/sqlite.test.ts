/** Runs the contract on SQLite, and holds what only a file can do wrong. */
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenContractStore } from "./contract/contract-store.ts";
import { openStorage } from "./open-storage.ts";
import { storageContract } from "./storage.contract.ts";
import { newConversation, saying } from "./testing/builders.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "sophie-sqlite-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `${files}`, "sophie.db");
}

const openOnFile = (file: string) => openStorage({ url: null, file, now: () => 1_000 });

const openContractStore: OpenContractStore = async () => {
  const file = newFile();
  const clock = { nowMs: 1_000 };
  const open = () => openStorage({ url: null, file, now: () => clock.nowMs });
  const [one, other] = await Promise.all([open(), open()]);
  return {
    storage: one.storage,
    neighbour: other.storage,
    clock,
    async close() {
      await Promise.all([one.storage.close(), other.storage.close()]);
    },
  };
};

storageContract("SQLite", openContractStore);

describe("the SQLite file", () => {
  it("is made, with its folder, readable by this user alone", async () => {
    const file = newFile();
    const { storage } = await openOnFile(file);
    expect((await stat(join(file, ".."))).mode & 0o777).toBe(0o700);
    expect((await stat(file)).isFile()).toBe(true);
    await storage.close();
  });

  it("still holds everything when it is opened again", async () => {
    const file = newFile();
    const conversation = newConversation();
    const first = await openOnFile(file);
    await first.storage.change(saying(conversation, "m1"));
    await first.storage.close();
    const second = await openOnFile(file);
    expect(await second.storage.entriesSince(conversation, 0, 10)).toHaveLength(1);
    await second.storage.close();
  });

  it("is refused, by its name, when it cannot be opened or is no database", async () => {
    const text = newFile();
    await openOnFile(text).then(({ storage }) => storage.close());
    await writeFile(text, "These are minutes of a meeting, not a database. ".repeat(100));
    await expect(openOnFile(text)).rejects.toThrow(text);
    await expect(openOnFile(join(text, "below", "a-file.db"))).rejects.toThrow(/cannot be opened/u);
  });

  it("is refused when a newer version of Sophie wrote it", async () => {
    const file = newFile();
    await openOnFile(file).then(({ storage }) => storage.close());
    const database = new DatabaseSync(file);
    database.exec("insert into sophie_migration (name, timestamp) values ('9999-from-the-future', '')");
    database.close();
    await expect(openOnFile(file)).rejects.toThrow(/newer version of Sophie.*9999-from-the-future/u);
  });

  it("may be locked by another program: changes wait, and the event loop does not", async () => {
    const file = newFile();
    const { storage } = await openOnFile(file);
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    const change = storage.change(saying(newConversation(), "m1"));
    const site = storage.secret("name", "value");
    const ticks = await new Promise<number>((resolve) => {
      let count = 0;
      const timer = setInterval(() => {
        count += 1;
        if (count < 10) return;
        clearInterval(timer);
        resolve(count);
      }, 1);
    });
    expect(ticks).toBe(10);
    other.exec("commit");
    other.close();
    expect((await change).ok).toBe(true);
    expect(await site).toBe("value");
    await storage.close();
  });

  it("a database URL of another kind is refused before anything is opened", async () => {
    await expect(
      openStorage({ url: "mysql://localhost/sophie", file: "unused.db", now: () => 0 }),
    ).rejects.toThrow(/postgres:\/\//u);
  });
});
