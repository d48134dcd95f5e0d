/** No message is lost: random schedules of everything that a network, a browser and a server can do to a conversation. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { Played } from "./play-schedule.ts";
import { brokenPromises } from "./promises.ts";
import { type Schedule, schedules } from "./schedule.ts";

const RUNS = process.env["SOPHIE_SOAK"] === undefined ? 1_000 : 20_000;
const SOAK_MS = 3_600_000;

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sophie-faults-"));
  ({ storage } = await openStorage({ url: null, file: join(folder, "sophie.db"), now: Date.now }));
});
afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

async function brokenBy(schedule: Schedule): Promise<readonly string[]> {
  const played = new Played(schedule, storage);
  try {
    await played.play();
    return await brokenPromises(played, storage);
  } finally {
    played.close();
  }
}

describe("whatever breaks", () => {
  it(
    `Q1 Q2 Q3 Q4 Q14 after ${RUNS} schedules visitor, agent and store agree: all is there, once, in order`,
    async () => {
      const agrees = fc.asyncProperty(schedules, async (schedule) => {
        expect(await brokenBy(schedule)).toEqual([]);
      });
      await fc.assert(agrees, { numRuns: RUNS });
    },
    SOAK_MS,
  );
});
