/** What happens when nobody does anything: the visitor goes, the queue ages, an agent forgets, and the server dies. */
import type { Handoff } from "@sophie/engine";
import { compareHandoffs, isOpen } from "@sophie/engine";
import { afterEach, describe, expect, it } from "vitest";
import { completeHandoff } from "../commands/complete-handoff.ts";
import { sendAsAgent, sendAsVisitor } from "../commands/send-message.ts";
import { startHandoff } from "../commands/start-handoff.ts";
import { ClockedWorld, OFFICE, settingsWith, VISITING, worker } from "../testing/clocked-world.ts";
import { newSendId } from "../testing/test-socket.ts";

const ANA = worker("Ana");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY_NINE = "2026-01-05T09:00+01:00";

let here: ClockedWorld;
afterEach(() => here.close());

const seen = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });
const start = async (handoff: Handoff) =>
  startHandoff(here.world, ANA, { type: "start-handoff", ...seen(await here.handoff(handoff)) });
const complete = async (handoff: Handoff) =>
  completeHandoff(here.world, ANA, { type: "complete-handoff", ...seen(await here.handoff(handoff)) });
const said = ({ conversation }: Handoff) =>
  ({ type: "send-message", id: newSendId(), conversation, text: "Bent u er nog?" }) as const;
const of = async (handoff: Handoff, action: string) =>
  (await here.history(handoff)).filter((entry) => entry.action === action);

describe("H42 the visitor's silence", () => {
  /** With a score of 0 and this confidence it is high only while the visitor is active. */
  const onTheEdge = { trigger: "price_question", confidence: 1 } as const;

  it("H42 a visitor who falls silent is idle after a minute and gone after ten, and the log says what that changed", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("normal", { ...onTheEdge, score: 0 });
    await here.until(here.at + MINUTE);
    expect((await here.handoff(handoff)).activity).toBe("active");
    await here.until(here.at + 1);
    expect((await here.handoff(handoff)).activity).toBe("idle");
    await here.until(here.at + 9 * MINUTE);
    expect((await here.handoff(handoff)).activity).toBe("gone");
    expect(await of(handoff, "rescore")).toEqual([]);
  });

  it("H42 lower by silence: urgent becomes high, once, in the log, and the due time that was promised is kept", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("urgent");
    await here.until(here.at + 30 * MINUTE);
    expect(await here.handoff(handoff)).toMatchObject({
      priority: "high",
      activity: "gone",
      dueAt: handoff.dueAt,
      version: 2,
    });
    expect(await of(handoff, "rescore")).toMatchObject([
      { priority: "high", because: "idle", by: { kind: "system" }, at: handoff.createdAt + MINUTE + 1 },
    ]);
  });

  it("H42 a visitor who writes while the handoff waits is looked at again a minute later", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("normal");
    await here.until(here.at + 50_000);
    await sendAsVisitor(here.world, VISITING, said(handoff));
    await here.until(here.at + MINUTE);
    expect((await here.handoff(handoff)).activity).toBe("active");
    await here.until(here.at + 1);
    expect((await here.handoff(handoff)).activity).toBe("idle");
  });

  it("H42 a visitor who comes back is active again, and the handoff as pressing as before", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("high", { trigger: "price_question", confidence: 1, score: 0 });
    await here.until(here.at + 20 * MINUTE);
    expect((await here.handoff(handoff)).activity).toBe("gone");
    await sendAsVisitor(here.world, VISITING, said(handoff));
    await here.until(here.at);
    expect((await here.handoff(handoff)).activity).toBe("active");
    await here.until(here.at + MINUTE + 1);
    expect((await here.handoff(handoff)).activity).toBe("idle");
  });

  it("H42 what somebody has taken is left alone", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("urgent");
    await start(handoff);
    await here.until(here.at + HOUR);
    expect(await here.handoff(handoff)).toMatchObject({ priority: "urgent", activity: "active" });
  });
});

describe("Q9 nobody waits for ever", () => {
  it("Q9 after four times its target a waiting handoff rises by a level, and again, until it is urgent; each is logged", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("low");
    await here.until(here.at + 96 * HOUR);
    expect((await here.handoff(handoff)).priority).toBe("low");
    await here.until(here.at + 1);
    expect((await here.handoff(handoff)).priority).toBe("normal");
    await here.until(here.at + 200 * HOUR);
    expect(await here.handoff(handoff)).toMatchObject({ priority: "urgent", aged: { levels: 3 } });
    const rises = await of(handoff, "rescore");
    expect(rises.map(({ priority, because }) => [priority, because])).toEqual([
      ["normal", "waiting"],
      ["high", "waiting"],
      ["urgent", "waiting"],
    ]);
    // 96 h, then four times 4 h, then four times 1 h.
    expect((rises.at(-1)?.at ?? 0) - handoff.createdAt).toBe(116 * HOUR + 3);
  });

  it("Q9 the wait is counted in open hours, and one that somebody took does not age", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(OFFICE));
    const [waits, taken] = [await here.waiting("high"), await here.waiting("high")];
    await start(taken);
    // Four hours: Monday at 13.
    await here.until("2026-01-05T13:00+01:00");
    expect((await here.handoff(waits)).priority).toBe("high");
    await here.until("2026-01-06T09:00+01:00");
    expect((await here.handoff(waits)).priority).toBe("urgent");
    expect((await here.handoff(taken)).priority).toBe("high");
  });

  it("Q9 what the wait has made of it stays when the visitor writes again", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("high");
    await here.until(here.at + 5 * HOUR);
    await sendAsVisitor(here.world, VISITING, said(handoff));
    await here.until(here.at + HOUR);
    expect(await here.handoff(handoff)).toMatchObject({ priority: "urgent", aged: { levels: 1 } });
  });

  it("Q9 simulated: with more high ones coming in than one agent can do, a low one is still taken within five days", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const low = await here.waiting("low");
    let waitedMs = Number.POSITIVE_INFINITY;
    // Every six hours two come and one is done: the queue only grows, and by priority alone its last row is never reached.
    for (let step = 0; step < 40 && waitedMs === Number.POSITIVE_INFINITY; step += 1) {
      await here.waiting("high", { status: "assigned" });
      await here.waiting("high", { status: "assigned" });
      const open = await here.world.storage.openHandoffs([low.site]);
      const [next] = open.filter(({ status }) => isOpen(status)).toSorted(compareHandoffs);
      if (next?.id === low.id) waitedMs = here.at - low.createdAt;
      if (next !== undefined) {
        await start(next);
        await complete(next);
      }
      await here.until(here.at + 6 * HOUR);
    }
    expect(waitedMs).toBeLessThanOrEqual(5 * DAY);
  });
});

describe("H95 nothing is forgotten half-way", () => {
  it("H95 after 24 business hours without a word the assignee is asked, then the supervisor, and it is never closed", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(OFFICE));
    const handoff = await here.waiting("high");
    await start(handoff);
    await here.until("2026-01-07T16:59:59.999+01:00");
    expect((await here.handoff(handoff)).nudge).toBe(null);
    await here.until("2026-01-07T17:00+01:00");
    expect((await here.handoff(handoff)).nudge).toEqual({ to: "assignee", at: here.at });
    await here.until("2026-01-12T16:59+01:00");
    expect((await here.handoff(handoff)).nudge?.to).toBe("assignee");
    await here.until("2026-01-12T17:00+01:00");
    expect((await here.handoff(handoff)).nudge).toEqual({ to: "supervisor", at: here.at });
    await here.until("2026-02-28T12:00+01:00");
    expect(await here.handoff(handoff)).toMatchObject({ status: "in_progress", completedAt: null });
    expect((await of(handoff, "nudge")).map(({ nudged }) => nudged)).toEqual(["assignee", "supervisor"]);
  });

  it("H95 every word counts: the day begins anew with it, and the supervisor is not asked for an agent who woke up", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(OFFICE));
    const handoff = await here.waiting("high");
    await start(handoff);
    await here.until("2026-01-06T13:00+01:00");
    await sendAsVisitor(here.world, VISITING, said(handoff));
    await here.until("2026-01-07T17:00+01:00");
    expect((await here.handoff(handoff)).nudge).toBe(null);
    await here.until("2026-01-09T13:00+01:00");
    expect((await here.handoff(handoff)).nudge?.to).toBe("assignee");
    await sendAsAgent(here.world, ANA, said(handoff));
    await here.until("2026-01-14T12:59+01:00");
    expect(await of(handoff, "nudge")).toHaveLength(1);
    await here.until("2026-01-14T13:00+01:00");
    expect((await of(handoff, "nudge")).map(({ nudged }) => nudged)).toEqual(["assignee", "assignee"]);
  });

  it("H95 nobody is asked about what is over", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const handoff = await here.waiting("high");
    await start(handoff);
    await complete(handoff);
    await here.until(here.at + 30 * DAY);
    expect(await of(handoff, "nudge")).toEqual([]);
    expect(await here.world.storage.nextTimerAt()).toBe(null);
  });
});

describe("Q11 a server that was down", () => {
  it("Q11 everything that became due meanwhile happens once after the restart, and what is too late to say is not said", async () => {
    here = await ClockedWorld.open(MONDAY_NINE, settingsWith(null));
    const [late, warned, old, quiet] = [
      await here.waiting("urgent"),
      await here.waiting("low"),
      await here.waiting("high"),
      await here.waiting("high"),
    ];
    await start(quiet);
    // The low one has a quarter of its day left after 18 h; 24 h without a word have not passed for the quiet one.
    await here.restart(18 * HOUR + 1);
    await here.until(here.at);
    await here.restart(6 * HOUR);
    await here.until(here.at);
    await here.until(here.at + 1_000);
    const actions = async (handoff: Handoff) =>
      (await here.history(handoff)).map(({ action, because }) => because ?? action);
    expect(await actions(late)).toEqual(["gone", "breach", "waiting"]);
    expect(await actions(warned)).toEqual(["warn", "breach"]);
    expect(await actions(old)).toEqual(["breach", "waiting"]);
    expect(await actions(quiet)).toEqual(["start", "breach", "nudge"]);
  });
});
