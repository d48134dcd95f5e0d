/** From what a visitor does on the site to what an agent sees: consent, score, hot leads, priority, over real sockets. */
import {
  type ConversationId,
  type CustomTrigger,
  DEFAULT_HANDOFF_SETTINGS,
  DEFAULT_SCORING_CONFIG,
  type Handoff,
  type Lead,
  type ScoringConfig,
  type ToAgent,
  type TrackedEvent,
} from "@sophie/engine";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { assessLead } from "./commands/assess-lead.ts";
import type { Site } from "./storage/storage.ts";
import { SITE, startTestServer, type TestPerson, type TestServer } from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "./testing/test-socket.ts";

const MINUTE_MS = 60_000;

let server: TestServer;
let ana: TestPerson;
const open: TestSocket[] = [];

beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
});
afterAll(() => server.close());
afterEach(async () => void (await Promise.all(open.splice(0).map((socket) => socket.close()))));

/** Distributes over the union, so that each kind of event keeps its own fields. */
type Told<E> = E extends unknown ? Omit<E, "id" | "session" | "agoMs"> & { agoMs?: number } : never;

let told = 0;
function event(more: Told<TrackedEvent>): TrackedEvent {
  told += 1;
  return { id: `event-${told}`, session: "visit-1", agoMs: 0, ...more };
}

const viewed = (page: string, title?: string) =>
  event({ kind: "page_viewed", page, pageKind: "object", ...(title === undefined ? {} : { title }) });
const dwelt = (page: string, minutes: number) =>
  Array.from({ length: minutes }, () =>
    event({ kind: "page_dwelt", page, pageKind: "object", visibleMs: MINUTE_MS }),
  );
const calculated = () => event({ kind: "calculator_used" });

/** Four objects, three of them long, the calculator and two forms: 80 points, the most that behaviour alone gives. */
function keenly(): readonly TrackedEvent[] {
  return [
    ...["/a", "/b", "/c", "/d"].map((page) => viewed(page)),
    ...["/a", "/b", "/c"].flatMap((page) => dwelt(page, 4)),
    calculated(),
    event({ kind: "converted", conversion: "brochure", of: "/a" }),
    event({ kind: "converted", conversion: "form", of: "/contact" }),
  ];
}

class Visitor {
  readonly conversation = newConversationId();
  readonly socket: TestSocket;

  constructor(socket: TestSocket) {
    this.socket = socket;
  }

  consents(given = true): Promise<string> {
    return this.socket.ask({ type: "set-consent", id: newSendId(), given });
  }

  does(...events: readonly TrackedEvent[]): Promise<string> {
    return this.socket.ask({ type: "track-behaviour", id: newSendId(), events: [...events] });
  }

  async says(text: string) {
    const id = newSendId();
    await this.socket.ask({ type: "send-message", id, conversation: this.conversation, text });
    return id;
  }

  async asks(text: string, trigger: "demo_request" | "human_request" | "custom"): Promise<string> {
    const message = await this.says(text);
    const { conversation } = this;
    return this.socket.ask({
      type: "request-handoff",
      id: newSendId(),
      conversation,
      trigger,
      source: "text",
      message,
    });
  }

  /** Everything before it was looked at: commands of one socket follow each other. */
  async settled(given = true): Promise<void> {
    await this.consents(given);
  }
}

async function aVisitor(): Promise<Visitor> {
  const socket = await server.visitor();
  open.push(socket);
  return new Visitor(socket);
}

async function aDesk(): Promise<TestSocket> {
  const desk = await ana.desk();
  open.push(desk);
  return desk;
}

async function handoffOf(conversation: ConversationId): Promise<Handoff | null> {
  return (await server.storage.stateOf(conversation))?.handoff ?? null;
}

async function theHandoff(visitor: Visitor): Promise<Handoff> {
  const handoff = await handoffOf(visitor.conversation);
  if (handoff === null) throw new Error("There is no handoff.");
  return handoff;
}

/** What the desk is shown of a handoff's visitor. */
async function shown(desk: TestSocket, handoff: Handoff): Promise<Lead> {
  const id = newSendId();
  expect(await desk.ask({ type: "show-lead", id, handoff: handoff.id })).toBe("accepted");
  const answer = await desk.until(
    (heard): heard is Extract<ToAgent, { type: "lead-shown" }> =>
      heard.type === "lead-shown" && heard.id === id,
    "the lead",
  );
  return answer.lead;
}

async function theSite(): Promise<Site> {
  const site = (await server.storage.sites()).find(({ config }) => config.id === SITE);
  if (site === undefined) throw new Error("The test server has no site.");
  return site;
}

/** With rules of the site's own, for as long as `work` takes. */
async function withScoring(scoring: ScoringConfig, work: () => Promise<void>): Promise<void> {
  const site = await theSite();
  await server.storage.saveSite({ ...site, scoring });
  await server.refreshSites();
  await work();
  await server.storage.saveSite(site);
  await server.refreshSites();
}

describe("consent (tier T2)", () => {
  it("Q23 P31 P32 nothing is stored of a visitor who has not said yes", async () => {
    const visitor = await aVisitor();
    expect(await visitor.does(viewed("/a"))).toBe("no_consent");
    expect(await visitor.consents()).toBe("accepted");
    expect(await visitor.does(viewed("/a"))).toBe("accepted");
    expect(await visitor.consents(false)).toBe("accepted");
    expect(await visitor.does(viewed("/b"))).toBe("no_consent");
  });

  it("P32 what is told twice counts once, and the server says what time it was", async () => {
    const visitor = await aVisitor();
    const { visitor: id } = await visitor.socket.next("visitor-welcome");
    await visitor.consents();
    const look = { ...viewed("/a"), agoMs: 5 * MINUTE_MS };
    const before = Date.now();
    await visitor.does(look);
    await visitor.does(look, viewed("/b"));
    const stored = await server.storage.behaviourOf({ site: SITE, visitor: id }, 10);
    expect(stored.map((each) => each.kind === "page_viewed" && each.page)).toEqual(["/a", "/b"]);
    expect(stored[0]?.at).toBeGreaterThanOrEqual(before - 5 * MINUTE_MS);
    expect(stored[0]?.at).toBeLessThanOrEqual(Date.now() - 5 * MINUTE_MS);
  });

  it("P32 no browser tells what was said to Sophie, or a score", async () => {
    const visitor = await aVisitor();
    await visitor.consents();
    for (const kind of ["message_sent", "signal_found", "consent_withdrawn"]) {
      const id = newSendId();
      const events = [{ id: "x", agoMs: 0, session: "s", kind, signal: "demo_request" }];
      visitor.socket.sendRaw(JSON.stringify({ type: "track-behaviour", id, events }));
      expect(await visitor.socket.answer(id)).toBe("invalid_message");
    }
  });

  it("T28 P31 withdrawn, the behaviour part is nought, what was stored is gone, and so are the points for talking", async () => {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    const { visitor: id } = await visitor.socket.next("visitor-welcome");
    await visitor.consents();
    await visitor.does(viewed("/a"), calculated());
    await visitor.asks("Kan ik het huis bezichtigen?", "demo_request");
    expect((await theHandoff(visitor)).score).toBe(48);
    await visitor.consents(false);
    await visitor.settled(false);
    expect(await server.storage.behaviourOf({ site: SITE, visitor: id }, 10)).toEqual([]);
    const after = await theHandoff(visitor);
    expect(after.score).toBe(0);
    expect(await shown(desk, after)).toMatchObject({
      consent: "withdrawn",
      score: 0,
      points: [],
      pages: null,
    });
    await visitor.says("Ik schrijf nog wat");
    await visitor.consents();
    await visitor.does(viewed("/c"));
    expect(await shown(desk, after)).toMatchObject({ consent: "given", score: 5 });
  });
});

describe("the score of a handoff", () => {
  it("T28 H32 H33 is made on the server, of what was done and what was said", async () => {
    const visitor = await aVisitor();
    await visitor.consents();
    await visitor.does(viewed("/a"), viewed("/b"), calculated());
    await visitor.says("Hallo");
    await visitor.says("Mooi huis");
    await visitor.asks("Kan ik het huis bezichtigen?", "demo_request");
    // Two pages 10, calculator 18, the second and third message 8, the request itself 25.
    expect(await theHandoff(visitor)).toMatchObject({ score: 61, priority: "urgent" });
  });

  it("T28 counts what is said without any consent, and nothing else", async () => {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    await visitor.says("Hallo");
    await visitor.asks("Kan ik het huis bezichtigen?", "demo_request");
    const handoff = await theHandoff(visitor);
    expect(handoff.score).toBe(29);
    expect(await shown(desk, handoff)).toMatchObject({
      consent: "unknown",
      pages: null,
      source: null,
      score: 29,
    });
  });

  it("T25 T27 T30 what the visitor has stated makes the grade, and with the score the stage", async () => {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    await visitor.says("Mijn adres is jan@voorbeeld.nl en mijn nummer 06 12 34 56 78");
    await visitor.asks("Kan ik het huis bezichtigen?", "demo_request");
    const lead = await shown(desk, await theHandoff(visitor));
    expect(lead).toMatchObject({ grade: "C", fields: 18, score: 47, stage: "qualified" });
    expect(lead.points.filter(({ part }) => part === "fields").map(({ rule }) => rule)).toEqual([
      "fields.email",
      "fields.phone",
    ]);
  });

  it("H63 H64 shows every point with its rule and time, newest first, and the last pages that differ", async () => {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    await visitor.consents();
    const looks = Array.from({ length: 12 }, (_, index) => ({
      ...viewed(`/object-${index}`, `Object ${index}`),
      agoMs: (20 - index) * MINUTE_MS,
    }));
    await visitor.does(...looks, { ...viewed("/object-3", "Object 3"), agoMs: 2 * MINUTE_MS }, calculated());
    await visitor.asks("Kan ik het huis bezichtigen?", "demo_request");
    const lead = await shown(desk, await theHandoff(visitor));
    expect(lead.configVersion).toBe("default-1");
    const times = lead.points.map(({ at }) => at ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(lead.points.find(({ rule }) => rule === "pages.viewed")).toMatchObject({
      about: "Object 3",
      points: 5,
    });
    const long = lead.points.find(({ rule }) => rule === "tools.calculator");
    expect(long?.about).toBeNull();
    const sum = lead.points.reduce((total, { counted }) => total + counted, 0);
    expect(Math.round(sum)).toBe(lead.score);
    expect(lead.pages).toHaveLength(10);
    expect(lead.pages?.[0]).toMatchObject({ title: "Object 3", path: "/object-3", kind: "object" });
    expect(lead.pages?.map(({ path }) => path)).not.toContain("/object-0");
  });

  it("H39 H42 P34 behaviour makes a handoff that waits more pressing: a new version, in the history, and sooner due", async () => {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    await visitor.consents();
    await visitor.asks("Ik wil een medewerker spreken", "human_request");
    const before = await theHandoff(visitor);
    expect(before.priority).toBe("high");
    await visitor.does(viewed("/a"));
    await visitor.settled();
    const scored = await theHandoff(visitor);
    expect(scored).toMatchObject({ version: 1, priority: "high", score: before.score + 5 });
    expect(scored.updatedAt).toBeGreaterThanOrEqual(before.updatedAt);

    await visitor.does(...keenly());
    await visitor.settled();
    const after = await theHandoff(visitor);
    expect(after).toMatchObject({ version: 2, priority: "urgent", status: "pending" });
    expect(after.dueAt).toBeLessThan(before.dueAt);
    await desk.until(
      (heard) =>
        heard.type === "handoff-changed" && heard.handoff.id === after.id && heard.handoff.version === 2,
    );
    const log = await server.storage.entriesSince(visitor.conversation, 0, 50);
    expect(log.at(-1)).toMatchObject({
      kind: "handoff",
      action: "rescore",
      priority: "urgent",
      score: after.score,
      version: 2,
      by: { kind: "system" },
    });
    expect(await server.storage.dueTimers(after.dueAt + 1, 100)).toContainEqual({
      kind: "sla-due",
      conversation: visitor.conversation,
      at: after.dueAt + 1,
    });
  });

  it("P34 one that somebody has taken is left as it is", async () => {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    await visitor.consents();
    await visitor.asks("Ik wil een medewerker spreken", "human_request");
    const { id, version } = await theHandoff(visitor);
    await desk.ask({ type: "start-handoff", id: newSendId(), handoff: id, version });
    const started = await theHandoff(visitor);
    await visitor.does(...keenly());
    await visitor.settled();
    expect(await theHandoff(visitor)).toEqual(started);
  });
});

describe("a hot lead", () => {
  async function aHotLead() {
    const [visitor, desk] = [await aVisitor(), await aDesk()];
    await visitor.consents();
    await visitor.says("Goedemiddag");
    await visitor.does(...keenly());
    await visitor.settled();
    return { visitor, desk, handoff: await theHandoff(visitor) };
  }

  it("H29 H30 R12 P33 an anonymous visitor becomes one by what they do, and the bot goes on", async () => {
    const { visitor, desk, handoff } = await aHotLead();
    expect(handoff).toMatchObject({
      trigger: "hot_lead",
      source: "behaviour",
      status: "pending",
      score: 80,
      evidence: null,
    });
    expect(handoff.confidence).toBeCloseTo(0.733, 3);
    await desk.until((heard) => heard.type === "handoff-changed" && heard.handoff.id === handoff.id);
    expect((await server.storage.stateOf(visitor.conversation))?.conversation.control).toBe("bot");
    const reply = { id: newSendId(), conversation: visitor.conversation, text: "Waarmee kan ik helpen?" };
    expect(await visitor.socket.ask({ type: "send-reply", ...reply })).toBe("accepted");
  });

  it("H29 is told once: not again while it is open, nor within a day of it", async () => {
    const { visitor, desk, handoff } = await aHotLead();
    await visitor.does(calculated(), viewed("/e"));
    await visitor.settled();
    expect((await theHandoff(visitor)).id).toBe(handoff.id);
    const { id, version } = await theHandoff(visitor);
    const cancel = { id: newSendId(), handoff: id, version, reason: "Geen interesse" };
    expect(await desk.ask({ type: "cancel-handoff", ...cancel })).toBe("accepted");
    await visitor.does(viewed("/f"));
    await visitor.says("Nog een vraag");
    await visitor.settled();
    expect(await theHandoff(visitor)).toMatchObject({ id: handoff.id, status: "cancelled" });
  });

  it("H29 without a conversation it waits, until the visitor first writes", async () => {
    const visitor = await aVisitor();
    const { visitor: id } = await visitor.socket.next("visitor-welcome");
    await visitor.consents();
    await visitor.does(...keenly());
    await visitor.settled();
    expect(await server.storage.lead({ site: SITE, visitor: id })).toMatchObject({
      hot: { isWaiting: true, firedAt: null },
      stage: "opportunity",
    });
    await visitor.says("Hallo");
    await visitor.settled();
    expect(await theHandoff(visitor)).toMatchObject({ trigger: "hot_lead", status: "pending" });
    expect(await server.storage.lead({ site: SITE, visitor: id })).toMatchObject({
      hot: { isWaiting: false },
    });
  });

  it("H29 is nobody without consent, whatever is said and however little it takes", async () => {
    const scoring = structuredClone(DEFAULT_SCORING_CONFIG);
    scoring.hotLead = { ...scoring.hotLead, from: 10, rearmBelow: 5 };
    await withScoring(scoring, async () => {
      const visitor = await aVisitor();
      const { visitor: id } = await visitor.socket.next("visitor-welcome");
      for (let turn = 0; turn < 8; turn += 1) await visitor.says(`Vraag ${turn}`);
      await assessLead(server.world, { site: SITE, visitor: id });
      expect(await handoffOf(visitor.conversation)).toBeNull();
      await visitor.consents();
      await visitor.settled();
      expect(await theHandoff(visitor)).toMatchObject({ trigger: "hot_lead" });
    });
  });

  it("S11 is nobody on a site that ignores it", async () => {
    await server.settle({ signals: { ...DEFAULT_HANDOFF_SETTINGS.signals, hot_lead: false } });
    const visitor = await aVisitor();
    await visitor.consents();
    await visitor.says("Goedemiddag");
    await visitor.does(...keenly());
    await visitor.settled();
    expect(await handoffOf(visitor.conversation)).toBeNull();
    await server.settle({ signals: DEFAULT_HANDOFF_SETTINGS.signals });
  });

  /** Nothing is given out past what is more pressing (Q8), so what other tests left waiting goes first. */
  async function clearQueue(): Promise<void> {
    const desk = await ana.desk();
    for (const { id: handoff, version } of await server.storage.waitingHandoffs(SITE)) {
      await desk.ask({ type: "cancel-handoff", id: newSendId(), handoff, version, reason: "Over" });
    }
    await desk.close();
  }

  it("S9 P33 goes to the next available without a word to its visitor, who hears of people when they ask for them", async () => {
    const assign = { kind: "next_available" } as const;
    const { otherwise } = DEFAULT_HANDOFF_SETTINGS;
    await clearQueue();
    await server.settle({ otherwise: otherwise === null ? null : { ...otherwise, assign } });
    const { visitor, handoff } = await aHotLead();
    expect(handoff).toMatchObject({ status: "assigned", mode: "live" });
    const { conversation } = visitor;
    const notices = async () =>
      (await server.storage.entriesSince(conversation, 0, 100)).filter(({ kind }) => kind === "notice");
    expect(await notices()).toEqual([]);
    const asking = { trigger: "human_request", source: "button", message: null } as const;
    await visitor.socket.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
    expect(await notices()).toMatchObject([{ notice: "available" }]);
    expect(await theHandoff(visitor)).toMatchObject({
      id: handoff.id,
      status: "assigned",
      assignee: handoff.assignee,
      trigger: "human_request",
    });
    await server.settle({ otherwise });
  });

  it("Q14 H45 an agent who starts it gets the conversation, and the bot falls silent", async () => {
    const { visitor, desk, handoff } = await aHotLead();
    const { id, version } = handoff;
    expect(await desk.ask({ type: "start-handoff", id: newSendId(), handoff: id, version })).toBe("accepted");
    const state = await server.storage.stateOf(visitor.conversation);
    expect(state).toMatchObject({ conversation: { control: "human" }, controller: ana.id });
    const reply = { id: newSendId(), conversation: visitor.conversation, text: "Te laat" };
    expect(await visitor.socket.ask({ type: "send-reply", ...reply })).toBe("bot_silenced");
    const said = { id: newSendId(), conversation: visitor.conversation, text: "Dag, met Ana" };
    expect(await desk.ask({ type: "send-message", ...said })).toBe("accepted");
  });

  it("T15 Q14 taking the conversation over begins the same handoff: there is one", async () => {
    const { visitor, desk, handoff } = await aHotLead();
    const { conversation } = visitor;
    expect(await desk.ask({ type: "take-over", id: newSendId(), conversation })).toBe("accepted");
    expect(await theHandoff(visitor)).toMatchObject({
      id: handoff.id,
      status: "in_progress",
      version: handoff.version + 1,
      assignee: { name: "Ana" },
    });
    const reply = { id: newSendId(), conversation, text: "Te laat" };
    expect(await visitor.socket.ask({ type: "send-reply", ...reply })).toBe("bot_silenced");
  });

  it("H3 P20 a visitor who then asks for a person is not left waiting: the same handoff, for that reason", async () => {
    const { visitor, handoff } = await aHotLead();
    expect(await visitor.asks("Kan ik het huis bezichtigen?", "demo_request")).toBe("accepted");
    const asked = await theHandoff(visitor);
    expect(asked).toMatchObject({
      id: handoff.id,
      version: 2,
      trigger: "demo_request",
      source: "text",
      status: "pending",
      priority: "urgent",
    });
    expect(asked.dueAt).toBeLessThanOrEqual(handoff.dueAt);
    expect((await server.storage.stateOf(visitor.conversation))?.conversation.control).toBe("human_pending");
    const log = await server.storage.entriesSince(visitor.conversation, 0, 50);
    const moves = log.flatMap((entry) => (entry.kind === "handoff" ? [[entry.action, entry.trigger]] : []));
    expect(moves).toEqual([
      ["create", "hot_lead"],
      ["request", "demo_request"],
    ]);
  });

  it("H48 P33 an agent who lets it go lets the bot go on", async () => {
    const { visitor, desk, handoff } = await aHotLead();
    const { id, version } = handoff;
    const cancel = { id: newSendId(), handoff: id, version, reason: "Concurrent" };
    expect(await desk.ask({ type: "cancel-handoff", ...cancel })).toBe("accepted");
    expect((await server.storage.stateOf(visitor.conversation))?.conversation.control).toBe("bot");
    const reply = { id: newSendId(), conversation: visitor.conversation, text: "Ik ben er nog" };
    expect(await visitor.socket.ask({ type: "send-reply", ...reply })).toBe("accepted");
    const again = { id: newSendId(), handoff: id, version: version + 1 };
    expect(await desk.ask({ type: "reopen-handoff", ...again })).toBe("accepted");
    expect((await server.storage.stateOf(visitor.conversation))?.conversation.control).toBe("bot");
  });
});

describe("who may see a lead", () => {
  it("Q16 Q17 P28 nobody of another site, and no analyst", async () => {
    const visitor = await aVisitor();
    await visitor.asks("Ik wil een medewerker spreken", "human_request");
    const handoff = (await theHandoff(visitor)).id;
    const stranger = await (await server.person("Bo", "agent", ["other" as typeof SITE])).desk();
    const analyst = await (await server.person("Cor", "analyst")).desk();
    open.push(stranger, analyst);
    expect(await stranger.ask({ type: "show-lead", id: newSendId(), handoff })).toBe("not_found");
    expect(await analyst.ask({ type: "show-lead", id: newSendId(), handoff })).toBe("forbidden");
  });
});

describe("a site's own triggers", () => {
  async function saveTriggers(...triggers: readonly CustomTrigger[]): Promise<void> {
    await server.settle({ triggers: [...triggers] });
  }

  const trigger = (name: string, phrase: string): CustomTrigger => ({
    id: name,
    name,
    phrase,
    language: null,
    inflected: true,
  });

  it("S6 P20 fetch a person when the server finds them too: the longest is shown, and names the handoff", async () => {
    await saveTriggers(trigger("Terug", "terug"), trigger("Geld terug", "geld terug"));
    const visitor = await aVisitor();
    expect(await visitor.asks("Ik wil mijn GELD TERUG, en ik kom terug", "custom")).toBe("accepted");
    const handoff = await theHandoff(visitor);
    expect(handoff).toMatchObject({
      trigger: "custom",
      triggerName: "Geld terug",
      source: "text",
      confidence: 1,
    });
    const { text = "", spans = [] } = handoff.evidence ?? {};
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["GELD TERUG"]);
  });

  it("S7 deleted fire no more, and history keeps their name", async () => {
    await saveTriggers(trigger("Geld terug", "geld terug"));
    const [before, after] = [await aVisitor(), await aVisitor()];
    await before.asks("geld terug", "custom");
    await saveTriggers();
    expect(await after.asks("geld terug", "custom")).toBe("signal_not_found");
    expect(await handoffOf(after.conversation)).toBeNull();
    expect((await theHandoff(before)).triggerName).toBe("Geld terug");
  });

  it("S6 a browser that claims one where there is none is not believed", async () => {
    await saveTriggers(trigger("Geld terug", "geld terug"));
    const visitor = await aVisitor();
    expect(await visitor.asks("Ik ben terug", "custom")).toBe("signal_not_found");
  });
});

describe("the rules of scoring", () => {
  it("H63 T27 are a site's own, and every score names their version", async () => {
    const scoring = structuredClone(DEFAULT_SCORING_CONFIG);
    scoring.version = "site-2";
    scoring.behaviour.tools.calculator.points = 30;
    await withScoring(scoring, async () => {
      const [visitor, desk] = [await aVisitor(), await aDesk()];
      await visitor.consents();
      await visitor.does(calculated());
      await visitor.asks("Kan ik het huis bezichtigen?", "demo_request");
      const lead = await shown(desk, await theHandoff(visitor));
      expect(lead).toMatchObject({ configVersion: "site-2", score: 55 });
    });
  });
});
