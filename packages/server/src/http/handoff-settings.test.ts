/** The settings of a site over HTTP: who may read and save them, what is refused and why, and how soon they hold. */
import { DEFAULT_HANDOFF_SETTINGS, type HandoffSettings, type QueueId } from "@sophie/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, get, post } from "../testing/test-calls.ts";
import {
  OTHER_SITE,
  PAGE_ORIGIN,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "../testing/test-server.ts";

const PATH = `/api/sites/${SITE}/handoff-settings`;

let server: TestServer;
let admin: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.person("Ada", "admin");
  agent = await server.person("Ana", "agent");
});
afterAll(() => server.close());

interface Answer {
  readonly settings: HandoffSettings;
  readonly mayEdit: boolean;
  readonly history: readonly { readonly version: number; readonly savedBy: string }[];
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[];
  readonly problems: readonly { readonly path: string; readonly code: string; readonly sentence: string }[];
}

const answer = async (response: Response) => (await response.json()) as Answer;
const read = async (person: TestPerson) => answer(await get(server.url, PATH, { cookie: person.cookie }));
const put = (person: TestPerson, settings: unknown, path = PATH) =>
  call(server.url, "PUT", path, { settings }, { cookie: person.cookie });
/** Saves a change of what is there now. */
const save = async (change: Partial<HandoffSettings>) =>
  put(admin, { ...(await read(admin)).settings, ...change });

const WORKWEEK = {
  id: "office",
  name: "Kantoor",
  zone: "Europe/Amsterdam",
  week: [...Array.from({ length: 5 }, () => [{ from: "09:00", to: "17:30" }]), [], []],
  overrides: [],
};

describe("reading and saving", () => {
  it("S1 everybody of the site reads them; a save makes the next version, with who saved it and when", async () => {
    const before = await read(agent);
    expect(before.settings).toEqual(DEFAULT_HANDOFF_SETTINGS);
    const saved = await save({ unknownLimit: 3 });
    expect(saved.status).toBe(200);
    const after = await read(agent);
    expect(after.settings).toMatchObject({ version: before.settings.version + 1, unknownLimit: 3 });
    expect(after.history[0]).toMatchObject({
      version: after.settings.version,
      savedBy: "Ada",
      savedAt: expect.closeTo(Date.now(), -5),
    });
    const version = async (number: number) =>
      get(server.url, `${PATH}/versions/${number}`, { cookie: agent.cookie });
    expect(await answer(await version(after.settings.version))).toEqual({ settings: after.settings });
    expect((await version(after.settings.version + 1)).status).toBe(404);
  });

  it("S2 without bot.edit they are read-only, and a save is refused with 403 and noted", async () => {
    const before = await read(agent);
    expect(before.mayEdit).toBe(false);
    expect((await read(admin)).mayEdit).toBe(true);
    expect((await put(agent, { ...before.settings, paused: true })).status).toBe(403);
    expect((await read(agent)).settings).toEqual(before.settings);
    expect(await server.storage.notesOf(SITE, 10)).toMatchObject([
      { actor: agent.id, action: "settings.refused", detail: "role agent" },
    ]);
  });

  it("S8 of two who edit the same version the second is told, with what is there now, and nothing of hers is saved", async () => {
    const { settings } = await read(admin);
    expect((await put(admin, { ...settings, unknownLimit: 4 })).status).toBe(200);
    const late = await put(admin, { ...settings, unknownLimit: 5 });
    expect(late.status).toBe(409);
    expect((await answer(late)).settings).toMatchObject({ version: settings.version + 1, unknownLimit: 4 });
    expect((await read(admin)).settings.unknownLimit).toBe(4);
  });

  it("S4 to switch off the call for a person is warned of, each time", async () => {
    const saved = await save({
      signals: { ...DEFAULT_HANDOFF_SETTINGS.signals, human_request: false },
    });
    expect((await answer(saved)).warnings.map(({ code }) => code)).toEqual(["human_request_off"]);
    expect((await read(agent)).warnings.map(({ code }) => code)).toEqual(["human_request_off"]);
    await save({ signals: DEFAULT_HANDOFF_SETTINGS.signals });
    expect((await read(agent)).warnings).toEqual([]);
  });

  it("Q16 the settings of a site where one does not work do not exist", async () => {
    const elsewhere = `/api/sites/${OTHER_SITE}/handoff-settings`;
    expect((await get(server.url, elsewhere, { cookie: admin.cookie })).status).toBe(404);
    expect((await put(admin, DEFAULT_HANDOFF_SETTINGS, elsewhere)).status).toBe(404);
    const preview = { settings: DEFAULT_HANDOFF_SETTINGS, at: 0, trigger: "custom", language: "nl" };
    const asked = await post(server.url, `${elsewhere}/preview`, preview, { cookie: admin.cookie });
    expect(asked.status).toBe(404);
    expect(await server.storage.settings(OTHER_SITE)).toBeNull();
  });

  it("Q19 a save that comes from another page is refused", async () => {
    const { settings } = await read(admin);
    const options = { cookie: admin.cookie, headers: { origin: PAGE_ORIGIN } };
    expect((await call(server.url, "PUT", PATH, { settings }, options)).status).toBe(403);
    const plain = { cookie: admin.cookie, headers: { "content-type": "text/plain" } };
    expect((await call(server.url, "PUT", PATH, { settings }, plain)).status).toBe(415);
    const huge = { cookie: admin.cookie, raw: `{"settings":"${"x".repeat(1024 * 1024)}"}` };
    expect((await call(server.url, "PUT", PATH, null, huge)).status).toBe(413);
    expect((await read(admin)).settings).toEqual(settings);
  });

  it("S1 what was saved reaches the configuration of pages at once, and is not held in their caches", async () => {
    const trigger = { id: "t", name: "Geld terug", phrase: "restitutie", language: null, inflected: false };
    const required = [{ key: "email", kind: "email", label: {}, pattern: null }] as const;
    const [queue] = DEFAULT_HANDOFF_SETTINGS.queues;
    if (queue === undefined) throw new Error("There is a queue by default.");
    await save({
      triggers: [trigger],
      signals: { ...DEFAULT_HANDOFF_SETTINGS.signals, price_question: false, human_request: false },
      queues: [{ ...queue, required: [...required] }],
      address: "informal",
    });
    const page = await get(server.url, `/api/sites/${SITE}`, { origin: PAGE_ORIGIN });
    expect(page.headers.get("cache-control")).toBe("public, no-cache");
    const config = (await page.json()) as Record<string, unknown>;
    expect(config).toMatchObject({
      triggers: [trigger],
      handoff: { ignored: ["price_question"], address: "informal", collect: { demo_request: required } },
    });
    expect(JSON.stringify(config)).not.toContain("queues");
  });
});

describe("what is refused, and why", () => {
  const queue = DEFAULT_HANDOFF_SETTINGS.queues[0] as HandoffSettings["queues"][number];
  const to = { queue: "general", mode: "live", assign: { kind: "claim" } };
  const rule = { id: "r", name: "Rule", enabled: true, when: [], to };
  const calendar = (change: object) => ({ calendars: [{ ...WORKWEEK, ...change }] });
  const monday = (...frames: object[]) => calendar({ week: [frames, [], [], [], [], [], []] });

  it.each<[string, object, string, RegExp]>([
    ["a wrong type", { paused: "yes" }, "paused", /a boolean/],
    ["a field that is missing", { queues: [{ ...queue, sla: undefined }] }, "queues.0.sla", /missing/],
    ["a field that nobody knows", { pauzed: true }, "pauzed", /“pauzed”/],
    ["a limit of six", { unknownLimit: 6 }, "unknownLimit", /more than 5/],
    ["no queue at all", { queues: [] }, "queues", /At least 1/],
    ["an unknown zone", calendar({ zone: "Europe/Amsterdm" }), "calendars.0.zone", /“Europe\/Amsterdm”/],
    ["an hour that is none", monday({ from: "9:00", to: "10:00" }), "calendars.0.week.0.0.from", /09:00/],
    ["an empty frame", monday({ from: "09:00", to: "09:00" }), "calendars.0.week.0.0.to", /no time at all/],
    [
      "frames that overlap",
      monday({ from: "09:00", to: "12:00" }, { from: "11:59", to: "17:00" }),
      "calendars.0.week.0.1",
      /runs into/,
    ],
    [
      "a night that runs into the morning",
      calendar({
        week: [[{ from: "22:00", to: "06:00" }], [{ from: "05:00", to: "09:00" }], [], [], [], [], []],
      }),
      "calendars.0.week.1.0",
      /night before/,
    ],
    [
      "a day that does not exist",
      calendar({ overrides: [{ date: "2026-02-30", name: "", frames: [] }] }),
      "calendars.0.overrides.0.date",
      /no day 2026-02-30/,
    ],
    [
      "two calendars of one id",
      { calendars: [WORKWEEK, WORKWEEK] },
      "calendars.1.id",
      /another calendar with the id “office”/,
    ],
    [
      "a queue whose hours are gone",
      { queues: [{ ...queue, calendar: "gone" }] },
      "queues.0.calendar",
      /hours of “Algemeen” are gone/,
    ],
    [
      "a rule to a deleted queue",
      { rules: [{ ...rule, to: { ...to, queue: "deleted" } }] },
      "rules.0.to.queue",
      /“Rule” sends to a queue that is gone/,
    ],
    [
      "a last line to a deleted queue",
      { otherwise: { ...to, queue: "deleted" } },
      "otherwise.queue",
      /queue that is gone/,
    ],
    ["two rules of one name", { rules: [rule, { ...rule, id: "s" }] }, "rules.1.name", /another rule/],
    [
      "a rule on a deleted trigger",
      { rules: [{ ...rule, when: [{ kind: "custom_trigger", id: "gone" }] }] },
      "rules.0.when.0.id",
      /trigger that is gone/,
    ],
    [
      "a pattern that is none",
      {
        queues: [{ ...queue, required: [{ key: "order", kind: "order_number", label: {}, pattern: "[a-" }] }],
      },
      "queues.0.required.0.pattern",
      /no regular expression/,
    ],
    [
      "a pattern that takes for ever",
      {
        queues: [
          { ...queue, required: [{ key: "order", kind: "order_number", label: {}, pattern: "(a|aa)+b" }] },
        ],
      },
      "queues.0.required.0.pattern",
      /for ever/,
    ],
    [
      "a telephone number that cannot be",
      { channels: [{ kind: "phone", number: "+31123", label: {} }] },
      "channels.0.number",
      /telephone number/,
    ],
    [
      "a link that runs a script",
      { channels: [{ kind: "link", url: "javascript:alert(1)", label: {} }] },
      "channels.0.url",
      /https/,
    ],
    [
      "a time in a message that has none",
      { messages: { available: { nl: "Tot {time}" }, unavailable: {}, unassigned: {} } },
      "messages.available.nl",
      /cannot be filled in/,
    ],
  ])("S8 %s", async (_what, change, path, sentence) => {
    const { settings } = await read(admin);
    const refused = await put(admin, { ...settings, ...change });
    expect(refused.status).toBe(422);
    const { problems } = await answer(refused);
    expect(problems).toContainEqual({
      path,
      code: expect.any(String),
      sentence: expect.stringMatching(sentence),
    });
    expect((await read(admin)).settings).toEqual(settings);
  });

  const overflow = (change: object = {}) => ({
    queues: [
      {
        ...queue,
        overflow: {
          afterSeconds: 600,
          hopsMax: 5,
          exclude: "all_previous",
          nextQueues: [],
          offHours: "never",
          ...change,
        },
      },
    ],
  });

  it("T11 R24 a handoff goes on after ten minutes or more, never after less; close to its due time is warned of", async () => {
    const { settings } = await read(admin);
    const short = await put(admin, { ...settings, ...overflow({ afterSeconds: 599 }) });
    expect(short.status).toBe(422);
    expect((await answer(short)).problems).toMatchObject([
      { path: "queues.0.overflow.afterSeconds", code: "overflow_min_10m" },
    ]);
    const { signals } = DEFAULT_HANDOFF_SETTINGS;
    const saved = await put(admin, { ...settings, signals, ...overflow() });
    expect([saved.status, (await answer(saved)).warnings]).toEqual([200, []]);
    const late = await put(admin, { ...(await read(admin)).settings, ...overflow({ afterSeconds: 601 }) });
    expect((await answer(late)).warnings.map(({ code }) => code)).toEqual(["overflow_near_due"]);
    const { queues } = settings;
    await put(admin, { ...(await read(admin)).settings, queues, signals: settings.signals });
  });

  it.each([
    ["itself", ["general"], "overflow_to_itself"],
    ["a queue that is gone", ["deleted"], "queue_gone"],
  ])("T2 a queue that goes on to %s is refused", async (_, nextQueues, code) => {
    const { settings } = await read(admin);
    const refused = await put(admin, { ...settings, ...overflow({ nextQueues }) });
    expect((await answer(refused)).problems).toMatchObject([
      { path: "queues.0.overflow.nextQueues.0", code },
    ]);
  });

  it.each([null, [], "settings", { version: "1" }, {}, { version: -1 }])(
    "S8 %j is no document",
    async (junk) => {
      expect((await put(admin, junk)).status).toBe(422);
    },
  );
});

describe("what would happen at an instant", () => {
  /** Saturday 22:00 in Amsterdam. */
  const SATURDAY = Date.UTC(2026, 0, 10, 21);
  const queue = { ...(DEFAULT_HANDOFF_SETTINGS.queues[0] as HandoffSettings["queues"][number]) };
  const settings = {
    ...DEFAULT_HANDOFF_SETTINGS,
    calendars: [WORKWEEK],
    queues: [
      { ...queue, calendar: "office" },
      { ...queue, id: "finance" as QueueId, name: "Financiën", calendar: "office" },
    ],
    rules: [
      {
        id: "r1",
        name: "Prijzen",
        enabled: true,
        when: [{ kind: "trigger", is: ["price_question"] }],
        to: { queue: "finance", mode: "live", assign: { kind: "claim" } },
      },
    ],
  };
  const facts = {
    at: SATURDAY,
    language: "nl",
    channel: "web",
    priority: "high",
    score: 20,
    customer: false,
  };
  const preview = async (change: object) => {
    const body = { settings, ...facts, ...change };
    const asked = await post(server.url, `${PATH}/preview`, body, { cookie: agent.cookie });
    return { status: asked.status, body: (await asked.json()) as Record<string, unknown> };
  };

  it("S15 F20 names the rule, the queue, the message and why, for settings that nobody saved", async () => {
    expect((await preview({ trigger: "price_question" })).body).toEqual({
      isOpen: false,
      opensAt: Date.UTC(2026, 0, 12, 8),
      rule: { id: "r1", name: "Prijzen" },
      destination: { queue: "finance", mode: "live", assign: { kind: "claim" } },
      mode: "async",
      overflow: { state: "off" },
      message: {
        kind: "unavailable",
        text: expect.stringMatching(/maandag 12 januari om 09:00.*maandag 12 januari om 10:00/),
      },
      trace: [{ rule: { id: "r1", name: "Prijzen" }, matched: true, failed: null }],
    });
    expect((await preview({ trigger: "demo_request" })).body).toMatchObject({
      rule: null,
      destination: { queue: "general" },
      trace: [{ rule: { id: "r1" }, matched: false, failed: { kind: "trigger", is: ["price_question"] } }],
    });
    expect((await preview({ trigger: "demo_request", at: Date.UTC(2026, 0, 12, 9) })).body).toMatchObject({
      isOpen: true,
      opensAt: null,
      mode: "live",
      message: { kind: "available" },
    });
  });

  it("T1 T10 says when it would go on to the next agent, and whether it ever would", async () => {
    const overflow = {
      afterSeconds: 900,
      hopsMax: 3,
      exclude: "first",
      nextQueues: ["finance"],
      offHours: "never",
    } as const;
    const [general, finance] = settings.queues;
    const goingOn = (assign: object, change: object = {}) => ({
      trigger: "demo_request",
      settings: {
        ...settings,
        queues: [{ ...general, overflow: { ...overflow, ...change } }, finance],
        otherwise: { queue: "general", mode: "live", assign },
      },
    });
    const next = { kind: "next_available" };
    const monday = Date.UTC(2026, 0, 12, 16, 20);
    const tuesday = Date.UTC(2026, 0, 13, 8, 5);
    const onMonday = await preview({ ...goingOn(next), at: monday });
    expect(onMonday.body["overflow"]).toEqual({
      state: "goes_on",
      at: tuesday,
      queues: ["general", "finance"],
      hopsMax: 3,
    });
    expect((await preview(goingOn(next))).body["overflow"]).toEqual({ state: "outside_hours" });
    const later = await preview(goingOn(next, { offHours: "start_at_opening" }));
    expect(later.body["overflow"]).toMatchObject({ state: "goes_on", at: Date.UTC(2026, 0, 12, 8, 15) });
    const byHand = await preview({ ...goingOn({ kind: "claim" }), at: monday });
    expect(byHand.body["overflow"]).toEqual({ state: "claimed" });
  });

  it("S15 questions that make no sense are refused", async () => {
    expect((await preview({ trigger: "price_question", at: "soon" })).status).toBe(422);
    expect((await preview({ trigger: "wish" })).status).toBe(422);
    expect((await preview({ trigger: "price_question", settings: {} })).status).toBe(422);
  });
});

describe("tools of the page", () => {
  it("S23 S22 a template gives rules that are switched off, fit the queues there are, and may be saved", async () => {
    const asked = await get(server.url, `${PATH}/templates`, { cookie: admin.cookie });
    const { templates } = (await asked.json()) as {
      templates: readonly { readonly id: string; readonly rules: HandoffSettings["rules"] }[];
    };
    const rotate = templates.find(({ id }) => id === "rotate_by_channel");
    expect(rotate?.rules.map(({ enabled, to }) => [enabled, to.assign.kind])).toEqual([
      [false, "rotate_by_channel"],
    ]);
    expect((await save({ rules: templates.flatMap(({ rules }) => rules) })).status).toBe(200);
    await save({ rules: [] });
  });

  it("S17 Sophie's own words for each message come in every language and both ways of address", async () => {
    const asked = await get(server.url, `${PATH}/default-messages`, { cookie: agent.cookie });
    const words = (await asked.json()) as Record<string, Record<string, Record<string, string>>>;
    expect(Object.keys(words)).toEqual(["formal", "informal"]);
    expect(Object.keys(words["formal"] ?? {})).toHaveLength(6);
    expect(words["formal"]?.["nl"]?.["unavailable"]).toMatch(/\{time\}.* u /);
    expect(words["informal"]?.["nl"]?.["unavailable"]).toMatch(/\{time\}.* je /);
  });

  it("holidays come from a calendar file; what is none is refused", async () => {
    const ical = (text: string) =>
      post(server.url, `${PATH}/calendars/ical`, { text }, { cookie: admin.cookie });
    const year = new Date().getUTCFullYear() + 1;
    const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${year}1225\r\nDTEND;VALUE=DATE:${year}1227\r\nSUMMARY:Kerst\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const holidays = await ical(file);
    expect(await holidays.json()).toEqual({
      overrides: [
        { date: `${year}-12-25`, name: "Kerst", frames: [] },
        { date: `${year}-12-26`, name: "Kerst", frames: [] },
      ],
      skipped: 0,
    });
    expect((await ical("no calendar")).status).toBe(422);
    expect((await ical("")).status).toBe(422);
  });
});
