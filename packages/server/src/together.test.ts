/** Colleagues at two desks of a real server: who looks on, who writes what, notes, and none of it for any visitor. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ComposerChanged,
  type ConversationId,
  type Handoff,
  isOpen,
  type OnlookersChanged,
} from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import { get } from "./testing/test-calls.ts";
import {
  PAGE_ORIGIN,
  SITE,
  startTestServer,
  type TestPerson,
  type TestServer,
} from "./testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket, VISITOR_HELLO } from "./testing/test-socket.ts";

const CANARY = "kanarie-77b1";

let server: TestServer;
let [ana, ben, cleo]: TestPerson[] = [];
beforeAll(async () => {
  server = await startTestServer();
  ana = await server.person("Ana", "agent");
  ben = await server.person("Ben", "agent");
  cleo = await server.person("Cleo", "supervisor");
});
afterAll(() => server.close());

async function desks(...people: readonly (TestPerson | undefined)[]) {
  return Promise.all(people.map((person) => (person as TestPerson).desk()));
}

async function asked(visitor: TestSocket): Promise<Handoff> {
  const conversation = newConversationId();
  const asking = { trigger: "human_request", source: "button", message: null } as const;
  await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
  const handoff = (await server.storage.openHandoffs([SITE])).find(
    (each) => each.conversation === conversation,
  );
  if (handoff === undefined || !isOpen(handoff.status)) throw new Error("No handoff was made.");
  return handoff;
}

const watch = (desk: TestSocket, conversation: ConversationId) =>
  desk.ask({ type: "watch-conversation", id: newSendId(), conversation, since: 0 });
const start = (desk: TestSocket, { id: handoff, version }: Handoff) =>
  desk.ask({ type: "start-handoff", id: newSendId(), handoff, version });
const say = (desk: TestSocket, conversation: ConversationId, text = "Ja, dat kan.") =>
  desk.ask({ type: "send-message", id: newSendId(), conversation, text });

/** Every route that answers whoever asks, from the checked-in table of who may use which. */
function openRoutes(): readonly string[] {
  const table = readFileSync(join(import.meta.dirname, "http", "role-matrix.txt"), "utf8");
  return table.split("\n").flatMap((line) => {
    const [method, path = "", nobody] = line.split(/\s+/);
    return method === "GET" && nobody === "yes" ? [path.replace(":site", SITE)] : [];
  });
}

function writing(desk: TestSocket, name: string | null, draft: string): Promise<ComposerChanged> {
  return desk.until(
    (heard): heard is ComposerChanged =>
      heard.type === "composer-changed" &&
      (heard.lease?.holder.name ?? null) === name &&
      heard.draft === draft,
    `${name} writing ${draft}`,
  );
}

function onlookers(desk: TestSocket, names: string): Promise<OnlookersChanged> {
  return desk.until(
    (heard): heard is OnlookersChanged =>
      heard.type === "onlookers-changed" &&
      heard.agents.map(({ name, isWriting }) => `${name}${isWriting ? " writes" : ""}`).join() === names,
    names,
  );
}

it("N9 with two composers open, the second sees who writes and what, is refused, and may once the first leaves", async () => {
  const visitor = await server.visitor();
  const { conversation, ...rest } = await asked(visitor);
  const handoff = { conversation, ...rest };
  const [first, second] = (await desks(ana, ben)) as [TestSocket, TestSocket];
  await Promise.all([watch(first, conversation), watch(second, conversation)]);
  first.send({ type: "hold-composer", conversation, draft: "Goedemiddag, " });
  const seen = await writing(second, "Ana", "Goedemiddag, ");
  expect(seen.lease?.until).toBeGreaterThan(Date.now() + 8_000);
  first.send({ type: "hold-composer", conversation, draft: "Goedemiddag, zaterdag?" });
  await writing(second, "Ana", "Goedemiddag, zaterdag?");
  second.send({ type: "hold-composer", conversation, draft: "Hallo" });
  expect(await start(second, handoff)).toBe("accepted");
  expect(await say(second, conversation)).toBe("being_answered");
  expect(second.heard.findLast((heard) => heard.type === "refused")).toMatchObject({
    refusal: { composer: { holder: { name: "Ana" } } },
  });
  // The line of whoever writes breaks; the person still writes.
  await first.close();
  expect(await say(second, conversation)).toBe("being_answered");
  const [back] = (await desks(ana)) as [TestSocket];
  await watch(back, conversation);
  await writing(back, "Ana", "Goedemiddag, zaterdag?");
  back.send({ type: "leave-composer", conversation });
  await writing(second, null, "");
  expect(await say(second, conversation)).toBe("accepted");
  await writing(back, "Ben", "");
  await Promise.all([visitor.close(), second.close(), back.close()]);
});

it("N9 a supervisor takes the composer, and the one who wrote is told", async () => {
  const visitor = await server.visitor();
  const { conversation, ...rest } = await asked(visitor);
  const [desk, boss] = (await desks(ana, cleo)) as [TestSocket, TestSocket];
  await Promise.all([watch(desk, conversation), watch(boss, conversation)]);
  await start(desk, { conversation, ...rest });
  desk.send({ type: "hold-composer", conversation, draft: "Wacht" });
  await writing(boss, "Ana", "Wacht");
  expect(await desk.ask({ type: "take-composer", id: newSendId(), conversation })).toBe("forbidden");
  expect(await boss.ask({ type: "take-composer", id: newSendId(), conversation })).toBe("accepted");
  await writing(desk, "Cleo", "");
  expect(await say(desk, conversation)).toBe("being_answered");
  await Promise.all([visitor.close(), desk.close(), boss.close()]);
});

it("N9 two press Send at once twenty times: whoever typed first is the only one, and the log holds one answer", async () => {
  const [one, other] = (await desks(ana, ben)) as [TestSocket, TestSocket];
  const winners = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const visitor = await server.visitor();
    const handoff = await asked(visitor);
    const { conversation } = handoff;
    const order = round % 2 === 0 ? [one, other] : [other, one];
    for (const desk of order) desk.send({ type: "hold-composer", conversation, draft: "Ja" });
    const codes = await Promise.all(
      order.map(async (desk) => [await start(desk, handoff), await say(desk, conversation)]),
    );
    const log = await server.storage.entriesSince(conversation, 0, 100);
    const answers = log.flatMap((entry) =>
      entry.kind === "message" && entry.author.kind === "agent" ? [entry.author.name] : [],
    );
    const holder = (await server.storage.stateOf(conversation))?.composer?.holder.name;
    // Who typed first may have lost the handoff to the other, who then waits: none is better than two.
    expect(answers.length).toBeLessThanOrEqual(1);
    for (const name of answers) expect(name).toBe(holder);
    expect(codes.flat().filter((code) => code === "accepted").length).toBe(1 + answers.length);
    winners.add(answers.join());
    await visitor.close();
  }
  expect(winners.size).toBeGreaterThan(1);
  await Promise.all([one.close(), other.close()]);
});

it("N9 every desk of the site sees who looks at a handoff and who writes, also one that comes later", async () => {
  const visitor = await server.visitor();
  const { conversation } = await asked(visitor);
  const [one, two, elsewhere] = (await desks(ana, ben, cleo)) as [TestSocket, TestSocket, TestSocket];
  await watch(one, conversation);
  await onlookers(elsewhere, "Ana");
  await watch(two, conversation);
  await onlookers(elsewhere, "Ana,Ben");
  two.send({ type: "hold-composer", conversation, draft: "Goed" });
  await onlookers(elsewhere, "Ana,Ben writes");
  const [late] = (await desks(cleo)) as [TestSocket];
  await onlookers(late, "Ana,Ben writes");
  await two.close();
  elsewhere.heard.length = 0;
  one.send({ type: "unwatch-conversation", conversation });
  expect((await onlookers(elsewhere, "")).conversation).toBe(conversation);
  await Promise.all([visitor.close(), one.close(), elsewhere.close(), late.close()]);
});

it("N9 a note is in every desk's log, in nobody's preview, and no byte of it reaches a visitor by any message or route", async () => {
  const visitor = await server.visitor();
  const { token } = await visitor.next("visitor-welcome");
  const handoff = await asked(visitor);
  const { conversation } = handoff;
  const [desk, boss] = (await desks(ana, cleo)) as [TestSocket, TestSocket];
  await Promise.all([watch(desk, conversation), watch(boss, conversation)]);
  const note = { type: "add-note", id: newSendId(), conversation, text: `Let op: ${CANARY}` } as const;
  // Whoever has the conversation, and before anybody has.
  expect(await boss.ask(note)).toBe("accepted");
  expect(await boss.ask(note)).toBe("accepted");
  expect(await desk.ask({ ...note, id: newSendId(), text: " " })).toBe("text_empty");
  await desk.until((heard) => heard.type === "entries" && JSON.stringify(heard).includes(CANARY), "the note");
  desk.send({ type: "hold-composer", conversation, draft: `concept ${CANARY}` });
  await writing(boss, "Ana", `concept ${CANARY}`);
  await start(desk, handoff);
  expect(await say(desk, conversation)).toBe("accepted");
  expect(await desk.ask({ ...note, id: newSendId() })).toBe("accepted");
  await visitor.until(
    (heard) => heard.type === "entries" && JSON.stringify(heard).includes("dat kan"),
    "the answer",
  );

  // Everything that a visitor can ask for: as it came, again from the start, and by the site's open routes.
  visitor.send({ type: "fetch-entries", conversation, since: 0 });
  expect(await visitor.ask({ type: "send-message", id: note.id, conversation, text: "Hallo" })).toBe(
    "accepted",
  );
  visitor.send({ type: "ping" });
  await visitor.next("pong");
  const again = await server.visitor(SITE, {
    ...VISITOR_HELLO,
    token,
    resume: { conversation, since: 0 },
  });
  await again.until(
    (heard) => heard.type === "entries" && JSON.stringify(heard).includes("dat kan"),
    "the whole log",
  );
  const log = await server.storage.entriesSince(conversation, 0, 100);
  const kinds = again.entriesOf(conversation).map(({ kind }) => kind);
  expect(kinds).toEqual(
    log.map(({ kind }) => (kind === "note" || kind === "handoff" || kind === "signal" ? "hidden" : kind)),
  );
  const routes = await Promise.all(
    openRoutes().map(async (path) => (await get(server.url, path, { origin: PAGE_ORIGIN })).text()),
  );
  expect(routes.length).toBeGreaterThan(3);
  expect(JSON.stringify([visitor.heard, again.heard, routes])).not.toContain(CANARY);
  expect(JSON.stringify([visitor.heard, again.heard])).not.toMatch(/composer-changed|onlookers-changed/u);
  expect((await server.storage.stateOf(conversation))?.conversation.preview).not.toContain(CANARY);
  await Promise.all([visitor.close(), again.close(), desk.close(), boss.close()]);
});
