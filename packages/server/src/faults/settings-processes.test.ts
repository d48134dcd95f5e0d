/** Settings hold in every process that serves the site, and what they ask for is finished by whoever is alive. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AgentId,
  type ConversationId,
  DEFAULT_HANDOFF_SETTINGS,
  type HandoffSettings,
  type SiteId,
  type VisitorId,
} from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { createTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { type ServerPlace, type ServerProcess, startServerProcess } from "./server-process.ts";

const SITE = "main" as SiteId;
const MANY = 2_000;
/** S1. */
const REACHES_WITHIN_MS = 5_000;

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "sophie-settings-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Saves the next version, as some other process would. */
async function save(storage: Storage, change: Partial<HandoffSettings>): Promise<void> {
  const before = (await storage.settings(SITE)) ?? DEFAULT_HANDOFF_SETTINGS;
  const next = { ...before, ...change, version: before.version + 1 };
  const savedBy = "ada" as AgentId;
  expect(await storage.saveSettings(SITE, next, { savedAt: Date.now(), savedBy })).toBe(true);
}

describe("two processes on PostgreSQL", () => {
  let database: TestDatabase;
  let here: ServerProcess;
  let there: ServerProcess;
  let storage: Storage;
  beforeAll(async () => {
    database = await createTestDatabase();
    const place = { url: database.url, file: "", compileCache: folder };
    here = await startServerProcess(place);
    there = await startServerProcess({ ...place, cookies: here.cookies });
    ({ storage } = await openStorage({ url: database.url, file: "", now: Date.now }));
  });
  afterAll(async () => {
    await Promise.all([here.kill(), there.kill(), storage.close()]);
    await database.drop();
  });

  it("S1 a save reaches the pages that either of them serves within five seconds", async () => {
    await save(storage, { unknownLimit: 5 });
    const savedAt = Date.now();
    for (const { url } of [here, there]) {
      const limit = async () => {
        const config = (await (await fetch(`${url}/api/sites/${SITE}`)).json()) as {
          handoff: { unknownLimit: number };
        };
        return config.handoff.unknownLimit;
      };
      await expect.poll(limit, { timeout: REACHES_WITHIN_MS, interval: 50 }).toBe(5);
    }
    expect(Date.now() - savedAt).toBeLessThan(REACHES_WITHIN_MS);
  });

  it("R14 F16 an agent at the one is given first who sits before the screen at the other", async () => {
    const [queue] = DEFAULT_HANDOFF_SETTINGS.queues;
    if (queue === undefined) throw new Error("There is a queue by default.");
    await save(storage, { otherwise: { queue: queue.id, mode: "live", assign: { kind: "next_available" } } });
    const [gone, waiting] = [await there.visitor(), await there.visitor()];
    const left = await ask(gone);
    await gone.close();
    const stays = await ask(waiting);
    // The same look that tells the visitor where they stand tells the other process that they are there.
    await waiting.next("queue-position");
    const desk = await here.desk("Ana");
    const assignees = async () =>
      Promise.all(
        [left, stays].map(async (handoff) => {
          const now = handoff == null ? null : await storage.handoff(handoff.id);
          return now?.assignee?.name ?? null;
        }),
      );
    await expect.poll(assignees, { timeout: 15_000 }).toEqual([null, "Ana"]);
    await Promise.all([waiting.close(), desk.close()]);
    for (const handoff of [left, stays]) if (handoff != null) await complete(handoff.conversation);
  });

  it("S22 owners rotate over both of them: of forty who ask at once, each of two gets twenty", async () => {
    const [queue] = DEFAULT_HANDOFF_SETTINGS.queues;
    if (queue === undefined) throw new Error("There is a queue by default.");
    const otherwise = {
      queue: queue.id,
      mode: "live",
      assign: { kind: "rotate_by_channel" },
    } as const;
    const desks = [await here.desk("Ana"), await there.desk("Ben")];
    const visitors = await Promise.all(
      Array.from({ length: 40 }, (_each, index) => (index % 2 === 0 ? here : there).visitor()),
    );
    await save(storage, { otherwise });
    const knows = async () => (await storage.settings(SITE))?.otherwise?.assign.kind;
    expect(await knows()).toBe("rotate_by_channel");
    // Until both of them know, what is asked for waits; so one who is thrown away asks until somebody gets it.
    for (const process of [here, there]) {
      await expect
        .poll(async () => (await ask(await process.visitor()))?.assignee ?? null, { timeout: 15_000 })
        .not.toBeNull();
    }
    const before = await assigned();
    await Promise.all(visitors.map(ask));
    const after = await assigned();
    for (const name of ["Ana", "Ben"]) {
      expect((after.get(name) ?? 0) - (before.get(name) ?? 0)).toBe(20);
    }
    for (const socket of [...desks, ...visitors]) await socket.close();
  });

  /** So that nobody of the next test is busy. */
  async function complete(conversation: ConversationId): Promise<void> {
    await storage.change({
      conversation,
      id: null,
      decide: (state) =>
        state?.handoff == null
          ? { ok: true, value: { entries: [] } }
          : { ok: true, value: { entries: [], handoff: { ...state.handoff, status: "completed" } } },
    });
  }

  async function ask(visitor: Awaited<ReturnType<ServerProcess["visitor"]>>) {
    const conversation = newConversationId();
    const asking = { trigger: "human_request", source: "button", message: null } as const;
    const answer = await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
    expect(answer).toBe("accepted");
    return (await storage.stateOf(conversation))?.handoff;
  }

  async function assigned(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { assignee } of await storage.openHandoffs([SITE])) {
      if (assignee !== null) counts.set(assignee.name, (counts.get(assignee.name) ?? 0) + 1);
    }
    return counts;
  }
});

describe("S5 a paused bot", () => {
  it(`S5 R15 hands ${MANY} conversations over, each once, though the server is killed in the middle`, async () => {
    const place: ServerPlace = { url: null, file: join(folder, "paused.db"), compileCache: folder };
    const first = await startServerProcess(place);
    await first.kill();
    const conversations = await inStorage(place, async (storage) => {
      const opened = await Promise.all(Array.from({ length: MANY }, () => talking(storage)));
      await save(storage, { paused: true });
      return opened;
    });
    const second = await startServerProcess({ ...place, cookies: first.cookies });
    const desk = await second.desk("Ana");
    await desk.until((heard) => heard.type === "handoff-changed", "the first of them");
    await second.kill();
    await inStorage(place, async (storage) => {
      const left = await storage.botConversations([SITE], 0, MANY);
      expect(left.length).toBeGreaterThan(0);
      expect(left.length).toBeLessThan(MANY);
    });

    const third = await startServerProcess({ ...place, cookies: first.cookies });
    const start = Date.now();
    const reading = await openStorage({ url: null, file: place.file, now: Date.now });
    const left = async () => (await reading.storage.botConversations([SITE], 0, 1)).length;
    await expect.poll(left, { timeout: 60_000, interval: 100 }).toBe(0);
    expect(Date.now() - start).toBeLessThan(60_000);
    for (const conversation of conversations) {
      const entries = await reading.storage.entriesSince(conversation, 0, 100);
      expect(entries.map(({ kind }) => kind)).toEqual(["message", "handoff", "notice", "control"]);
      const state = await reading.storage.stateOf(conversation);
      expect(state?.conversation.control).toBe("human_pending");
      expect(state?.handoff?.trigger).toBe("bot_paused");
    }
    await third.kill();
    await reading.storage.close();
  }, 180_000);
});

async function talking(storage: Storage): Promise<ConversationId> {
  const conversation = newConversationId();
  const said = { kind: "message", id: newSendId(), author: { kind: "visitor" }, text: "Hallo" } as const;
  await storage.change({
    conversation,
    id: said.id,
    decide: () => ({
      ok: true,
      value: {
        open: { site: SITE, visitor: `visitor-${conversation}` as VisitorId, language: "nl" },
        entries: [said],
      },
    }),
  });
  return conversation;
}

async function inStorage<T>(place: ServerPlace, work: (storage: Storage) => Promise<T>): Promise<T> {
  const { storage } = await openStorage({ url: place.url, file: place.file, now: Date.now });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
