/** What a site knows, over HTTP: who reads and saves it, what is refused and why, how soon it holds, what was not known. */
import { randomUUID } from "node:crypto";
import type { ConversationId, KnowledgeEntry, SendId } from "@sophie/engine";
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
import type { TestSocket } from "../testing/test-socket.ts";

const PATH = `/api/sites/${SITE}/knowledge`;

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
  readonly version: number;
  readonly entries: readonly KnowledgeEntry[];
  readonly mayEdit: boolean;
  readonly history: readonly { readonly version: number; readonly savedBy: string }[];
  readonly problems: readonly { readonly path: string; readonly code: string; readonly sentence: string }[];
  readonly questions: readonly { readonly question: string; readonly asked: number }[];
  readonly signal: { readonly type: string } | null;
  readonly knowledge: readonly KnowledgeEntry[];
}

const answer = async (response: Response) => (await response.json()) as Answer;
const read = async (person = admin) => answer(await get(server.url, PATH, { cookie: person.cookie }));
const put = (person: TestPerson, body: unknown, path = PATH) =>
  call(server.url, "PUT", path, body, { cookie: person.cookie });
const save = async (entries: unknown) => put(admin, { version: (await read()).version, entries });

function entry(id: string, question: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry {
  return { id, language: "nl", question, variants: [], answer: `Antwoord ${id}.`, ...more };
}
const HOURS = entry("hours", "Wanneer zijn jullie open?");
const PARKING = entry("parking", "Kan ik bij jullie parkeren?", {
  links: [{ title: "Route", url: "https://example.org/route" }],
});

describe("reading and saving", () => {
  it("T12 everybody of the site reads it; who may edit the bot saves the next version, and pages get it at once", async () => {
    const before = await read(agent);
    expect(before).toMatchObject({ mayEdit: false, entries: [] });
    const saved = await save([HOURS, PARKING]);
    expect(saved.status).toBe(200);
    const after = await read(agent);
    expect(after.entries).toEqual([HOURS, PARKING]);
    expect(after.version).toBe(before.version + 1);
    expect(after.history[0]).toMatchObject({ version: after.version, savedBy: "Ada" });
    // A page that nobody chats on is not sent what may be a megabyte; a chat that is opened asks for it, and once.
    const page = await answer(await get(server.url, `/api/sites/${SITE}`, { origin: PAGE_ORIGIN }));
    expect(page).toMatchObject({ knowledge: [], knows: true });
    const address = `/api/sites/${SITE}/answers`;
    const known = await get(server.url, address, { origin: PAGE_ORIGIN });
    expect(known.headers.get("access-control-allow-origin")).toBe(PAGE_ORIGIN);
    expect(await known.json()).toEqual([HOURS, PARKING]);
    const again = { origin: PAGE_ORIGIN, "if-none-match": known.headers.get("etag") ?? "" };
    expect((await get(server.url, address, again)).status).toBe(304);
  });

  it("S2 without bot.edit a save is refused with 403 and noted, and changes nothing", async () => {
    const before = await read();
    expect((await put(agent, { version: before.version, entries: [] })).status).toBe(403);
    expect((await read()).entries).toEqual(before.entries);
    expect((await server.storage.notesOf(SITE, 10))[0]).toMatchObject({
      actor: agent.id,
      action: "knowledge.refused",
    });
  });

  it("S8 of two who edit the same version the second is told, with what is there now", async () => {
    const { version } = await read();
    expect((await put(admin, { version, entries: [HOURS] })).status).toBe(200);
    const late = await put(admin, { version, entries: [PARKING] });
    expect(late.status).toBe(409);
    expect(await answer(late)).toMatchObject({ version: version + 1, entries: [HOURS] });
    expect((await read()).entries).toEqual([HOURS]);
  });

  it("Q16 Q19 what another site knows does not exist for its neighbours, and a save from another page is refused", async () => {
    const elsewhere = `/api/sites/${OTHER_SITE}/knowledge`;
    expect((await get(server.url, elsewhere, { cookie: admin.cookie })).status).toBe(404);
    expect((await get(server.url, `${elsewhere}/unknown`, { cookie: admin.cookie })).status).toBe(404);
    expect((await put(admin, { version: 0, entries: [] }, elsewhere)).status).toBe(404);
    expect(
      (await post(server.url, `${elsewhere}/try`, { text: "Hallo" }, { cookie: admin.cookie })).status,
    ).toBe(404);
    const foreign = { cookie: admin.cookie, headers: { origin: PAGE_ORIGIN } };
    expect((await call(server.url, "PUT", PATH, { version: 0, entries: [] }, foreign)).status).toBe(403);
  });
});

describe("what is refused, and why", () => {
  const many = (count: number, more: Partial<KnowledgeEntry> = {}) =>
    Array.from({ length: count }, (_, at) => entry(`e${at}`, `Vraag ${at}?`, more));

  it.each<[string, unknown, string, string]>([
    ["no list", { hours: "open" }, "entries", "invalid_type"],
    ["an entry without a question", [entry("a", "  ")], "entries.0.question", "question_missing"],
    [
      "an entry without an answer",
      [entry("a", "Wat?", { answer: " " })],
      "entries.0.answer",
      "answer_missing",
    ],
    ["an answer that is no text", [{ ...HOURS, answer: 42 }], "entries.0.answer", "invalid_type"],
    [
      "a language that Sophie does not speak",
      [{ ...HOURS, language: "it" }],
      "entries.0.language",
      "invalid_value",
    ],
    ["a field that there is not", [{ ...HOURS, colour: "red" }], "entries.0.colour", "unknown_field"],
    ["an id with a space", [{ ...HOURS, id: "a b" }], "entries.0.id", "bad_id"],
    ["one id twice", [HOURS, { ...PARKING, id: "hours" }], "entries.1.id", "id_twice"],
    [
      "one question twice",
      [HOURS, { ...HOURS, id: "b", question: "wanneer zijn jullie OPEN?" }],
      "entries.1.question",
      "question_twice",
    ],
    ["a question of a page", [entry("a", "x".repeat(301))], "entries.0.question", "question_too_long"],
    [
      "thirty ways to ask",
      [entry("a", "Wat?", { variants: many(30).map(({ question }) => question) })],
      "entries.0.variants",
      "too_many_variants",
    ],
    [
      "an answer that cannot be sent",
      [entry("a", "Wat?", { answer: "x".repeat(4_001) })],
      "entries.0.answer",
      "answer_too_long",
    ],
    [
      "a link without https",
      [entry("a", "Wat?", { links: [{ title: "T", url: "http://example.org" }] })],
      "entries.0.links.0.url",
      "invalid_format",
    ],
    [
      "a link that is a script",
      [entry("a", "Wat?", { links: [{ title: "T", url: "javascript:alert(1)" }] })],
      "entries.0.links.0.url",
      "invalid_format",
    ],
    [
      "a link that leads nowhere",
      [entry("a", "Wat?", { links: [{ title: "T", url: "https://%%%" }] })],
      "entries.0.links.0.url",
      "bad_link",
    ],
    ["2,001 entries", many(2_001), "entries", "too_big"],
    ["more than a megabyte", many(400, { answer: "x".repeat(3_000) }), "entries", "too_large"],
  ])("%s", async (_what, entries, path, code) => {
    const before = await read();
    const refused = await save(entries);
    expect(refused.status).toBe(422);
    const { problems } = await answer(refused);
    expect(problems[0]).toMatchObject({ path, code, sentence: expect.stringMatching(/^\S.*\.$/) });
    expect(await read()).toEqual(before);
  });

  it("a body that is no save", async () => {
    expect((await put(admin, { entries: [] })).status).toBe(422);
  });

  it("two thousand entries of a megabyte are taken", async () => {
    const before = await read();
    const entries = many(2_000, { answer: "x".repeat(300) });
    expect((await save(entries)).status).toBe(200);
    expect((await read()).entries).toHaveLength(2_000);
    expect((await save(before.entries)).status).toBe(200);
  });
});

describe("where an answer is from", () => {
  it("T12 is kept in the log when the site's knowledge holds that answer, and left out when a browser makes it up", async () => {
    await save([HOURS, PARKING]);
    const visitor = await server.visitor();
    const conversation = randomUUID() as string as ConversationId;
    const id = randomUUID() as string as SendId;
    await visitor.ask({ type: "send-message", id, conversation, text: "Kan ik parkeren?" });
    const said = `${PARKING.answer}\nRoute: https://example.org/route`;
    const replies = [
      [said, { by: "knowledge", entries: ["parking"] }],
      ["Parkeren kost 500 euro.", { by: "knowledge", entries: ["parking"] }],
      [said, { by: "model", entries: ["hours"] }],
      [said, { by: "knowledge", entries: ["elsewhere"] }],
    ] as const;
    for (const [at, [text, source]] of replies.entries()) {
      const reply = { type: "send-reply", id: `re:${id}-${at}` as SendId, conversation, text } as const;
      expect(await visitor.ask({ ...reply, source: { ...source, entries: [...source.entries] } })).toBe(
        "accepted",
      );
    }
    const log = await server.storage.entriesSince(conversation, 1, 10);
    expect(log.map((line) => (line.kind === "message" ? (line.source ?? null) : line.kind))).toEqual([
      { by: "knowledge", entries: ["parking"] },
      null,
      null,
      null,
    ]);
  });
});

describe("what was not known", () => {
  const unknown = async () =>
    (await answer(await get(server.url, `${PATH}/unknown`, { cookie: agent.cookie }))).questions;

  async function asks(visitor: TestSocket, text: string, intent: "admit" | "offer" | "answer" = "admit") {
    const conversation = randomUUID() as string as ConversationId;
    const id = randomUUID() as string as SendId;
    expect(await visitor.ask({ type: "send-message", id, conversation, text })).toBe("accepted");
    const reply = {
      type: "send-reply",
      id: `re:${id}` as SendId,
      conversation,
      text: "Dat weet ik niet.",
    } as const;
    expect(await visitor.ask({ ...reply, intent })).toBe("accepted");
    expect(await visitor.ask({ ...reply, intent })).toBe("accepted");
  }

  it("is counted by what was asked, the most asked first, and gone when it is known", async () => {
    const visitor = await server.visitor();
    await asks(visitor, "Mag mijn hond mee?");
    await asks(visitor, "Goedemiddag! Mogen honden ook mee? Groetjes, Jan", "offer");
    await asks(visitor, "Is er een lift?");
    await asks(visitor, "Wanneer zijn jullie open?", "answer");
    await asks(visitor, "ik vond het een leuke site.");
    await expect.poll(unknown).toMatchObject([
      { question: "Mag mijn hond mee?", asked: 2 },
      { question: "Is er een lift?", asked: 1 },
    ]);
    await save([
      ...(await read()).entries,
      entry("dogs", "Mogen honden mee?", { variants: ["Mag mijn hond mee?"] }),
    ]);
    expect((await unknown()).map(({ question }) => question)).toEqual(["Is er een lift?"]);
  });

  it("Q23 keeps nothing that says who asked", async () => {
    const visitor = await server.visitor();
    await asks(
      visitor,
      "Kunt u de brochure sturen naar jan.devries@example.org of 06-1234 5678 of NL91ABNA0417164300?",
    );
    await asks(visitor, "Ik ben Jan de Vries uit Hazerdam. Wanneer kan ik de catalogus halen?");
    await asks(visitor, `Wat is ${"heel ".repeat(60)} lang?`);
    await expect.poll(async () => (await unknown()).length).toBe(3);
    const told = JSON.stringify(await unknown());
    for (const personal of ["example.org", "1234", "5678", "NL91", "Vries"])
      expect(told).not.toContain(personal);
    expect(told).toContain("Kunt u de brochure sturen naar … of … of …?");
    expect(told).toContain("Wanneer kan ik de catalogus halen?");
  });

  it("a person who tries a question is told when it calls somebody instead of being answered", async () => {
    const tried = async (text: string) =>
      (await answer(await post(server.url, `${PATH}/try`, { text }, { cookie: agent.cookie }))).signal
        ?.type ?? null;
    expect(await tried("Kan ik het huis bezichtigen?")).toBe("demo_request");
    expect(await tried("Wat is er onderhandelbaar aan de prijs?")).toBe("price_question");
    expect(await tried("Wanneer zijn jullie open?")).toBeNull();
    expect((await post(server.url, `${PATH}/try`, { text: 42 }, { cookie: agent.cookie })).status).toBe(422);
  });
});

// Last, since the server hangs up on whoever sends so much.
it("Q19 a body of three megabytes is refused", async () => {
  const huge = { cookie: admin.cookie, raw: `{"entries":"${"x".repeat(3 * 1024 * 1024)}"}` };
  expect((await call(server.url, "PUT", PATH, null, huge)).status).toBe(413);
});
