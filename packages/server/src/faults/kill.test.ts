/** A real server is killed with -9 again and again while visitors and an agent talk: nothing acknowledged is lost. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConversationId, type Handoff, SiteId, type ToAgent } from "@sophie/engine";
import { afterAll, beforeAll, describe, it } from "vitest";
import { openStorage } from "../storage/open-storage.ts";
import type { Storage } from "../storage/storage.ts";
import { createTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { newConversationId, newSendId, type TestSocket } from "../testing/test-socket.ts";
import { type ServerPlace, type ServerProcess, startServerProcess } from "./server-process.ts";
import { SteadySender } from "./steady-sender.ts";

const ROUNDS = 30;
const VISITORS = 4;
const SITE = SiteId.parse("main");
const ALL = 1_000_000;
/** From listening to the note that a due time has passed (Q11). */
const BREACH_WITHIN_MS = 1_000;
/** More than four times the hour of one that is high (Q9). */
const LONG_AGO_MS = 5 * 60 * 60_000;

describe.concurrent("kill -9 of a server", () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sophie-killed-"));
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const title = `Q1 Q2 Q3 Q11 ${ROUNDS} times: all that was acknowledged is there once, and what fell due is noted once`;

  it(`${title}, on SQLite`, { timeout: 240_000 }, async ({ expect }) => {
    const place = { url: null, file: join(folder, "sophie.db"), compileCache: folder };
    expect(await new Killings(place).faults()).toEqual([]);
  });

  it(`${title}, on PostgreSQL`, { timeout: 240_000 }, async ({ expect }) => {
    const place = { url: database.url, file: "", compileCache: folder };
    expect(await new Killings(place).faults()).toEqual([]);
  });
});

class Killings {
  readonly #place: ServerPlace;
  readonly #visitors = Array.from({ length: VISITORS }, () => new SteadySender(newConversationId()));
  /** Talks with the first of the visitors. */
  readonly #agent = new SteadySender((this.#visitors[0] as SteadySender).conversation);
  readonly #tokens = new Map<SteadySender, string>();
  /** One a round, in order; each falls due while nobody is alive to notice. */
  readonly #handoffs: Handoff[] = [];
  readonly #faults: string[] = [];
  readonly #takeOver = newSendId();
  #cookies: ServerProcess["cookies"] | undefined;

  constructor(place: ServerPlace) {
    this.#place = place;
  }

  async faults(): Promise<readonly string[]> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const conversation = await this.#live(1 + ((round * 37) % 150));
      await this.#inStorage(async (storage) => {
        await this.#compare(storage);
        await this.#letFallDue(storage, conversation);
      });
    }
    const last = await this.#start();
    await this.#seeBreach(last, await last.desk("Ana"));
    for (const visitor of this.#visitors)
      await this.#hearTheRest(await this.#comeBack(last, visitor), visitor);
    await last.kill();
    await this.#inStorage(async (storage) => {
      await this.#compare(storage);
      await this.#countBreaches(storage);
    });
    return [...this.#faults, ...[...this.#visitors, this.#agent].flatMap(({ faults }) => faults)];
  }

  /** One life of the server, until so much was acknowledged in it. Answers with the conversation of a new handoff. */
  async #live(enough: number): Promise<ConversationId> {
    const server = await this.#start();
    const desk = await server.desk("Ana");
    await this.#seeBreach(server, desk);
    const conversation = await this.#askForPerson(server);
    let isEnough = () => {};
    const killing = new Promise<void>((resolve) => (isEnough = resolve));
    let progress = 0;
    const onProgress = () => {
      progress += 1;
      if (progress >= enough) isEnough();
    };
    for (const visitor of this.#visitors) {
      const socket = await this.#comeBack(server, visitor);
      visitor.goOn(socket, onProgress);
      if (visitor.conversation === this.#agent.conversation) await socket.next("accepted");
    }
    await this.#joinIn(desk, onProgress);
    await killing;
    await server.kill();
    for (const sender of [...this.#visitors, this.#agent]) sender.stop();
    return conversation;
  }

  async #start(): Promise<ServerProcess> {
    const cookies = this.#cookies === undefined ? {} : { cookies: this.#cookies };
    const server = await startServerProcess({ ...this.#place, ...cookies });
    this.#cookies = server.cookies;
    return server;
  }

  async #comeBack(server: ServerProcess, visitor: SteadySender): Promise<TestSocket> {
    const token = this.#tokens.get(visitor) ?? null;
    const { conversation, since } = visitor;
    const socket = await server.visitor({ token, resume: token === null ? null : { conversation, since } });
    this.#tokens.set(visitor, (await socket.next("visitor-welcome")).token);
    return socket;
  }

  /** Whoever comes back when all is quiet gets what is missing, up to the newest. */
  async #hearTheRest(socket: TestSocket, visitor: SteadySender): Promise<void> {
    const lastSeq = (await socket.next("visitor-welcome")).conversation?.lastSeq ?? 0;
    visitor.listen(socket);
    if (visitor.since < lastSeq) {
      await socket.until(
        (heard) => heard.type === "entries" && heard.entries.at(-1)?.seq === lastSeq,
        "the rest",
      );
    }
    if (visitor.since !== lastSeq)
      this.#faults.push(`${visitor.conversation} was heard to ${visitor.since} of ${lastSeq}`);
  }

  async #joinIn(desk: TestSocket, onProgress: () => void): Promise<void> {
    const { conversation, since } = this.#agent;
    // Under one id in every life: whether an earlier one had done it already, only the server knows.
    await desk.ask({ type: "take-over", id: this.#takeOver, conversation });
    desk.send({ type: "watch-conversation", id: newSendId(), conversation, since });
    this.#agent.goOn(desk, onProgress);
  }

  async #askForPerson(server: ServerProcess): Promise<ConversationId> {
    const visitor = await server.visitor();
    const conversation = newConversationId();
    const asking = { trigger: "human_request", source: "button", message: null } as const;
    await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...asking });
    return conversation;
  }

  /** The handoff that fell due while the server was dead is noted soon after it listens. */
  async #seeBreach(server: ServerProcess, desk: TestSocket): Promise<void> {
    const due = this.#handoffs.at(-1);
    if (due === undefined) return;
    const isIt = ({ id, breachedAt, aged }: Handoff) => id === due.id && breachedAt !== null && aged !== null;
    type Told = Extract<ToAgent, { type: "handoff-changed" | "agent-welcome" }>;
    const told = await desk.until(
      (heard): heard is Told =>
        (heard.type === "handoff-changed" && isIt(heard.handoff)) ||
        (heard.type === "agent-welcome" && heard.handoffs.some(isIt)),
      "the breach",
    );
    const handoff = told.type === "agent-welcome" ? told.handoffs.find(isIt) : told.handoff;
    const lateMs = (handoff?.breachedAt ?? Number.NaN) - server.at;
    if (!(lateMs <= BREACH_WITHIN_MS)) this.#faults.push(`a breach was noted ${lateMs} ms after the start`);
  }

  async #inStorage(look: (storage: Storage) => Promise<void>): Promise<void> {
    const { storage } = await openStorage({ ...this.#place, now: Date.now });
    await look(storage);
    await storage.close();
  }

  async #compare(storage: Storage): Promise<void> {
    for (const sender of [...this.#visitors, this.#agent]) {
      const { conversation, acknowledged, heard } = sender;
      const log = await storage.entriesSince(conversation, 0, ALL);
      const ids = log.flatMap((entry) => (entry.kind === "message" ? [entry.id] : []));
      const stored = new Set(ids);
      const lost = acknowledged.filter((id) => !stored.has(id));
      const isHeard = heard.every(({ seq, kind }) => kind === "hidden" || log[seq - 1]?.kind === kind);
      const isSame = heard.every((entry) => entry.kind !== "message" || entry.id === idAt(log, entry.seq));
      if (lost.length > 0) this.#faults.push(`${conversation} lost ${lost.join(" ")}`);
      if (stored.size !== ids.length) this.#faults.push(`${conversation} holds a message twice`);
      if (log.some(({ seq }, index) => seq !== index + 1)) this.#faults.push(`${conversation} has a gap`);
      if (!isHeard || !isSame) this.#faults.push(`${conversation} was heard otherwise than it is stored`);
    }
  }

  /** The process is dead; the due time passes now. */
  async #letFallDue(storage: Storage, conversation: ConversationId): Promise<void> {
    const handoff = (await storage.openHandoffs([SITE])).find((each) => each.conversation === conversation);
    if (handoff === undefined) return void this.#faults.push("an acknowledged handoff was lost");
    const now = Date.now();
    const due = { ...handoff, dueAt: now - 1, cycleAt: now - LONG_AGO_MS };
    this.#handoffs.push(due);
    const timers = [
      { kind: "sla-due", at: due.dueAt },
      { kind: "ageing-due", at: now - 1 },
    ] as const;
    await storage.change({
      conversation,
      id: null,
      decide: () => ({ ok: true, value: { entries: [], handoff: due, timers } }),
    });
  }

  async #countBreaches(storage: Storage): Promise<void> {
    if (this.#handoffs.length !== ROUNDS) this.#faults.push(`${this.#handoffs.length} handoffs fell due`);
    for (const { conversation } of this.#handoffs) {
      const log = await storage.entriesSince(conversation, 0, ALL);
      const moves = log.filter((entry) => entry.kind === "handoff");
      const breaches = moves.filter(({ action }) => action === "breach").length;
      const rises = moves.filter(({ because }) => because === "waiting").length;
      if (breaches !== 1) this.#faults.push(`${conversation} notes its breach ${breaches} times`);
      if (rises !== 1) this.#faults.push(`${conversation} notes its long wait ${rises} times`);
    }
  }
}

function idAt(log: Awaited<ReturnType<Storage["entriesSince"]>>, seq: number): string | null {
  const entry = log[seq - 1];
  return entry?.kind === "message" ? entry.id : null;
}
