/** From one agent to the next while nobody opens it, over a real store with a clock of its own (T1–T10, R19–R25). */
import {
  type Agent,
  type AgentId,
  type Handoff,
  type HandoffSettings,
  type OverflowPolicy,
  type QueueId,
} from "@sophie/engine";
import * as fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { ClockedWorld, GENERAL, OFFICE, settingsWith, VISITING, worker } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { ringTimer } from "../timers/ring-timer.ts";
import { assignHandoff } from "./assign-handoff.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { offerWaiting } from "./offer-waiting.ts";
import { openHandoff } from "./open-handoff.ts";
import { releaseHandoff } from "./release-handoff.ts";
import { requestHandoff } from "./request-handoff.ts";
import { resumeOverflow, type OverflowLooks } from "./resume-overflow.ts";
import { startHandoff } from "./start-handoff.ts";
import type { VisitorActor } from "./world.ts";

const MONDAY_TEN = "2026-01-05T10:00+01:00";
const SATURDAY = "2026-01-10T22:00+01:00";
const MINUTE = 60_000;
const TEN = 10 * MINUTE;
const SECOND_TEAM = "second" as QueueId;

let here: ClockedWorld;
let looks: OverflowLooks = new Map();
afterEach(() => here.close());

const at = (name: string, more: Partial<Agent> = {}): Agent => ({
  id: name.toLowerCase() as AgentId,
  name,
  role: "agent",
  presence: "online",
  ...more,
});

const POLICY: OverflowPolicy = {
  afterSeconds: 600,
  hopsMax: 5,
  exclude: "all_previous",
  nextQueues: [],
  offHours: "never",
};

function settings(
  policy: Partial<OverflowPolicy> = {},
  teams: Partial<Record<"general" | "second", readonly string[]>> = {},
  calendar: Parameters<typeof settingsWith>[0] = null,
): HandoffSettings {
  const base = settingsWith(calendar);
  const [general] = base.queues;
  if (general === undefined) throw new Error("There is a queue.");
  const members = (names?: readonly string[]) =>
    (names?.map((name) => name.toLowerCase()) as AgentId[]) ?? null;
  return {
    ...base,
    version: 7,
    queues: [
      { ...general, members: members(teams.general), overflow: { ...POLICY, ...policy } },
      { ...general, id: SECOND_TEAM, name: "Tweede team", members: members(teams.second) },
    ],
    otherwise: { queue: GENERAL, mode: "live", assign: { kind: "next_available" } },
  };
}

async function begin(when: string, settled: HandoffSettings, ...names: readonly string[]): Promise<void> {
  here = await ClockedWorld.open(when, settled);
  looks = new Map();
  here.present = names.map((name) => at(name));
}

let visitors = 0;

async function asked(): Promise<Handoff> {
  visitors += 1;
  const visitor = { ...VISITING, id: `overflow-visitor-${visitors}` as VisitorActor["id"] };
  const outcome = await requestHandoff(here.world, visitor, {
    type: "request-handoff",
    id: newSendId(),
    conversation: newConversationId(),
    trigger: "human_request",
    source: "button",
    message: null,
  });
  const handoff = outcome.ok && !outcome.duplicate ? outcome.state.handoff : null;
  if (handoff === null) throw new Error("No handoff was made.");
  return handoff;
}

/** Somebody comes or goes, and the next look at the desks sees it. */
async function arrive(...names: readonly string[]): Promise<void> {
  here.present = names.map((name) => at(name));
  await look();
}

async function look(): Promise<void> {
  const site = here.world.siteOf(VISITING.site);
  if (site !== undefined) await resumeOverflow(here.world, site, looks);
}

const nameOf = async (handoff: Handoff) => (await here.handoff(handoff)).assignee?.name ?? null;
const standingOf = async (handoff: Handoff) => (await here.handoff(handoff)).overflow?.standing;
const overflows = async (handoff: Handoff) =>
  (await here.history(handoff)).flatMap((entry) => (entry.overflow === undefined ? [] : [entry]));
const opening = ({ id }: Handoff) => ({ type: "open-handoff", id: newSendId(), handoff: id }) as const;
const seen = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });

it("T1 T8 what Ana has not opened at 10:10 is Ben's, not a second sooner, and the history says from whom, how long and by which rules", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const handoff = await asked();
  await here.until(here.at + TEN - 1_000);
  expect(await nameOf(handoff)).toBe("Ana");
  await here.until(here.at + 1_000);
  expect(await here.handoff(handoff)).toMatchObject({
    status: "assigned",
    assignee: { name: "Ben" },
    previousAssignee: { name: "Ana" },
    version: 3,
  });
  expect(await overflows(handoff)).toMatchObject([
    {
      action: "overflow",
      by: { kind: "system" },
      assignee: "Ben",
      reason: "overflow",
      at: Date.parse(MONDAY_TEN) + TEN,
      overflow: { outcome: "moved", from: "Ana", waitedMs: TEN, policy: 7 },
    },
  ]);
});

it("T9 whoever has it sees the chain: who had it before, and since when", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const handoff = await asked();
  await here.until(here.at + TEN);
  const start = Date.parse(MONDAY_TEN);
  expect((await here.handoff(handoff)).overflow).toMatchObject({
    had: [
      { agent: { name: "Ana" }, at: start },
      { agent: { name: "Ben" }, at: start + TEN },
    ],
    hops: 1,
    standing: { state: "running", since: start + TEN, dueAt: start + 2 * TEN },
  });
});

it("T2 once everybody of the first team has had it, it goes to the second, by whose hours it is then due", async () => {
  const teams = { general: ["Ana", "Ben"], second: ["Cas", "Dee"] };
  await begin(MONDAY_TEN, settings({ nextQueues: [SECOND_TEAM] }, teams), "Cas", "Dee", "Ana", "Ben");
  const handoff = await asked();
  const went = [await nameOf(handoff)];
  for (let hop = 0; hop < 4; hop += 1) {
    await here.until(here.at + TEN);
    went.push(await nameOf(handoff));
  }
  expect(went).toEqual(["Ana", "Ben", "Cas", "Dee", null]);
  expect(await here.handoff(handoff)).toMatchObject({ queue: SECOND_TEAM, overflow: { queue: GENERAL } });
});

it("T3 R21 what somebody made by hand never goes on; what came from the widget or the API does", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const ana = { id: "ana" as AgentId, name: "Ana" };
  const given = { status: "assigned", assignee: ana } as const;
  const byHand = await here.waiting("normal", { ...given, source: "agent" });
  const byApi = await here.waiting("normal", { ...given, source: "api" });
  await here.until(here.at + 24 * 60 * MINUTE);
  expect(await here.handoff(byHand)).toMatchObject({
    assignee: ana,
    overflow: { standing: { state: "exempt", because: "by_hand" } },
  });
  expect((await overflows(byApi)).map(({ assignee }) => assignee)).toEqual(["Ben", null]);
});

it("T4 R20 no automatic assignment ever goes back to the first, whatever the chain, the presences and what people do", async () => {
  const everybody = ["Ana", "Ben", "Cas", "Dee"];
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: "wait" as const }) },
    fc.record({ kind: fc.constant("come" as const), who: fc.subarray(everybody) }),
    fc.record({ kind: fc.constant("release" as const) }),
    fc.record({ kind: fc.constant("offer" as const) }),
  );
  await begin(MONDAY_TEN, settings());
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("first" as const, "all_previous" as const),
      fc.integer({ min: 1, max: 20 }),
      fc.array(step, { minLength: 4, maxLength: 16 }),
      async (exclude, hopsMax, steps) => {
        here.settings = settings({ exclude, hopsMax });
        await arrive(...everybody);
        const handoff = await asked();
        for (const each of steps) {
          if (each.kind === "wait") await here.until(here.at + TEN);
          if (each.kind === "come") await arrive(...each.who);
          if (each.kind === "release") await released(handoff);
          if (each.kind === "offer") await offered();
        }
        const current = await here.handoff(handoff);
        const over = { type: "cancel-handoff", ...seen(current), reason: "Over" } as const;
        await cancelHandoff(here.world, worker("Carla", "supervisor"), over);
        const moved = (await here.history(handoff)).filter(
          ({ by, assignee, action, overflow }) =>
            by.kind === "system" &&
            assignee !== null &&
            (action === "assign" || overflow?.outcome === "moved"),
        );
        const [first, ...later] = moved.map(({ assignee }) => assignee);
        expect(later).not.toContain(first);
        expect(exclude === "first" || new Set(later).size === later.length).toBe(true);
        expect(moved.filter(({ action }) => action === "overflow").length).toBeLessThanOrEqual(hopsMax);
      },
    ),
    { numRuns: 60 },
  );
});

async function released(handoff: Handoff): Promise<void> {
  const current = await here.handoff(handoff);
  if (current.assignee === null) return;
  const holder = worker(current.assignee.name);
  await releaseHandoff(here.world, holder, { type: "release-handoff", ...seen(current) });
}

async function offered(): Promise<void> {
  const site = here.world.siteOf(VISITING.site);
  if (site !== undefined) await offerWaiting(here.world, site);
}

it("R20 a supervisor may give it back to the first by hand: that is logged, and no overflow", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben", "Cas");
  here.workers = here.present;
  const handoff = await asked();
  await here.until(here.at + TEN);
  const current = await here.handoff(handoff);
  const carla = worker("Carla", "supervisor");
  const world = { ...here.world, workerName: async () => "Ana" };
  const assign = { type: "assign-handoff", ...seen(current), to: "ana" as AgentId } as const;
  expect(await assignHandoff(world, carla, assign)).toMatchObject({ ok: true });
  expect((await here.history(handoff)).at(-1)).toMatchObject({ action: "assign", assignee: "Ana" });
  await here.until(here.at + TEN);
  expect(await nameOf(handoff)).toBe("Cas");
});

it("T5 R25 alone nobody loses it: it is held, told once, and its ten minutes begin when a second comes", async () => {
  await begin(MONDAY_TEN, settings(), "Ana");
  const handoff = await asked();
  expect(await standingOf(handoff)).toEqual({ state: "held", since: here.at });
  await here.until(here.at + 60 * MINUTE);
  await look();
  expect(await nameOf(handoff)).toBe("Ana");
  here.present = [at("Ana"), at("Ben", { presence: "away" })];
  await look();
  expect(await standingOf(handoff)).toMatchObject({ state: "running", dueAt: here.at + TEN });
  await here.until(here.at + TEN - 1);
  expect(await nameOf(handoff)).toBe("Ana");
  await here.until(here.at + 1);
  expect(await nameOf(handoff)).toBe("Ben");
  const outcomes = (await overflows(handoff)).map(({ overflow }) => overflow?.outcome);
  expect(outcomes).toEqual(["held", "moved"]);
});

it("T5 who was there and has gone is nobody to go on to: it is held at its time, and does not end", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const handoff = await asked();
  here.present = [at("Ana")];
  await here.until(here.at + TEN);
  expect([await nameOf(handoff), await standingOf(handoff)]).toMatchObject(["Ana", { state: "held" }]);
});

it.each([
  ["everybody who is there has had it", 5, ["Ana", "Ben", "Cas"], 3],
  ["it has gone on as often as it may", 1, ["Ana", "Ben"], 2],
])(
  "T6 R19 when %s it waits for a supervisor, told once, and nobody gets it by itself again",
  async (_, hopsMax, had, rings) => {
    await begin(MONDAY_TEN, settings({ hopsMax }), "Ana", "Ben", "Cas");
    const handoff = await asked();
    await here.until(here.at + rings * TEN);
    const exhausted = await here.handoff(handoff);
    expect(exhausted).toMatchObject({
      status: "pending",
      assignee: null,
      overflow: { hops: had.length - 1, standing: { state: "exhausted", at: here.at } },
    });
    expect(exhausted.overflow?.had.map(({ agent }) => agent.name)).toEqual(had);
    await offered();
    await here.until(here.at + 60 * MINUTE);
    expect(await nameOf(handoff)).toBe(null);
    const ends = (await overflows(handoff)).filter(({ overflow }) => overflow?.outcome === "exhausted");
    expect(ends).toHaveLength(1);
  },
);

it("P50 T7 R22 opened a millisecond before its time it stays for good; a look by anybody else is none", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const handoff = await asked();
  await here.until(here.at + TEN - 1);
  const current = await here.handoff(handoff);
  expect(await openHandoff(here.world, worker("Ben"), opening(handoff))).toMatchObject({ ok: true });
  expect(await openHandoff(here.world, worker("Carla", "supervisor"), opening(handoff))).toMatchObject({
    ok: true,
  });
  expect(await standingOf(handoff)).toMatchObject({ state: "running" });
  await openHandoff(here.world, worker("Ana"), opening(handoff));
  const opened = await here.handoff(handoff);
  // What Ana presses next was made on the version that she saw.
  expect([opened.version, opened.overflow?.standing]).toEqual([
    current.version,
    { state: "opened", at: here.at },
  ]);
  await here.until(here.at + 24 * 60 * MINUTE);
  expect(await nameOf(handoff)).toBe("Ana");
  expect((await here.history(handoff)).filter(({ action }) => action === "open")).toHaveLength(1);
});

it("T7 opened and overdue in the same moment has exactly one outcome, whichever comes first", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const outcomes = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    const handoff = await asked();
    const holder = (await nameOf(handoff)) ?? "";
    here.at += TEN;
    const ring = () =>
      ringTimer(here.world, { kind: "overflow-due", conversation: handoff.conversation, at: here.at });
    const open = () => openHandoff(here.world, worker(holder), opening(handoff));
    await Promise.all([ring(), turnsLater(round % 12).then(open), ring()]);
    const after = await here.handoff(handoff);
    const moves = (await overflows(handoff)).length;
    const openings = (await here.history(handoff)).filter(({ action }) => action === "open").length;
    expect(moves + openings).toBe(1);
    expect(after.assignee?.name === holder).toBe(openings === 1);
    outcomes.add(openings === 1 ? "opened" : "moved");
  }
  expect(outcomes).toEqual(new Set(["opened", "moved"]));
});

/** Lets so much else happen first. */
async function turnsLater(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
}

it("T7 whoever begins with it keeps it", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const handoff = await asked();
  await startHandoff(here.world, worker("Ana"), { type: "start-handoff", ...seen(handoff) });
  await here.until(here.at + 60 * MINUTE);
  expect([await nameOf(handoff), (await overflows(handoff)).length]).toEqual(["Ana", 0]);
});

it("T10 R23 what comes on Saturday never goes on, also not on Monday; with the other setting it has its time from the opening", async () => {
  await begin(SATURDAY, settings({}, {}, OFFICE), "Ana", "Ben");
  const never = await asked();
  const ana = { status: "assigned", assignee: { id: "ana" as AgentId, name: "Ana" } } as const;
  const given = await here.waiting("normal", ana);
  await here.until("2026-01-12T16:00+01:00");
  for (const each of [never, given]) expect(await overflows(each)).toEqual([]);
  expect(await here.handoff(given)).toMatchObject({
    arrivedOutsideHours: true,
    overflow: { standing: { state: "exempt", because: "outside_hours" } },
  });
  await here.close();
  await begin(SATURDAY, settings({ offHours: "start_at_opening" }, {}, OFFICE), "Ana", "Ben");
  const later = await here.waiting("normal", ana);
  await here.until("2026-01-12T09:09:59+01:00");
  expect(await nameOf(later)).toBe("Ana");
  await here.until("2026-01-12T09:10+01:00");
  expect(await nameOf(later)).toBe("Ben");
});

it("R23 what came within hours pauses its time while the queue is closed", async () => {
  await begin("2026-01-09T16:54+01:00", settings({}, {}, OFFICE), "Ana", "Ben");
  const handoff = await asked();
  await here.until("2026-01-12T09:03:59+01:00");
  expect(await nameOf(handoff)).toBe("Ana");
  await here.until("2026-01-12T09:04+01:00");
  expect(await overflows(handoff)).toMatchObject([{ assignee: "Ben", overflow: { waitedMs: TEN } }]);
});

it("Q11 it goes on once, at its time, in another process than the one that began it", async () => {
  await begin(MONDAY_TEN, settings(), "Ana", "Ben");
  const handoff = await asked();
  await here.restart(30 * MINUTE);
  await here.until(here.at);
  expect([await nameOf(handoff), (await overflows(handoff)).length]).toEqual(["Ben", 1]);
});

it("T1 settled while somebody has it already, its time begins with the setting", async () => {
  const without = settings();
  await begin(MONDAY_TEN, { ...without, queues: settingsWith(null).queues }, "Ana", "Ben");
  const handoff = await asked();
  await here.until(here.at + 60 * MINUTE);
  expect((await here.handoff(handoff)).overflow).toBeUndefined();
  here.settings = { ...without, version: 8 };
  await look();
  await here.until(here.at + TEN);
  expect(await nameOf(handoff)).toBe("Ben");
});
