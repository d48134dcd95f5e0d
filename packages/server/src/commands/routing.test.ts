/** From a request for a person to the queue, the agent and the words of the visitor, over a real store with a clock of its own. */
import {
  type Agent,
  type AgentId,
  type Assignment,
  type ConversationId,
  type Handoff,
  type HandoffSettings,
  type LogEntry,
  type NoticeEntry,
  type QueueId,
  type RequestHandoff,
} from "@sophie/engine";
import { afterEach, describe, expect, it } from "vitest";
import { ClockedWorld, GENERAL, OFFICE, settingsWith, VISITING, worker } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { completeHandoff } from "./complete-handoff.ts";
import { offerWaiting } from "./offer-waiting.ts";
import { releaseHandoff } from "./release-handoff.ts";
import { requestHandoff } from "./request-handoff.ts";
import { sendAsAgent, sendAsVisitor } from "./send-message.ts";
import { sendReply } from "./send-reply.ts";
import { startHandoff } from "./start-handoff.ts";
import type { VisitorActor } from "./world.ts";

const MONDAY_TEN = "2026-01-05T10:00+01:00";
const SATURDAY = "2026-01-10T22:00+01:00";
const MINUTE = 60_000;
const NEXT: Assignment = { kind: "next_available" };
const CLAIM: Assignment = { kind: "claim" };

let here: ClockedWorld;
afterEach(() => here.close());

const at = (name: string, more: Partial<Agent> = {}): Agent => ({
  id: name.toLowerCase() as AgentId,
  name,
  role: "agent",
  presence: "online",
  ...more,
});

/** Everything goes to one queue, in this way. */
function settings(
  assign: Assignment,
  more: Partial<HandoffSettings> = {},
  calendar: Parameters<typeof settingsWith>[0] = null,
): HandoffSettings {
  return {
    ...settingsWith(calendar),
    otherwise: { queue: GENERAL, mode: "live", assign },
    ...more,
  };
}

interface Asked {
  readonly visitor: VisitorActor;
  readonly conversation: ConversationId;
  readonly handoff: Handoff;
  readonly entries: readonly LogEntry[];
  /** What the visitor was told, in order. */
  readonly notices: readonly NoticeEntry[];
}

let visitors = 0;

/** A visitor nobody has seen yet presses for a person. */
async function asking(
  trigger: RequestHandoff["trigger"] = "human_request",
  known?: Pick<Asked, "visitor" | "conversation">,
): Promise<Asked> {
  visitors += 1;
  const visitor = known?.visitor ?? { ...VISITING, id: `visitor-${visitors}` as VisitorActor["id"] };
  const conversation = known?.conversation ?? newConversationId();
  const outcome = await requestHandoff(here.world, visitor, {
    type: "request-handoff",
    id: newSendId(),
    conversation,
    trigger,
    source: "button",
    message: null,
  });
  expect(outcome).toMatchObject({ ok: true });
  const handoff = (await here.world.storage.stateOf(conversation))?.handoff;
  if (handoff === null || handoff === undefined) throw new Error("No handoff was made.");
  const entries = await here.world.storage.entriesSince(conversation, 0, 100);
  const notices = entries.filter((entry) => entry.kind === "notice");
  return { visitor, conversation, handoff, entries, notices };
}

const controlOf = async ({ conversation }: Pick<Asked, "conversation">) =>
  (await here.world.storage.stateOf(conversation))?.conversation.control;
const now = async ({ conversation }: Pick<Asked, "conversation">) =>
  (await here.world.storage.stateOf(conversation))?.handoff as Handoff;
const site = () => {
  const found = here.world.siteOf(VISITING.site);
  if (found === undefined) throw new Error("There is one site.");
  return found;
};
const seen = ({ id, version }: Handoff) => ({ id: newSendId(), handoff: id, version });

describe("S9 live: to the next available agent at once", () => {
  it("S9 F17 of two who are there, the one with fewer open handoffs has it in the commit that made it", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(NEXT));
    here.present = [at("Ana"), at("Ben")];
    const first = await asking();
    expect(first.handoff).toMatchObject({
      status: "assigned",
      assignee: { name: "Ana" },
      mode: "live",
      version: 2,
    });
    expect((await asking()).handoff.assignee?.name).toBe("Ben");
    const history = (await here.history(first.handoff)).map(({ action, to, by }) => [action, to, by.kind]);
    expect(history).toEqual([
      ["create", "pending", "visitor"],
      ["assign", "assigned", "system"],
    ]);
    expect(new Set(first.entries.map((entry) => entry.at)).size).toBe(1);
    expect(first.notices.map(({ notice }) => notice)).toEqual(["available"]);
    expect(await controlOf(first)).toBe("human_pending");
  });

  it("S9 with nobody there: the unavailable message, and it waits", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(NEXT));
    here.present = [at("Ana", { presence: "away" }), at("Eva", { role: "analyst" })];
    const { handoff, notices } = await asking();
    expect(handoff).toMatchObject({ status: "pending", assignee: null, mode: "live" });
    expect(notices.map(({ notice }) => notice)).toEqual(["unavailable"]);
  });

  it("S9 forty who ask at once are shared out evenly", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(NEXT));
    here.present = ["Ana", "Ben", "Cas", "Dee"].map((name) => at(name));
    const all = await Promise.all(Array.from({ length: 40 }, () => asking()));
    const names = all.map(({ handoff }) => handoff.assignee?.name);
    for (const { name } of here.present) expect(names.filter((each) => each === name)).toHaveLength(10);
  });

  it("S9 of several who ask at once, each goes by what the ones before were given", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(NEXT));
    here.present = [at("Ben")];
    await asking();
    await asking();
    here.present = [at("Ana"), at("Ben")];
    await Promise.all(Array.from({ length: 4 }, () => asking()));
    const open = await here.world.storage.openHandoffs([VISITING.site]);
    const ofAna = open.filter(({ assignee }) => assignee?.name === "Ana");
    expect([open.length, ofAna.length]).toEqual([6, 3]);
  });

  it("S14 only those whom the rule names get any, and nobody who left the queue", async () => {
    const agents = { kind: "agents", agents: ["ben", "cas"] as AgentId[] } as const;
    here = await ClockedWorld.open(MONDAY_TEN, settings(agents));
    here.present = ["Ana", "Ben", "Cas"].map((name) => at(name));
    const names = new Set<string | undefined>();
    for (let count = 0; count < 4; count += 1) names.add((await asking()).handoff.assignee?.name);
    expect(names).toEqual(new Set(["Ben", "Cas"]));
    here.present = [at("Ana")];
    expect((await asking()).handoff).toMatchObject({ status: "pending", assignee: null });
  });

  it("by default nobody gets anything by itself: it waits on every desk", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(CLAIM));
    here.present = [at("Ana")];
    const { handoff, notices } = await asking();
    expect(handoff).toMatchObject({ status: "pending", assignee: null, queue: GENERAL, mode: "live" });
    expect(notices.map(({ notice }) => notice)).toEqual(["available"]);
  });
});

describe("S16 rules", () => {
  const rule = (more: object) => ({
    id: "r",
    name: "Prijzen naar Financiën",
    enabled: true,
    when: [{ kind: "trigger" as const, is: ["price_question" as const] }],
    to: { queue: "finance" as QueueId, mode: "async" as const, assign: CLAIM },
    ...more,
  });
  const withFinance = () => {
    const base = settings(CLAIM, {}, OFFICE);
    const [general] = base.queues;
    if (general === undefined) throw new Error("There is a queue.");
    const finance = { ...general, id: "finance" as QueueId, name: "Financiën" };
    return { ...base, queues: [general, finance], rules: [rule({})] };
  };

  it("F13 S16 a price question is a ticket of Finance from its first entry on, with the rule that sent it there", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, withFinance());
    here.present = [at("Ana")];
    const { handoff, notices, entries } = await asking("price_question");
    expect(handoff).toMatchObject({
      queue: "finance",
      rule: "Prijzen naar Financiën",
      status: "pending",
      mode: "async",
      channel: "web",
    });
    expect(new Set(entries.map((entry) => entry.at)).size).toBe(1);
    expect((await asking("demo_request")).handoff).toMatchObject({ queue: GENERAL, rule: null });
    // S10: nobody is expected at once, though somebody is there.
    expect(notices.map(({ notice, until }) => [notice, until])).toEqual([["unavailable", null]]);
  });

  it("S10 F18 the answer is due by the open hours of its queue", async () => {
    here = await ClockedWorld.open(SATURDAY, settings(CLAIM, {}, OFFICE));
    here.present = [at("Ana")];
    const { handoff, notices } = await asking();
    const opening = Date.parse("2026-01-12T09:00+01:00");
    expect(handoff).toMatchObject({ mode: "async", status: "pending", dueAt: opening + 60 * MINUTE });
    expect(notices).toMatchObject([{ notice: "unavailable", until: opening }]);
    expect(notices[0]?.text).toContain("maandag 12 januari om 09:00");
    expect(handoff.promise).toMatchObject({ dueAt: opening + 60 * MINUTE });
  });
});

describe("S11 nobody is called", () => {
  const nobody = () => settings(CLAIM, { otherwise: { queue: GENERAL, mode: "none", assign: CLAIM } });

  it("S11 S12 R16 the bot goes on, the signal is kept, and the visitor is told once", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, nobody());
    here.present = [at("Ana")];
    const asked = await asking("demo_request");
    expect(asked.handoff).toMatchObject({ mode: "none", status: "pending", trigger: "demo_request" });
    expect(await controlOf(asked)).toBe("bot");
    const again = await asking("human_request", asked);
    expect(again.notices.map(({ notice }) => notice)).toEqual(["nobody"]);
    expect(again.handoff.id).toBe(asked.handoff.id);
    const reply = {
      type: "send-reply",
      id: newSendId(),
      conversation: asked.conversation,
      text: "Ja.",
    } as const;
    expect(await sendReply(here.world, asked.visitor, reply)).toMatchObject({ ok: true });
  });

  it("R16 nobody is late with what nobody is called for", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, nobody());
    const asked = await asking("demo_request");
    await here.until(here.at + 8 * 24 * 60 * MINUTE);
    const actions = (await here.history(asked.handoff)).map(({ action }) => action);
    expect(actions.filter((action) => action === "breach" || action === "warn")).toEqual([]);
  });

  it("S11 once the site calls somebody, whoever asks again is heard", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, nobody());
    const asked = await asking();
    here.settings = settings(NEXT);
    here.present = [at("Ana")];
    const again = await asking("human_request", asked);
    expect(again.handoff).toMatchObject({ id: asked.handoff.id, mode: "live", assignee: { name: "Ana" } });
    expect(again.notices.map(({ notice }) => notice)).toEqual(["nobody", "available"]);
    expect(await controlOf(asked)).toBe("human_pending");
  });

  it("S4 a site that does not call people for whoever asks for one says so; what else it ignores starts nothing", async () => {
    const off = { demo_request: false, price_question: true, human_request: false, hot_lead: true };
    here = await ClockedWorld.open(MONDAY_TEN, settings(CLAIM, { signals: off }));
    here.present = [at("Ana")];
    const asked = await asking("human_request");
    expect(asked.notices.map(({ notice }) => notice)).toEqual(["nobody"]);
    expect(await controlOf(asked)).toBe("bot");
    const ignored = await requestHandoff(here.world, VISITING, {
      type: "request-handoff",
      id: newSendId(),
      conversation: newConversationId(),
      trigger: "demo_request",
      source: "button",
      message: null,
    });
    expect(ignored).toMatchObject({ ok: false, refusal: { code: "signal_not_found" } });
  });
});

describe("S18 no rule matched", () => {
  const nowhere = (onUnassigned: HandoffSettings["onUnassigned"]) =>
    settings(CLAIM, { otherwise: null, onUnassigned });

  it("S18 S20 R18 kept open: it waits in no queue, and the visitor waits for a person", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, nowhere("keep_open"));
    const asked = await asking();
    expect(asked.handoff).toMatchObject({ queue: null, status: "pending", mode: "live", rule: null });
    expect(asked.notices.map(({ notice }) => notice)).toEqual(["unassigned"]);
    expect(await controlOf(asked)).toBe("human_pending");
  });

  it("S21 R18 closed: the visitor is told, the ticket stays, and what the visitor writes later is not lost", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, nowhere("close"));
    const asked = await asking();
    expect(asked.handoff).toMatchObject({ queue: null, status: "pending", mode: "async" });
    expect(asked.notices.map(({ notice }) => notice)).toEqual(["unassigned"]);
    expect(await controlOf(asked)).toBe("closed");
    const text = "Nog iets";
    const said = { type: "send-message", id: newSendId(), conversation: asked.conversation, text } as const;
    expect(await sendAsVisitor(here.world, asked.visitor, said)).toMatchObject({ ok: true });
    expect(await now(asked)).toMatchObject({ status: "pending", cycle: 1, id: asked.handoff.id });
    expect(await controlOf(asked)).toBe("human_pending");
    const start = { type: "start-handoff", ...seen(await now(asked)) } as const;
    expect(await startHandoff(here.world, worker("Ana"), start)).toMatchObject({ ok: true });
  });
});

it("T20 R18 a number that is left on the card of a closed chat is kept for whoever takes what waits", async () => {
  const closes = settings(CLAIM, {
    otherwise: null,
    onUnassigned: "close",
    channels: [{ kind: "callback", label: {} }],
  });
  here = await ClockedWorld.open(MONDAY_TEN, closes);
  const { visitor, conversation, ...asked } = await asking();
  const request = {
    type: "request-handoff",
    id: newSendId(),
    conversation,
    trigger: "human_request",
    source: "button",
    message: null,
  } as const;
  const left = await requestHandoff(here.world, visitor, { ...request, info: { callback: "020 123 4567" } });
  expect(left).toMatchObject({ ok: true, entries: [] });
  const state = await here.world.storage.stateOf(conversation);
  expect(state?.handoff).toMatchObject({ id: asked.handoff.id, info: { callback: "+31201234567" } });
  expect(state?.conversation.control).toBe("closed");
  const again = await requestHandoff(here.world, visitor, { ...request, id: newSendId() });
  expect(again).toMatchObject({ ok: false, refusal: { code: "conversation_closed" } });
});

describe("S17 a visitor who comes back after the end", () => {
  it("S17 F18 N8 reads how it stands at that moment, and is promised what is said then", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(CLAIM, {}, OFFICE));
    here.present = [at("Ana")];
    const asked = await asking();
    const ana = worker("Ana");
    await startHandoff(here.world, ana, { type: "start-handoff", ...seen(asked.handoff) });
    await completeHandoff(here.world, ana, { type: "complete-handoff", ...seen(await now(asked)) });
    here.at = Date.parse(SATURDAY);
    const { conversation } = asked;
    const said = { type: "send-message", id: newSendId(), conversation, text: "Nog een vraag" } as const;
    expect(await sendAsVisitor(here.world, asked.visitor, said)).toMatchObject({ ok: true });
    const entries = await here.world.storage.entriesSince(conversation, 0, 100);
    expect(entries.flatMap((entry) => (entry.kind === "notice" ? [entry.notice] : []))).toEqual([
      "available",
      "unavailable",
    ]);
    const opening = Date.parse("2026-01-12T09:00+01:00");
    expect(await now(asked)).toMatchObject({
      status: "pending",
      mode: "async",
      cycle: 2,
      promise: { dueAt: opening + 60 * MINUTE, keptAt: null },
    });
    await here.until(opening + 60 * MINUTE + 1);
    expect((await now(asked)).promise?.brokenAt).toBe(opening + 60 * MINUTE + 1);
  });
});

describe("S24 somebody becomes free", () => {
  it("S24 R14 who comes to the desk gets what is most pressing, and of that whoever sits before the screen", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(NEXT));
    const low = await asking("unknown");
    const waiting = await asking("human_request");
    here.at += 1;
    const gone = await asking("human_request");
    here.visitorsHere.add(waiting.conversation);
    expect(await offerWaiting(here.world, site())).toEqual([]);
    here.present = [at("Ana")];
    await offerWaiting(here.world, site());
    expect((await now(waiting)).assignee?.name).toBe("Ana");
    expect((await now(gone)).status).toBe("pending");
    // One at a time: the rest stays where others can see it, until she is done.
    await offerWaiting(here.world, site());
    expect((await now(gone)).status).toBe("pending");
    const ana = worker("Ana");
    await startHandoff(here.world, ana, { type: "start-handoff", ...seen(await now(waiting)) });
    await completeHandoff(here.world, ana, { type: "complete-handoff", ...seen(await now(waiting)) });
    await offerWaiting(here.world, site());
    expect((await now(gone)).assignee?.name).toBe("Ana");
    expect((await now(low)).status).toBe("pending");
    const history = (await here.history(gone.handoff)).map(({ action, by }) => [action, by.kind]);
    expect(history.at(-1)).toEqual(["assign", "system"]);
  });

  it("S24 what came at night is given out in the morning", async () => {
    here = await ClockedWorld.open(SATURDAY, settings(NEXT, {}, OFFICE));
    const asked = await asking();
    expect(asked.handoff).toMatchObject({ mode: "async", status: "pending" });
    here.at = Date.parse("2026-01-12T09:00+01:00");
    here.present = [at("Ben")];
    await offerWaiting(here.world, site());
    expect((await now(asked)).assignee?.name).toBe("Ben");
  });

  it("S24 who puts it back does not get it again, and what is claimed by hand is never given", async () => {
    here = await ClockedWorld.open(MONDAY_TEN, settings(NEXT));
    here.present = [at("Ana")];
    const asked = await asking();
    const release = { type: "release-handoff", ...seen(asked.handoff) } as const;
    await releaseHandoff(here.world, worker("Ana"), release);
    await offerWaiting(here.world, site());
    expect((await now(asked)).status).toBe("pending");
    here.present = [at("Ana"), at("Ben")];
    await offerWaiting(here.world, site());
    expect((await now(asked)).assignee?.name).toBe("Ben");
    here.settings = settings(CLAIM);
    const byHand = await asking();
    here.present = [at("Cas")];
    await offerWaiting(here.world, site());
    expect((await now(byHand)).status).toBe("pending");
  });
});

describe("S22 in turn", () => {
  it("S22 owners take turns for each channel, also those who answer later, and the round outlives the process", async () => {
    const rotate = { kind: "rotate_by_channel" } as const;
    here = await ClockedWorld.open(SATURDAY, settings(rotate, {}, OFFICE));
    here.workers = ["Ana", "Ben", "Cas"].map((name) => ({ id: name.toLowerCase() as AgentId, name }));
    const owners: (string | undefined)[] = [];
    for (let count = 0; count < 4; count += 1) owners.push((await asking()).handoff.assignee?.name);
    await here.restart(MINUTE);
    for (let count = 0; count < 2; count += 1) owners.push((await asking()).handoff.assignee?.name);
    expect(owners).toEqual(["Ana", "Ben", "Cas", "Ana", "Ben", "Cas"]);
  });
});

describe("N8 what visitors were promised", () => {
  const asOf = async () => here.world.storage.promisesOf(VISITING.site, 0);

  async function promised(): Promise<{ readonly asked: Asked; readonly dueAt: number }> {
    here = await ClockedWorld.open(SATURDAY, settings(CLAIM, {}, OFFICE));
    const asked = await asking();
    const { promise } = asked.handoff;
    if (promise === null) throw new Error("Something was promised.");
    expect(asked.notices[0]?.text).toBe(promise.text);
    return { asked, dueAt: promise.dueAt };
  }

  async function answer(asked: Asked): Promise<void> {
    const ana = worker("Ana");
    await startHandoff(here.world, ana, { type: "start-handoff", ...seen(await now(asked)) });
    const said = {
      type: "send-message",
      id: newSendId(),
      conversation: asked.conversation,
      text: "Hallo",
    } as const;
    expect(await sendAsAgent(here.world, ana, said)).toMatchObject({ ok: true });
  }

  it("N8 is kept by an answer at its time, to the millisecond", async () => {
    const { asked, dueAt } = await promised();
    expect(await asOf()).toEqual({ kept: 0, broken: 0, open: 1 });
    await here.until(dueAt);
    await answer(asked);
    expect((await now(asked)).promise).toMatchObject({ keptAt: dueAt, brokenAt: null });
    await here.until(dueAt + 24 * 60 * MINUTE);
    expect(await asOf()).toEqual({ kept: 1, broken: 0, open: 0 });
  });

  it("N8 is broken a millisecond later: once, in the log, for good", async () => {
    const { asked, dueAt } = await promised();
    await here.until(dueAt + 1);
    expect((await now(asked)).promise).toMatchObject({ keptAt: null, brokenAt: dueAt + 1 });
    await answer(asked);
    expect((await now(asked)).promise).toMatchObject({ keptAt: null, brokenAt: dueAt + 1 });
    const broken = (await here.history(asked.handoff)).filter(({ action }) => action === "promise_broken");
    expect(broken).toMatchObject([{ by: { kind: "system" }, reason: asked.notices[0]?.text }]);
    expect(await asOf()).toEqual({ kept: 0, broken: 1, open: 0 });
  });

  it("N8 a wait that runs past closing is told the truth then, once, and both promises are counted", async () => {
    const late = settings(CLAIM, {}, OFFICE);
    const [queue] = late.queues;
    if (queue === undefined) throw new Error("There is a queue.");
    const minutes = { urgent: 5, high: 5, normal: 5, low: 5 };
    here = await ClockedWorld.open("2026-01-09T16:50+01:00", {
      ...late,
      queues: [{ ...queue, sla: { ...queue.sla, minutes } }],
    });
    const asked = await asking();
    expect(asked.notices[0]?.text).toContain("16:55");
    const closing = Date.parse("2026-01-09T17:00+01:00");
    await here.until(closing - 1);
    expect((await now(asked)).mode).toBe("live");
    await here.until(closing);
    const told = async () =>
      (await here.world.storage.entriesSince(asked.conversation, 0, 100)).filter(
        (entry) => entry.kind === "notice",
      );
    const monday = Date.parse("2026-01-12T09:00+01:00");
    expect(await told()).toMatchObject([
      { notice: "unavailable" },
      { notice: "unavailable", at: closing, until: monday, promised: monday + 5 * MINUTE },
    ]);
    expect((await told())[1]?.text).toContain("maandag 12 januari om 09:00");
    expect(await now(asked)).toMatchObject({
      mode: "async",
      status: "pending",
      version: asked.handoff.version,
    });
    expect(await asOf()).toEqual({ kept: 0, broken: 1, open: 1 });
    await here.until(monday);
    await answer(asked);
    expect(await told()).toHaveLength(2);
    expect(await asOf()).toEqual({ kept: 1, broken: 1, open: 0 });
  });

  it("N8 whoever was told that somebody comes at once, and waits when the day ends, is told when it goes on", async () => {
    here = await ClockedWorld.open("2026-01-09T16:50+01:00", settings(CLAIM, {}, OFFICE));
    here.present = [at("Ana")];
    const asked = await asking();
    const begun = await asking();
    const start = { type: "start-handoff", ...seen(begun.handoff) } as const;
    await startHandoff(here.world, worker("Ana"), start);
    // Another process rings what this one did not live to ring.
    await here.restart(20 * MINUTE);
    await here.until(here.at);
    const noticesOf = async ({ conversation }: Asked) =>
      (await here.world.storage.entriesSince(conversation, 0, 100)).flatMap((entry) =>
        entry.kind === "notice" ? [entry.notice] : [],
      );
    expect(await noticesOf(asked)).toEqual(["available", "unavailable"]);
    expect(await noticesOf(begun)).toEqual(["available"]);
    // Fifty minutes of its hour are left of the open time.
    expect((await now(asked)).promise?.dueAt).toBe(Date.parse("2026-01-12T09:50+01:00"));
    expect((await now(asked)).dueAt).toBe(Date.parse("2026-01-12T09:50+01:00"));
  });

  it("N8 a visitor who is back after the end is promised anew, and what was promised first is counted all the same", async () => {
    const { asked, dueAt } = await promised();
    const ana = worker("Ana");
    await startHandoff(here.world, ana, { type: "start-handoff", ...seen(asked.handoff) });
    await completeHandoff(here.world, ana, { type: "complete-handoff", ...seen(await now(asked)) });
    here.at += 60 * MINUTE;
    const [queue] = here.settings.queues;
    if (queue === undefined) throw new Error("There is a queue.");
    const minutes = { urgent: 90, high: 90, normal: 90, low: 90 };
    here.settings = { ...here.settings, queues: [{ ...queue, sla: { ...queue.sla, minutes } }] };
    const { conversation } = asked;
    const back = { type: "send-message", id: newSendId(), conversation, text: "Nog iets" } as const;
    expect(await sendAsVisitor(here.world, asked.visitor, back)).toMatchObject({ ok: true });
    expect(await asOf()).toEqual({ kept: 0, broken: 0, open: 2 });
    await here.until(dueAt + 1);
    expect(await asOf()).toEqual({ kept: 0, broken: 1, open: 1 });
    await answer(asked);
    expect(await asOf()).toEqual({ kept: 1, broken: 1, open: 0 });
  });

  it("N8 Q11 is found broken by whoever is alive then", async () => {
    const { asked, dueAt } = await promised();
    await here.restart(dueAt - here.at + 60 * MINUTE);
    await here.until(here.at);
    expect((await now(asked)).promise?.brokenAt).toBe(dueAt + 60 * MINUTE);
  });
});

it("F14 on a channel with a window no answer goes out after it, and again once the visitor writes; the web has none", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settings(CLAIM));
  const ana = worker("Ana");
  const DAY = 24 * 60 * MINUTE;
  const answers = async (channel: Handoff["channel"]) => {
    const asked = await asking();
    const { conversation, visitor } = asked;
    const says = (as: "visitor" | "agent") => {
      const message = { type: "send-message", id: newSendId(), conversation, text: "Hallo" } as const;
      return as === "agent"
        ? sendAsAgent(here.world, ana, message)
        : sendAsVisitor(here.world, visitor, message);
    };
    await says("visitor");
    await here.world.storage.change({
      conversation,
      id: null,
      decide: (state) => ({
        ok: true,
        value: { entries: [], handoff: { ...(state?.handoff as Handoff), channel } },
      }),
    });
    await startHandoff(here.world, ana, { type: "start-handoff", ...seen(await now(asked)) });
    here.at += DAY - 1_000;
    const before = await says("agent");
    here.at += 2_000;
    const after = await says("agent");
    await says("visitor");
    const again = await says("agent");
    return [before, after, again].map((outcome) => (outcome.ok ? "sent" : outcome.refusal.code));
  };
  expect(await answers("whatsapp")).toEqual(["sent", "reply_window_over", "sent"]);
  expect(await answers("web")).toEqual(["sent", "sent", "sent"]);
});
