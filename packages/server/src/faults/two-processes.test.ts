/** Two server processes on one PostgreSQL behave as one: whoever is at the one hears whoever is at the other. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ConversationId,
  type Handoff,
  type LogEntry,
  type Refusal,
  type ToAgent,
  type ToVisitor,
} from "@sophie/engine";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { newConversationId, newSendId, type TestSocket } from "../testing/test-socket.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

/** How long a busy machine may let two processes wait for each other. */
const WAIT = { timeout: 15_000 };

const RACES = 30;
const WORDS = 20;
const LEASES = 8;

let folder: string;
let database: TestDatabase;
let here: ServerProcess;
let there: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sophie-two-"));
  database = await createTestDatabase();
  here = await start();
  there = await start(here.cookies);
});
afterAll(async () => {
  await Promise.all([here.kill(), there.kill()]);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function start(cookies?: ServerProcess["cookies"]): Promise<ServerProcess> {
  const place = { url: database.url, file: "", compileCache: folder };
  return startServerProcess(cookies === undefined ? place : { ...place, cookies });
}

type Changed = Extract<ToAgent, { type: "handoff-changed" }>;

async function askedForPerson(visitor: TestSocket, desk: TestSocket) {
  const conversation = newConversationId();
  const asking = { trigger: "human_request", source: "button", message: null } as const;
  expect(await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking })).toBe(
    "accepted",
  );
  const { handoff } = await desk.until(
    (heard): heard is Changed =>
      heard.type === "handoff-changed" && heard.handoff.conversation === conversation,
    "the handoff",
  );
  return { conversation, handoff };
}

function watching(desk: TestSocket, conversation: ConversationId) {
  return desk.ask({ type: "watch-conversation", id: newSendId(), conversation, since: 0 });
}

function starting(desk: TestSocket, { id: handoff, version }: Handoff) {
  return desk.ask({ type: "start-handoff", id: newSendId(), handoff, version });
}

function saying(socket: TestSocket, conversation: ConversationId, text: string) {
  return socket.ask({ type: "send-message", id: newSendId(), conversation, text });
}

const texts = (entries: readonly LogEntry[]) =>
  entries.flatMap((entry) => (entry.kind === "message" ? [entry.text] : []));

const seqs = (entries: readonly LogEntry[]) => entries.map(({ seq }) => seq);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const hears = (socket: TestSocket, conversation: ConversationId) => () =>
  texts(socket.entriesOf(conversation));

describe("a visitor at one process and an agent at the other", () => {
  it("H3 Q3 the handoff arrives, they talk both ways in order, and typing, receipts and presence cross", async () => {
    const [visitor, desk, colleague] = await Promise.all([
      here.visitor(),
      there.desk("Ana"),
      here.desk("Ben"),
    ]);
    const isAna = (presence: string) => (heard: ToVisitor | ToAgent) =>
      (heard.type === "agent-changed" && heard.agent.name === "Ana" && heard.agent.presence === presence) ||
      (heard.type === "agent-welcome" &&
        heard.agents.some((agent) => agent.name === "Ana" && agent.presence === presence));
    await colleague.until(isAna("online"), "Ana's presence");
    desk.send({ type: "set-presence", presence: "away" });
    await colleague.until(isAna("away"), "Ana's absence");

    const { conversation, handoff } = await askedForPerson(visitor, desk);
    expect(await watching(desk, conversation)).toBe("accepted");
    expect(await starting(desk, handoff)).toBe("accepted");
    const said: string[] = [];
    for (let word = 0; word < WORDS; word += 1) {
      const text = `Woord ${word}`;
      said.push(text);
      expect(await saying(word % 2 === 0 ? visitor : desk, conversation, text)).toBe("accepted");
    }
    await expect.poll(hears(visitor, conversation), WAIT).toEqual(said);
    await expect.poll(hears(desk, conversation), WAIT).toEqual(said);
    expect(seqs(visitor.entriesOf(conversation))).toEqual(seqs(desk.entriesOf(conversation)));
    expect(seqs(visitor.entriesOf(conversation))).toEqual(upTo(visitor.entriesOf(conversation).length));

    desk.send({ type: "set-typing", conversation, typing: true });
    await visitor.until((heard) => heard.type === "typing" && heard.typing, "the agent's typing");
    visitor.send({ type: "set-typing", conversation, typing: true });
    await desk.until(
      (heard) => heard.type === "typing" && heard.author.kind === "visitor",
      "the visitor's typing",
    );
    const receipt = { delivered: 5, read: 4 };
    visitor.send({ type: "mark-received", conversation, receipt });
    const read = await desk.until(
      (heard) => heard.type === "received" && heard.receipt.read === 4,
      "the receipt",
    );
    expect(read).toMatchObject({ side: "visitor", receipt });
    await Promise.all([visitor.close(), desk.close(), colleague.close()]);
  });

  it(`H51 Q5 ${RACES} times agents at both press Start at once: one wins, the other is told who`, async () => {
    const [ana, ben] = await Promise.all([here.desk("Ana"), there.desk("Ben")]);
    const winners = new Set<string>();
    for (let round = 0; round < RACES; round += 1) {
      // Each asks once: what one visitor may have open is bounded.
      const visitor = await here.visitor();
      const { handoff } = await askedForPerson(visitor, round % 2 === 0 ? ana : ben);
      const answers = await Promise.all([starting(ana, handoff), starting(ben, handoff)]);
      expect(answers.toSorted()).toEqual(["accepted", "stale_version"]);
      const [winner, loser] = answers[0] === "accepted" ? (["Ana", ben] as const) : (["Ben", ana] as const);
      const refused = loser.heard.findLast((heard) => heard.type === "refused");
      expect(refused?.type === "refused" && (refused.refusal as Refusal).handoff?.assignee?.name).toBe(
        winner,
      );
      winners.add(winner);
      await visitor.close();
    }
    await Promise.all([ana.close(), ben.close()]);
  });

  it(`N9 ${LEASES} times two write an answer at once at both: one holds it everywhere, and the other's answer is refused`, async () => {
    const [ana, ben] = await Promise.all([here.desk("Ana"), there.desk("Ben")]);
    const holders = new Set<string>();
    for (let round = 0; round < LEASES; round += 1) {
      const visitor = await here.visitor();
      const { conversation, handoff } = await askedForPerson(visitor, ana);
      await Promise.all([watching(ana, conversation), watching(ben, conversation)]);
      const holds = (heard: ToVisitor | ToAgent) =>
        heard.type === "composer-changed" && heard.conversation === conversation && heard.lease !== null;
      for (const desk of [ana, ben]) desk.send({ type: "hold-composer", conversation, draft: "Ja" });
      const told = await Promise.all([ana.until(holds, "a lease"), ben.until(holds, "a lease")]);
      const names = told.map((heard) => heard.type === "composer-changed" && heard.lease?.holder.name);
      expect(names[0]).toBe(names[1]);
      const [winner, loser] = names[0] === "Ana" ? [ana, ben] : [ben, ana];
      // Whoever is not waited for wins the handoff, and sends at once.
      expect(await starting(loser, handoff)).toBe("accepted");
      const codes = await Promise.all([
        saying(loser, conversation, "Tweede"),
        saying(winner, conversation, "Eerste"),
      ]);
      expect(codes).toEqual(["being_answered", "not_in_control"]);
      winner.send({ type: "leave-composer", conversation });
      await expect.poll(() => saying(loser, conversation, "Nu wel"), WAIT).toBe("accepted");
      holders.add(String(names[0]));
      await visitor.close();
    }
    await Promise.all([ana.close(), ben.close()]);
  });

  it("Q1 a listener whose connection to the database is cut hears afterwards what it missed", async () => {
    const [visitor, desk] = await Promise.all([here.visitor(), there.desk("Ana")]);
    const { conversation, handoff } = await askedForPerson(visitor, desk);
    await watching(desk, conversation);
    await starting(desk, handoff);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const said = upTo(WORDS).map((word) => `Woord ${word}`);
    for (const [index, text] of said.entries()) {
      if (index % 5 === 2) {
        await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sophie listener'",
        );
      }
      expect(await saying(index % 2 === 0 ? visitor : desk, conversation, text)).toBe("accepted");
    }
    await client.end();
    await expect.poll(hears(visitor, conversation), WAIT).toEqual(said);
    await expect.poll(hears(desk, conversation), WAIT).toEqual(said);
    await Promise.all([visitor.close(), desk.close()]);
  });

  it("Q1 the visitor's process is killed with -9: the visitor goes on at the other, and nothing is lost", async () => {
    const [visitor, desk] = await Promise.all([here.visitor(), there.desk("Ana")]);
    const { token } = await visitor.next("visitor-welcome");
    const { conversation, handoff } = await askedForPerson(visitor, desk);
    await watching(desk, conversation);
    await starting(desk, handoff);
    expect(await saying(visitor, conversation, "Voor de val")).toBe("accepted");
    const since = visitor.entriesOf(conversation).at(-1)?.seq ?? 0;
    const unanswered = {
      type: "send-message",
      id: newSendId(),
      conversation,
      text: "Tijdens de val",
    } as const;
    visitor.send(unanswered);
    await here.kill();
    expect(await saying(desk, conversation, "Bent u er nog?")).toBe("accepted");

    const back = await there.visitor({ token, resume: { conversation, since } });
    expect(await back.ask(unanswered)).toBe("accepted");
    expect(await saying(back, conversation, "Na de val")).toBe("accepted");
    const all = ["Voor de val", "Tijdens de val", "Bent u er nog?", "Na de val"];
    await expect.poll(() => hears(desk, conversation)().toSorted(), WAIT).toEqual(all.toSorted());
    await expect
      .poll(() => back.entriesOf(conversation).at(-1)?.seq)
      .toBe(desk.entriesOf(conversation).at(-1)?.seq);
    const whole = [
      ...visitor.entriesOf(conversation).filter(({ seq }) => seq <= since),
      ...back.entriesOf(conversation),
    ];
    expect(seqs(whole)).toEqual(upTo(whole.length));
    expect(texts(whole)).toEqual(texts(desk.entriesOf(conversation)));
    await Promise.all([back.close(), desk.close()]);
  });
});
