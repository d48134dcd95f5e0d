/** A plan for later: set, moved and dropped, rung once at its time, whoever has it then (H84). */
import type { AgentId, Handoff } from "@sophie/engine";
import { afterEach, expect, it } from "vitest";
import { ClockedWorld, OFFICE, settingsWith, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";
import { assignHandoff } from "./assign-handoff.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { planChoices } from "./plan-choices.ts";
import { planHandoff } from "./plan-handoff.ts";
import { reopenHandoff } from "./reopen-handoff.ts";

const MONDAY_TEN = "2026-01-05T10:00+01:00";
const ZONE = "Europe/Amsterdam";
const HOUR = 60 * 60_000;

let here: ClockedWorld;
afterEach(() => here.close());

const ana = worker("Ana");
const seen = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });

async function plan(handoff: Handoff, at: string | null, zone = ZONE, who = ana) {
  const current = await here.handoff(handoff);
  return planHandoff(here.world, who, {
    type: "plan-handoff",
    ...seen(current),
    at,
    zone,
    note: "Terugbellen",
  });
}

const reminders = async (handoff: Handoff) =>
  (await here.history(handoff)).filter(({ action }) => action === "remind").map(({ at }) => at);

it("H84 a normal one that somebody plans is theirs, with the time, its zone and what for, and both are in the history", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const handoff = await here.waiting("normal");
  expect(await plan(handoff, "2026-01-06T09:00")).toMatchObject({ ok: true });
  expect(await here.handoff(handoff)).toMatchObject({
    status: "assigned",
    assignee: { name: "Ana" },
    plan: {
      at: Date.parse("2026-01-06T09:00+01:00"),
      zone: ZONE,
      note: "Terugbellen",
      by: { name: "Ana" },
      remindedAt: null,
    },
  });
  const history = (await here.history(handoff)).map(({ action, planned }) => [action, planned]);
  expect(history).toEqual([
    ["assign", undefined],
    ["plan", Date.parse("2026-01-06T09:00+01:00")],
  ]);
});

it("P52 H84 rings once at its time, also in another process, for whoever has it by then", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const handoff = await here.waiting("normal");
  await plan(handoff, "2026-01-05T11:00");
  const world = { ...here.world, workerName: async () => "Ben" };
  const current = await here.handoff(handoff);
  await assignHandoff(world, ana, { type: "assign-handoff", ...seen(current), to: "ben" as AgentId });
  await here.until(here.at + HOUR - 1);
  expect(await reminders(handoff)).toEqual([]);
  await here.restart(2 * HOUR);
  await here.until(here.at + HOUR);
  expect(await reminders(handoff)).toHaveLength(1);
  const rung = await here.handoff(handoff);
  expect(rung).toMatchObject({ assignee: { name: "Ben" }, plan: { remindedAt: expect.any(Number) } });
  // Nobody's next press is refused for it.
  expect(rung.version).toBe(current.version + 1);
});

it("H84 moved it rings at the new time alone, and dropped never; nor once the handoff is over", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const [moved, dropped, over] = [
    await here.waiting("normal"),
    await here.waiting("normal"),
    await here.waiting("normal"),
  ];
  for (const each of [moved, dropped, over]) await plan(each, "2026-01-05T11:00");
  await plan(moved, "2026-01-05T15:30");
  await plan(dropped, null);
  const current = await here.handoff(over);
  await cancelHandoff(here.world, ana, { type: "cancel-handoff", ...seen(current), reason: "Niets" });
  await here.until(here.at + 24 * HOUR);
  expect(await reminders(moved)).toEqual([Date.parse("2026-01-05T15:30+01:00")]);
  for (const each of [dropped, over]) expect(await reminders(each)).toEqual([]);
  expect(await here.handoff(dropped)).not.toHaveProperty("plan");
  const closed = await here.handoff(over);
  await reopenHandoff(here.world, ana, { type: "reopen-handoff", ...seen(closed) });
  expect(await here.handoff(over)).not.toHaveProperty("plan");
});

it.each([
  ["a minute ago", "2026-01-05T09:59", ZONE, "past"],
  ["now", "2026-01-05T10:00", ZONE, "past"],
  ["in two years", "2028-01-05T10:00", ZONE, "too far ahead"],
  ["on a day that there is not", "2026-02-30T10:00", ZONE, "at"],
  ["in no zone", "2026-01-06T10:00", "Europe/Nergens", "at"],
])("V18 a time %s is refused, and nothing is changed", async (_, at, zone, detail) => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const handoff = await here.waiting("normal");
  expect(await plan(handoff, at, zone)).toMatchObject({
    ok: false,
    refusal: { code: "invalid_message", detail },
  });
  expect(await here.handoff(handoff)).toMatchObject({ status: "pending", version: 1 });
});

it("V18 an hour that the clock skips is the hour after it; one that it shows twice is the first", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const handoff = await here.waiting("normal");
  await plan(handoff, "2026-03-29T02:30");
  expect((await here.handoff(handoff)).plan?.at).toBe(Date.parse("2026-03-29T03:30+02:00"));
  await plan(handoff, "2026-10-25T02:30");
  expect((await here.handoff(handoff)).plan?.at).toBe(Date.parse("2026-10-25T02:30+02:00"));
});

it.each([
  ["on Monday at ten", MONDAY_TEN, "2026-01-05T11:00", "2026-01-06T09:00"],
  ["on Monday at half past four", "2026-01-05T16:30+01:00", "2026-01-06T09:00", "2026-01-06T09:00"],
  ["on Friday at noon", "2026-01-09T12:00+01:00", "2026-01-09T13:00", "2026-01-12T09:00"],
])("H84 %s the quick choices are within the hours of its queue", async (_, now, hour, tomorrow) => {
  here = await ClockedWorld.open(now, settingsWith(OFFICE));
  const handoff = await here.waiting("normal");
  const choices = planChoices(handoff, here.world.siteOf(handoff.site), ZONE, here.at);
  expect(choices?.map(({ name, local }) => [name, local])).toEqual([
    ["hour", hour],
    ["tomorrow", tomorrow],
  ]);
});
