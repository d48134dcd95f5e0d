/** Reports, the improvement list and the threshold loop, asked of a real server as its pages ask. */
import {
  type ConversationId,
  type Handoff,
  type HandoffId,
  type HandoffSettings,
  QualityReport,
  ShadowTest,
  type SignalThreshold,
  type SiteConfig,
  type SendId,
  Urgency,
  type VerdictKind,
} from "@sophie/engine";
import { detector, MODEL_THRESHOLDS } from "@sophie/engine/detector";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changing, handoffOf, madeOf, message } from "../storage/testing/builders.ts";
import { call } from "../testing/test-calls.ts";
import {
  OTHER_SITE,
  PAGE_ORIGIN,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../testing/test-server.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";

const DAY_MS = 24 * 60 * 60_000;
const QUALITY = `/api/sites/${SITE}/quality`;

let server: TestServer;
let admin: TestPerson;
let carla: TestPerson;
let analyst: TestPerson;
let ana: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.person("Admin", "admin");
  carla = await server.person("Carla", "supervisor");
  analyst = await server.person("Ida", "analyst");
  ana = await server.person("Ana", "agent");
});
afterAll(() => server.close());

interface Told {
  readonly text: string;
  readonly verdict?: VerdictKind;
  readonly confidence?: number;
  readonly more?: Partial<Handoff>;
}

let made = 0;
/** A handoff that a visitor's text started, over and judged. */
async function judged({ text, verdict, confidence = 0.9, more = {} }: Told): Promise<Handoff> {
  made += 1;
  const conversation = newConversationId();
  const said = `said-${made}` as SendId;
  const start = text.indexOf("bezichtig");
  const now = Date.now();
  const handoff = handoffOf(conversation, {
    id: `judged-${made}` as HandoffId,
    site: SITE,
    status: "completed",
    createdAt: now - DAY_MS,
    updatedAt: now,
    completedAt: now,
    confidence,
    evidence: { message: said, text, spans: start === -1 ? [] : [{ start, end: start + 9 }] },
    ...(verdict === undefined
      ? {}
      : { verdict: { kind: verdict, note: "Had al gekeken.", by: { id: ana.id, name: "Ana" }, at: now } }),
    ...more,
  });
  const entries = [message(said, text)];
  madeOf(await server.storage.change(changing(conversation, { entries, handoff }, null, handoff.site)));
  return handoff;
}

async function read(path: string, { cookie }: TestPerson) {
  const response = await fetch(`${server.url}${path}`, { headers: { cookie } });
  const text = await response.text();
  return { status: response.status, text, json: () => JSON.parse(text) as unknown };
}

interface ThresholdDocument {
  readonly version: number;
  readonly mayEdit: boolean;
  readonly signals: readonly SignalThreshold[];
  readonly changes: readonly {
    readonly signal: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly by: string;
  }[];
}

const thresholds = async (who = admin) =>
  (await read(`${QUALITY}/thresholds`, who)).json() as ThresholdDocument;

function put(who: TestPerson, body: unknown): Promise<Response> {
  return call(server.url, "PUT", `${QUALITY}/thresholds`, body, { cookie: who.cookie });
}

describe("reports", () => {
  it("H6 H92 an analyst reads figures of a period, and nothing that says who anybody was", async () => {
    await judged({ text: "Mijn naam is Van Wonderen, ik wil bezichtigen", verdict: "right_escalation" });
    await judged({ text: "al bezichtigd, 0612345678", verdict: "no_real_interest" });
    const { status, text, json } = await read(QUALITY, analyst);
    expect(status).toBe(200);
    const report = QualityReport.parse(json());
    const demo = report.signals.find(({ trigger }) => trigger === "demo_request");
    expect([demo?.handoffs, demo?.precision.count, demo?.precision.of]).toEqual([2, 1, 2]);
    expect(demo?.hit).toMatchObject({ count: 0, of: 2 });
    expect(text).not.toMatch(/Wonderen|0612345678|Ana|gekeken|judged-/);
    const before = await read(`${QUALITY}?until=${Date.now() - 2 * DAY_MS}`, analyst);
    expect(QualityReport.parse(before.json()).handoffs).toBe(0);
  });

  it("a period that is none, and a site that is not one's own, are refused", async () => {
    expect((await read(`${QUALITY}?from=5&until=4`, analyst)).status).toBe(422);
    expect((await read(`${QUALITY}?from=soon`, analyst)).status).toBe(422);
    expect((await read(`/api/sites/${OTHER_SITE}/quality`, analyst)).status).toBe(404);
    expect((await read(QUALITY, ana)).status).toBe(403);
  });

  it("H43 supervisors are told when too much is urgent, and by what", async () => {
    const site = OTHER_SITE;
    const boss = await server.person("Boss", "supervisor", [OTHER_SITE]);
    for (let at = 0; at < 50; at += 1) {
      const urgent = { priority: "urgent", score: 95, trigger: "hot_lead" } as const;
      const more = at % 3 === 0 ? urgent : ({ priority: "normal", trigger: "custom" } as const);
      await judged({ text: "x", more: { site, confidence: 0.7, ...more } });
    }
    const { json } = await read(`/api/sites/${site}/quality/urgency`, boss);
    expect(Urgency.parse(json())).toMatchObject({
      urgent: { count: 17, of: 50 },
      isTooMany: true,
      factor: "score",
    });
  });

  it("the digest sets a week beside the week before it", async () => {
    const { json } = await read(`${QUALITY}/digest?days=7`, carla);
    const digest = json() as { readonly now: QualityReport; readonly before: QualityReport };
    expect(digest.now.handoffs).toBeGreaterThan(0);
    expect(digest.before.handoffs).toBe(0);
    expect(digest.now.from - digest.before.from).toBe(7 * DAY_MS);
    expect((await read(`${QUALITY}/digest?days=0`, carla)).status).toBe(422);
  });
});

describe("the improvement list", () => {
  it("H90 a wrong escalation is listed with its text, its words and what they added; analysts do not see it", async () => {
    const text = "Wij hebben het huis al bezichtigd gisteren";
    const handoff = await judged({ text, verdict: "wrong_escalation", confidence: 0.71 });
    await judged({
      text: "de kosten?",
      verdict: "wrong_escalation",
      more: { trigger: "price_question" },
    });
    const { json } = await read(`${QUALITY}/improvements?signal=demo_request`, carla);
    const { improvements } = json() as { readonly improvements: readonly Record<string, unknown>[] };
    expect(improvements).toHaveLength(1);
    expect(improvements[0]).toMatchObject({
      handoff: handoff.id,
      trigger: "demo_request",
      confidence: 0.71,
      evidence: { text, spans: [{ start: text.indexOf("bezichtig"), end: text.indexOf("bezichtig") + 9 }] },
      verdict: { kind: "wrong_escalation", note: "Had al gekeken.", by: { name: "Ana" } },
    });
    const features = improvements[0]?.["features"] as { readonly words: string; readonly share: number }[];
    expect(features.map(({ words }) => words)).toContain("bezichtigd");
    const all = await read(`${QUALITY}/improvements`, carla);
    expect((all.json() as { improvements: unknown[] }).improvements).toHaveLength(2);
    expect((await read(`${QUALITY}/improvements`, analyst)).status).toBe(403);
    expect((await read(`${QUALITY}/improvements/export`, analyst)).status).toBe(403);
  });

  it("H90 it comes as lines for the corpus, each once, only of what a text started", async () => {
    await judged({ text: "knop", verdict: "wrong_escalation", more: { source: "button", evidence: null } });
    const { text } = await read(`${QUALITY}/improvements/export`, carla);
    expect(text).toBe(
      "@ none | judged no demo request\nWij hebben het huis al bezichtigd gisteren\n\n" +
        "@ none | judged no price question\nde kosten?\n",
    );
  });

  it("H90 a verdict that is taken back takes the text off the list", async () => {
    const handoff = await judged({ text: "toch bezichtigen", verdict: "wrong_escalation" });
    const desk = await carla.desk();
    const { id, version } = handoff;
    const verdict = "customer_happy";
    const answer = await desk.ask({
      type: "set-verdict",
      id: newSendId(),
      handoff: id,
      version,
      verdict,
      note: "",
    });
    expect(answer).toBe("accepted");
    const changed = await desk.until((heard) => heard.type === "handoff-changed" && heard.handoff.id === id);
    expect(changed).toMatchObject({ handoff: { verdict: { kind: "customer_happy" }, version: version + 1 } });
    await desk.close();
    const { text } = await read(`${QUALITY}/improvements`, carla);
    expect(text).not.toContain("toch bezichtigen");
  });
});

describe("the threshold loop", () => {
  const SURE = "Kan ik het huis morgen bezichtigen?";
  const sureness = () => {
    const found = detector.detect(SURE).signals.find(({ type }) => type === "demo_request");
    if (found === undefined) throw new Error("This sentence must be found.");
    return found.confidence;
  };

  it("T19 N4 shows where thresholds stand, and with fifty verdicts what another would change", async () => {
    const before = (await thresholds(analyst)).signals.find(({ signal }) => signal === "human_request");
    expect(before).toMatchObject({ model: MODEL_THRESHOLDS.human_request, judged: 0, proposal: null });
    const more = { trigger: "human_request" } as const;
    const low = MODEL_THRESHOLDS.human_request + 0.01;
    for (let at = 0; at < 20; at += 1) {
      await judged({
        text: "mens",
        verdict: at < 4 ? "converted" : "wrong_escalation",
        confidence: low,
        more,
      });
    }
    for (let at = 0; at < 30; at += 1) {
      await judged({ text: "mens", verdict: "right_escalation", confidence: 0.97, more });
    }
    const { signals, mayEdit } = await thresholds(analyst);
    const human = signals.find(({ signal }) => signal === "human_request");
    expect(mayEdit).toBe(false);
    expect(human).toMatchObject({ judged: 50, threshold: MODEL_THRESHOLDS.human_request });
    expect(human?.rows[0]).toMatchObject({ precision: { count: 34, of: 50 }, perWeek: 12.5 });
    expect(human?.proposal).toMatchObject({
      why: "raise",
      precision: { count: 30, of: 30 },
      changePerWeek: -5,
    });
  });

  it("N4 a shadow test reads past messages again and changes nothing", async () => {
    await judged({ text: SURE, verdict: "customer_happy", confidence: sureness() });
    const above = Math.min(0.99, sureness() + 0.0001);
    const response = await call(
      server.url,
      "POST",
      `${QUALITY}/thresholds/shadow`,
      { signal: "demo_request", threshold: above },
      { cookie: carla.cookie },
    );
    const test = ShadowTest.parse(await response.json());
    expect(test.from).toBe(MODEL_THRESHOLDS.demo_request);
    expect(test.foundThen).toBeLessThan(test.foundNow);
    expect(test.changePerWeek).toBeLessThan(0);
    expect(test.examples).toContainEqual({
      text: SURE,
      confidence: sureness(),
      change: "lost",
      verdict: "customer_happy",
    });
    expect((await thresholds()).changes).toEqual([]);
  });

  it("N4 only who may edit the bot approves, on the version that was seen; others are refused and noted", async () => {
    const { version } = await thresholds();
    const wanted = { signal: "demo_request", threshold: 0.9, version };
    expect((await put(carla, wanted)).status).toBe(403);
    const notes = await server.storage.notesOf(SITE, 1);
    expect(notes).toMatchObject([{ action: "threshold.refused", actor: carla.id }]);
    expect((await put(admin, { ...wanted, version: version + 1 })).status).toBe(409);
    expect((await put(admin, { ...wanted, threshold: 1.5 })).status).toBe(422);
    expect((await thresholds()).changes).toEqual([]);
  });

  it("N4 an approved threshold holds at once for pages and server alike, and is rolled back in one step", async () => {
    const config = async () => {
      const headers = { origin: PAGE_ORIGIN };
      return (await (await fetch(`${server.url}/api/sites/${SITE}`, { headers })).json()) as SiteConfig;
    };
    const ask = async () => {
      const visitor = await server.visitor();
      const conversation: ConversationId = newConversationId();
      const said = newSendId();
      await visitor.ask({ type: "send-message", id: said, conversation, text: SURE });
      const request = { trigger: "demo_request", source: "text", message: said } as const;
      const answer = await visitor.ask({
        type: "request-handoff",
        id: newSendId(),
        conversation,
        ...request,
      });
      await visitor.close();
      return answer;
    };
    expect(await ask()).toBe("accepted");
    const above = Math.min(0.99, sureness() + 0.0001);
    const { version } = await thresholds();
    const approved = await put(admin, { signal: "demo_request", threshold: above, version });
    expect(approved.status).toBe(200);
    expect((await config()).thresholds).toEqual({ demo_request: above });
    expect(await ask()).toBe("signal_not_found");

    const held = await thresholds();
    expect(held.changes).toMatchObject([{ signal: "demo_request", from: null, to: above, by: "Admin" }]);
    const [last] = held.changes;
    await put(admin, { signal: last?.signal, threshold: last?.from, version: held.version });
    expect((await config()).thresholds).toBeUndefined();
    expect(await ask()).toBe("accepted");
    expect((await thresholds()).changes.map(({ from, to }) => [from, to])).toEqual([
      [above, null],
      [null, above],
    ]);
    const settings: HandoffSettings | null = await server.storage.settings(SITE);
    expect(settings?.version).toBe(held.version + 1);
    const saved = await server.storage.settingsHistory(SITE, 2);
    expect(saved.map(({ savedBy }) => savedBy)).toEqual([admin.id, admin.id]);
  });
});
