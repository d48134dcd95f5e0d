/** One timer that cannot be rung, or a store that cannot answer one thing, holds up nothing else that is due. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { detector } from "@sophie/engine/detector";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Openings } from "../commands/openings.ts";
import { Turns } from "../commands/turns.ts";
import type { World } from "../commands/world.ts";
import { Hub } from "../hub/hub.ts";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { changing, handoffOf, newConversation } from "../storage/testing/builders.ts";
import { runTimers } from "./run-timers.ts";

let folder: string;
let storage: Storage;
const stops: (() => Promise<void> | void)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sophie-timers-"));
  ({ storage } = await openStorage({ url: null, file: join(folder, "sophie.db"), now: Date.now }));
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

/** The timers over a store of which some things fail; what failed is remembered. */
function running(over: Partial<Storage>): string[] {
  const faults: string[] = [];
  const broken: Storage = { ...storage, ...over };
  const onFault = (what: string) => void faults.push(what);
  const hub = new Hub({ storage: broken, process: randomUUID(), now: Date.now, onFault });
  const world: World = {
    storage: broken,
    detector,
    siteOf: () => undefined,
    workerName: async () => null,
    workersAt: async () => [],
    presentAt: () => [],
    isVisitorHere: () => false,
    isLooking: () => false,
    mailAfterMs: null,
    now: Date.now,
    openings: new Openings(),
    turns: new Turns(),
    newId: randomUUID,
  };
  const timers = runTimers({ world, hub, now: Date.now, onFault });
  stops.push(
    () => timers.stop(),
    () => hub.close(),
  );
  return faults;
}

/** A handoff whose time for an answer is over. */
async function overdue(at: number) {
  const conversation = newConversation();
  const timers = [{ kind: "sla-due", at }] as const;
  await storage.change(changing(conversation, { handoff: handoffOf(conversation), timers }));
  const isBreached = async () => (await storage.stateOf(conversation))?.handoff?.breachedAt !== null;
  return { conversation, isBreached };
}

it("R5 a timer that fails lets those after it ring", async () => {
  const [bad, good] = [await overdue(3), await overdue(4)];
  const faults = running({
    change: (request) =>
      request.conversation === bad.conversation
        ? Promise.reject(new Error("This row is damaged."))
        : storage.change(request),
  });
  await expect.poll(good.isBreached, { timeout: 5_000 }).toBe(true);
  expect(await bad.isBreached()).toBe(false);
  expect(faults).toContain("timer");
});

it("what is too old is forgotten though no timer can be read", async () => {
  let forgotten = 0;
  const faults = running({
    dueTimers: () => Promise.reject(new Error("The index is damaged.")),
    forgetBehaviour: async (at) => {
      forgotten += 1;
      return storage.forgetBehaviour(at);
    },
  });
  await expect.poll(() => forgotten, { timeout: 5_000 }).toBe(1);
  expect(faults).toContain("timers");
});
