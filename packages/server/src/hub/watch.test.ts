/** What a listener hears of a log while others write to it: nothing twice, nothing missing, in order. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Entries, LIMITS } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { madeOf, newConversation, saying } from "../storage/testing/builders.ts";
import { EntriesFrame } from "./entries-frame.ts";
import { Watch } from "./watch.ts";

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sophie-watch-"));
  ({ storage } = await openStorage({ url: null, file: join(folder, "sophie.db"), now: Date.now }));
});
afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

/** A watch on a conversation, and what it has sent. `beforeRead` runs when it reads, before the answer arrives. */
function watching(conversation = newConversation(), since = 0) {
  const heard: number[] = [];
  const during = { read: async () => {}, room: (): Promise<void> | null => null };
  const slow: Storage = {
    ...storage,
    async entriesSince(...args) {
      const entries = await storage.entriesSince(...args);
      await during.read();
      return entries;
    },
  };
  const send = (frame: string) =>
    heard.push(...Entries.parse(JSON.parse(frame)).entries.map(({ seq }) => seq));
  const watch = new Watch(
    slow,
    { send, roomAgain: () => during.room() },
    { conversation, audience: "agent", since },
  );
  const say = async (id: string) =>
    new EntriesFrame(conversation, madeOf(await storage.change(saying(conversation, id))).entries);
  return { watch, say, heard, during };
}

it("Q1 what was committed before the watch began is read, however old the caller's knowledge is", async () => {
  const { watch, say, heard } = watching();
  await say("a");
  await watch.begin();
  expect(heard).toEqual([1]);
});

it("Q1 what is committed while the first read is under way is not missed", async () => {
  const { watch, say, heard, during } = watching();
  during.read = async () => {
    during.read = async () => {};
    watch.offer(await say("a"));
  };
  await watch.begin();
  expect(heard).toEqual([1]);
});

it("Q3 a listener that goes back in the middle of a read hears everything again, in order", async () => {
  const { watch, say, heard, during } = watching();
  for (const id of ["a", "b"]) watch.offer(await say(id));
  during.read = async () => {
    during.read = async () => {};
    await watch.rewind(0);
  };
  const third = await say("c");
  watch.offer(await say("d"));
  watch.offer(third);
  await expect.poll(() => heard).toEqual([1, 2, 1, 2, 3, 4]);
});

it("Q1 what storage did not answer is read again, though nothing new is said", async () => {
  const { watch, say, heard, during } = watching();
  await say("a");
  during.read = async () => {
    during.read = async () => {};
    throw new Error("The disk sleeps.");
  };
  await watch.begin();
  expect(heard).toEqual([]);
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1]);
});

it("Q1 P24 the next page of a long log waits until there is room for it", async () => {
  const { watch, say, heard, during } = watching();
  const length = LIMITS.entriesPerFetch + 1;
  for (let seq = 1; seq <= length; seq += 1) await say(`long-${seq}`);
  let makeRoom = () => {};
  const full = new Promise<void>((asked) => {
    during.room = () => {
      if (heard.length === 0) return null;
      during.room = () => null;
      asked();
      return new Promise((resolve) => (makeRoom = resolve));
    };
  });
  const whole = watch.begin();
  await Promise.race([full, whole]);
  // Answered in turn, so a page that was asked for meanwhile has come.
  for (let turn = 0; turn < 3; turn += 1) await storage.entriesSince(watch.conversation, 0, length);
  expect(heard).toHaveLength(LIMITS.entriesPerFetch);
  makeRoom();
  await whole;
  expect(heard).toHaveLength(length);
});
