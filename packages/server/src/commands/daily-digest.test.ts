/** What a day left lying, as the supervisor reads it after closing. */
import type { Handoff } from "@sophie/engine";
import { afterEach, expect, it } from "vitest";
import type { Site } from "../storage/storage.ts";
import { ClockedWorld, OFFICE, settingsWith, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";
import { dailyDigest } from "./daily-digest.ts";
import { startHandoff } from "./start-handoff.ts";

let here: ClockedWorld;
afterEach(() => here.close());

async function digest({ site }: Handoff) {
  const open = await here.world.storage.openHandoffs([site]);
  return dailyDigest(here.world.siteOf(site) as Site, open, here.at).map(({ closedAt, handoffs }) => ({
    closedAt,
    handoffs: handoffs.map(({ id }) => id),
  }));
}

async function begin({ id, version }: Handoff): Promise<void> {
  const start = { type: "start-handoff", id: newSendId(), handoff: id, version } as const;
  expect(await startHandoff(here.world, worker("Ana"), start)).toMatchObject({ ok: true });
}

it("H82 at the end of business hours it lists what waits, in the order of the queue, and nothing that somebody began", async () => {
  here = await ClockedWorld.open("2026-01-05T16:50+01:00", settingsWith(OFFICE));
  const [low, high, begun] = [
    await here.waiting("low"),
    await here.waiting("high"),
    await here.waiting("high"),
  ];
  await begin(begun);
  expect(await digest(low)).toEqual([]);
  await here.until("2026-01-05T17:00+01:00");
  const closedAt = Date.parse("2026-01-05T17:00+01:00");
  expect(await digest(low)).toEqual([{ closedAt, handoffs: [high.id, low.id] }]);
});

it("H82 what came in after closing is tomorrow's, and what was begun the next morning still stands in it", async () => {
  here = await ClockedWorld.open("2026-01-05T16:50+01:00", settingsWith(OFFICE));
  const left = await here.waiting("high");
  await here.until("2026-01-05T20:00+01:00");
  await here.waiting("high");
  await here.until("2026-01-06T09:30+01:00");
  await begin(await here.handoff(left));
  const closedAt = Date.parse("2026-01-05T17:00+01:00");
  expect(await digest(left)).toEqual([{ closedAt, handoffs: [left.id] }]);
});

it("H82 a lunch break is no end of a day, and a queue that is always open has none", async () => {
  const lunch = [
    { from: "09:00", to: "12:30" },
    { from: "13:30", to: "17:30" },
  ];
  const calendar = { ...OFFICE, week: OFFICE.week.map(() => lunch) };
  here = await ClockedWorld.open("2026-01-05T12:00+01:00", settingsWith(calendar));
  const handoff = await here.waiting("low");
  await here.until("2026-01-05T13:00+01:00");
  expect(await digest(handoff)).toEqual([]);
  await here.until("2026-01-05T17:30+01:00");
  expect(await digest(handoff)).toHaveLength(1);
  here.settings = settingsWith(null);
  expect(await digest(handoff)).toEqual([]);
});
