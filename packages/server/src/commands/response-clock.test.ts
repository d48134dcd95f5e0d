/** Due times as the server gives them: by priority, by the hours of the queue, cycle by cycle, met to the millisecond. */
import type { AgentId, Handoff, HandoffSettings } from "@sophie/engine";
import { afterEach, describe, expect, it } from "vitest";
import { ClockedWorld, GENERAL, OFFICE, settingsWith, VISITING, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";
import { completeHandoff } from "./complete-handoff.ts";
import { logAttempt } from "./log-attempt.ts";
import { noteBreach } from "./note-breach.ts";
import { recountHandoffs, recountSettled } from "./recount-handoffs.ts";
import { releaseHandoff } from "./release-handoff.ts";
import { reopenHandoff } from "./reopen-handoff.ts";
import { requestHandoff } from "./request-handoff.ts";
import { sendAsAgent, sendAsVisitor } from "./send-message.ts";
import { startHandoff } from "./start-handoff.ts";

const ANA = worker("Ana");
const BEN = worker("Ben");
const MINUTE = 60_000;
const MONDAY_NINE = "2026-01-05T09:00+01:00";

let here: ClockedWorld;
afterEach(() => here.close());

async function at(time: string, settings: HandoffSettings = settingsWith(OFFICE)): Promise<ClockedWorld> {
  here = await ClockedWorld.open(time, settings);
  return here;
}

const seen = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });
const start = async (handoff: Handoff, by = ANA) =>
  startHandoff(here.world, by, { type: "start-handoff", ...seen(await here.handoff(handoff)) });
const complete = async (handoff: Handoff) =>
  completeHandoff(here.world, ANA, { type: "complete-handoff", ...seen(await here.handoff(handoff)) });
const answer = ({ conversation }: Handoff) =>
  sendAsAgent(here.world, ANA, { type: "send-message", id: newSendId(), conversation, text: "Goedemorgen" });
const write = ({ conversation }: Handoff) =>
  sendAsVisitor(here.world, VISITING, {
    type: "send-message",
    id: newSendId(),
    conversation,
    text: "Nog een vraag",
  });
const attempt = async (handoff: Handoff, by = ANA) =>
  logAttempt(here.world, by, { type: "log-attempt", ...seen(await here.handoff(handoff)), how: "call" });
const actions = async (handoff: Handoff) => (await here.history(handoff)).map(({ action }) => action);

describe("how soon", () => {
  it.each([
    ["H35 urgent within 15 minutes", "urgent", MONDAY_NINE, "2026-01-05T09:15+01:00"],
    ["H36 high within an hour", "high", MONDAY_NINE, "2026-01-05T10:00+01:00"],
    [
      "H37 normal within 4 hours, over a weekend",
      "normal",
      "2026-01-09T16:00+01:00",
      "2026-01-12T12:00+01:00",
    ],
    ["H38 low within 24 hours, three days of eight", "low", MONDAY_NINE, "2026-01-07T17:00+01:00"],
  ] as const)("%s", async (_what, priority, created, due) => {
    await at(created);
    const handoff = await here.waiting(priority);
    expect(handoff.dueAt).toBe(Date.parse(due));
    expect(handoff.target).toMatchObject({ clock: "business", stopOn: "first_response", counted: null });
  });

  it("H38 R7 with the wall's clock a day is the next day, same time, and the handoff says which clock it is", async () => {
    await at("2026-01-09T16:00+01:00", settingsWith(OFFICE, { clock: "wall" }));
    const handoff = await here.waiting("low");
    expect(handoff.dueAt).toBe(Date.parse("2026-01-10T16:00+01:00"));
    expect(handoff.target.clock).toBe("wall");
  });

  it("a site has targets of its own", async () => {
    await at(MONDAY_NINE, settingsWith(OFFICE, { minutes: { urgent: 5, high: 10, normal: 20, low: 40 } }));
    expect((await here.waiting("normal")).dueAt).toBe(here.at + 20 * MINUTE);
  });

  it("a queue that never opens, or that is gone, is timed by the wall's clock, so that nobody is forgotten", async () => {
    const never = { ...OFFICE, week: OFFICE.week.map(() => []) };
    await at(MONDAY_NINE, settingsWith(never));
    expect(await here.waiting("high")).toMatchObject({
      dueAt: here.at + 60 * MINUTE,
      target: { clock: "wall", warnAt: here.at + 45 * MINUTE },
    });
    expect((await here.waiting("high", { queue: null })).dueAt).toBe(here.at + 60 * MINUTE);
  });

  it("H35 the visitor's own request is timed by the queue's hours, too", async () => {
    await at("2026-01-10T11:00+01:00");
    const outcome = await requestHandoff(here.world, VISITING, {
      type: "request-handoff",
      id: newSendId(),
      conversation: "asks" as Handoff["conversation"],
      trigger: "human_request",
      source: "button",
      message: null,
    });
    const made = outcome.ok && !outcome.duplicate ? outcome.state.handoff : null;
    expect(made?.priority).toBe("high");
    expect(made?.dueAt).toBe(Date.parse("2026-01-12T10:00+01:00"));
  });
});

describe("met or missed", () => {
  it.each([
    ["H35", "urgent", "09:15"],
    ["H36", "high", "10:00"],
  ] as const)(
    "%s R5 an answer to %s at %s:00.000 is in time and nothing is breached",
    async (_id, priority, due) => {
      await at(MONDAY_NINE);
      const handoff = await here.waiting(priority);
      await start(handoff);
      await here.until(`2026-01-05T${due}:00.000+01:00`);
      await answer(handoff);
      await here.until("2026-01-05T12:00+01:00");
      expect(await here.handoff(handoff)).toMatchObject({ breachedAt: null, firstResponseAt: handoff.dueAt });
      expect(await actions(handoff)).not.toContain("breach");
    },
  );

  it("R5 a timer that rings at the due time itself breaches nothing, and rings again a millisecond later", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await here.until(handoff.dueAt);
    await noteBreach(here.world, handoff.conversation);
    expect((await here.handoff(handoff)).breachedAt).toBe(null);
    await here.until(handoff.dueAt + 1);
    expect((await here.handoff(handoff)).breachedAt).toBe(here.at);
  });

  it.each([
    ["H35", "urgent", "09:15:00.001", "09:11:15"],
    ["H36", "high", "10:00:00.001", "09:45:00"],
  ] as const)(
    "%s R5 %s at %s is breached, once, after the warning at %s",
    async (_id, priority, late, warned) => {
      await at(MONDAY_NINE);
      const handoff = await here.waiting(priority);
      await here.until(`2026-01-05T${late}+01:00`);
      expect(await here.handoff(handoff)).toMatchObject({
        warnedAt: Date.parse(`2026-01-05T${warned}+01:00`),
        breachedAt: Date.parse(`2026-01-05T${late}+01:00`),
      });
      await here.until("2026-01-05T16:00+01:00");
      expect((await actions(handoff)).filter((action) => action === "warn" || action === "breach")).toEqual([
        "warn",
        "breach",
      ]);
    },
  );

  it("R7 the warning comes with a quarter of the open time left, not of the clock on the wall", async () => {
    await at("2026-01-09T16:00+01:00");
    // One hour on Friday; a quarter of four hours is left on Monday at 11.
    const handoff = await here.waiting("normal");
    expect(handoff.target.warnAt).toBe(Date.parse("2026-01-12T11:00+01:00"));
    await here.until("2026-01-12T10:59:59.999+01:00");
    expect((await here.handoff(handoff)).warnedAt).toBe(null);
    await here.until("2026-01-12T11:00+01:00");
    expect((await here.handoff(handoff)).warnedAt).toBe(here.at);
  });

  it("R6 beginning stops only the pick-up, and both are measured apart", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await here.until("2026-01-05T09:05+01:00");
    await start(handoff);
    expect(await here.handoff(handoff)).toMatchObject({ pickedUpAt: here.at, firstResponseAt: null });
    await here.until("2026-01-05T09:20+01:00");
    await answer(handoff);
    expect(await here.handoff(handoff)).toMatchObject({
      pickedUpAt: Date.parse("2026-01-05T09:05+01:00"),
      firstResponseAt: here.at,
      breachedAt: Date.parse("2026-01-05T09:15:00.001+01:00"),
    });
  });

  it("R6 where the queue counts to the beginning, beginning stops the clock", async () => {
    await at(MONDAY_NINE, settingsWith(OFFICE, { stopOn: "in_progress" }));
    const handoff = await here.waiting("urgent");
    await here.until(handoff.dueAt);
    await start(handoff);
    await here.until("2026-01-05T16:00+01:00");
    expect((await here.handoff(handoff)).breachedAt).toBe(null);
  });

  it("R6 H66 H67 an attempt that the agent logs is an answer: it stops the clock and stands in the history", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await start(handoff);
    await here.until(handoff.dueAt);
    expect(await attempt(handoff)).toMatchObject({ ok: true });
    await here.until("2026-01-05T16:00+01:00");
    expect(await here.handoff(handoff)).toMatchObject({
      breachedAt: null,
      firstResponseAt: handoff.dueAt,
      status: "in_progress",
      version: 3,
    });
    expect((await here.history(handoff)).at(-1)).toMatchObject({
      action: "attempt",
      how: "call",
      by: { name: "Ana" },
    });
  });

  it("R6 of an attempt on an older version, on a colleague's handoff or on one that is over nothing comes", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await start(handoff);
    const stale = { type: "log-attempt", ...seen(handoff), how: "mail" } as const;
    expect(await logAttempt(here.world, ANA, stale)).toMatchObject({ refusal: { code: "stale_version" } });
    expect(await attempt(handoff, BEN)).toMatchObject({ refusal: { code: "not_assignee" } });
    await complete(handoff);
    expect(await attempt(handoff)).toMatchObject({ refusal: { code: "invalid_transition" } });
    expect((await here.handoff(handoff)).firstResponseAt).toBe(null);
  });
});

describe("H53 the next cycle", () => {
  it("H53 reopening starts a second clock and keeps what became of the first", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await start(handoff);
    await here.until("2026-01-05T09:20+01:00");
    await answer(handoff);
    await complete(handoff);
    await here.until("2026-01-09T16:50+01:00");
    const again = seen(await here.handoff(handoff));
    await reopenHandoff(here.world, ANA, { type: "reopen-handoff", ...again });
    const reopened = await here.handoff(handoff);
    expect(reopened).toMatchObject({
      status: "pending",
      assignee: null,
      cycle: 2,
      cycleAt: here.at,
      dueAt: Date.parse("2026-01-12T09:05+01:00"),
      firstResponseAt: null,
      pickedUpAt: null,
      breachedAt: null,
      warnedAt: null,
    });
    expect(reopened.cycles).toEqual([
      {
        cycle: 1,
        startedAt: Date.parse(MONDAY_NINE),
        dueAt: Date.parse("2026-01-05T09:15+01:00"),
        pickedUpAt: Date.parse(MONDAY_NINE),
        firstResponseAt: Date.parse("2026-01-05T09:20+01:00"),
        breachedAt: Date.parse("2026-01-05T09:15:00.001+01:00"),
        endedAt: Date.parse("2026-01-05T09:20+01:00"),
      },
    ]);
    await here.until("2026-01-12T09:05:00.001+01:00");
    expect((await here.handoff(handoff)).breachedAt).toBe(here.at);
  });

  it("F23 H53 a visitor who writes after the end starts it, too", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await start(handoff);
    await answer(handoff);
    await complete(handoff);
    await here.until("2026-01-05T18:00+01:00");
    await write(handoff);
    expect(await here.handoff(handoff)).toMatchObject({
      cycle: 2,
      dueAt: Date.parse("2026-01-06T09:15+01:00"),
      cycles: [{ cycle: 1, breachedAt: null }],
    });
  });

  it("what goes back into the queue keeps its clock: nobody gains time by releasing", async () => {
    await at(MONDAY_NINE);
    const handoff = await here.waiting("urgent");
    await start(handoff);
    await here.until("2026-01-05T09:10+01:00");
    await releaseHandoff(here.world, ANA, { type: "release-handoff", ...seen(await here.handoff(handoff)) });
    expect(await here.handoff(handoff)).toMatchObject({ status: "pending", dueAt: handoff.dueAt });
  });
});

describe("hours that are changed on the way", () => {
  it("Q10 what has passed stays, the rest goes by the new hours, and the history says so", async () => {
    await at("2026-01-09T16:00+01:00");
    const handoff = await here.waiting("normal");
    const before = here.settings;
    await here.until("2026-01-10T12:00+01:00");
    const moving = [{ date: "2026-01-12", name: "Verhuizing", frames: [] }];
    here.settings = settingsWith({ ...OFFICE, overrides: moving });
    await recountHandoffs(here.world, handoff.site, before, here.settings);
    expect(await here.handoff(handoff)).toMatchObject({
      dueAt: Date.parse("2026-01-13T12:00+01:00"),
      target: {
        from: handoff.createdAt,
        ms: 240 * MINUTE,
        warnAt: Date.parse("2026-01-13T11:00+01:00"),
        counted: { until: here.at, ms: 60 * MINUTE },
      },
    });
    expect((await here.history(handoff)).at(-1)).toMatchObject({
      action: "recount",
      dueAt: Date.parse("2026-01-13T12:00+01:00"),
    });
    await here.until("2026-01-13T12:00:00.001+01:00");
    expect((await here.handoff(handoff)).breachedAt).toBe(here.at);
  });

  it("Q10 Q11 hours that were saved by a process that died before it counted are counted by the next, once", async () => {
    await at("2026-01-09T16:00+01:00");
    const handoffs = [await here.waiting("normal"), await here.waiting("normal")];
    const moving = [{ date: "2026-01-12", name: "Verhuizing", frames: [] }];
    const next = { ...settingsWith({ ...OFFICE, overrides: moving }), version: 2 };
    const savedBy = "ada" as AgentId;
    const { site } = handoffs[0] as Handoff;
    await here.world.storage.saveSettings(
      site,
      { ...here.settings, version: 1 },
      { savedAt: here.at, savedBy },
    );
    await recountSettled(here.world, () => {});
    here.at += 30 * MINUTE;
    const savedAt = here.at;
    expect(await here.world.storage.saveSettings(site, next, { savedAt, savedBy })).toBe(true);
    here.settings = next;
    await here.restart(2 * 24 * 60 * MINUTE);
    const told: unknown[] = [];
    await recountSettled(here.world, (outcome) => told.push(outcome));
    await recountSettled(here.world, (outcome) => told.push(outcome));
    expect(told).toHaveLength(2);
    for (const handoff of handoffs) {
      expect(await here.handoff(handoff)).toMatchObject({
        dueAt: Date.parse("2026-01-13T12:00+01:00"),
        target: { counted: { until: savedAt, ms: 30 * MINUTE } },
      });
      const recounts = (await here.history(handoff)).filter(({ action }) => action === "recount");
      expect(recounts).toHaveLength(1);
    }
    expect(await recountHandoffs(here.world, site, settingsWith(OFFICE), next, savedAt)).toMatchObject([
      { handoffChanged: false },
      { handoffChanged: false },
    ]);
  });

  it("what was answered, or is too late already, is left as it is", async () => {
    await at(MONDAY_NINE);
    const [answered, late] = [await here.waiting("urgent"), await here.waiting("urgent")];
    await start(answered);
    await answer(answered);
    await here.until("2026-01-05T10:00+01:00");
    const before = here.settings;
    here.settings = settingsWith(null);
    expect(await recountHandoffs(here.world, late.site, before, here.settings)).toEqual([]);
    expect((await here.handoff(late)).dueAt).toBe(late.dueAt);
  });

  it("a handoff that moves to another queue goes on by that queue's hours", async () => {
    const settings = settingsWith(OFFICE);
    const [general] = settings.queues;
    const night = {
      ...general,
      id: "night",
      name: "Nacht",
      calendar: null,
    } as (typeof settings.queues)[number];
    await at("2026-01-09T16:00+01:00", { ...settings, queues: [...settings.queues, night] });
    const handoff = await here.waiting("normal", { queue: GENERAL });
    await here.until("2026-01-09T18:00+01:00");
    await here.world.storage.change({
      conversation: handoff.conversation,
      id: null,
      decide: (state) => ({
        ok: true,
        value: { entries: [], handoff: { ...(state?.handoff as Handoff), queue: night.id } },
      }),
    });
    // One hour had passed at five; three more from six on.
    expect((await here.handoff(handoff)).dueAt).toBe(Date.parse("2026-01-09T21:00+01:00"));
  });
});
