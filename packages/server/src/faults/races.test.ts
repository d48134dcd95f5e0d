/** Many agents reach for one handoff in the same moment: one gets it, and the others learn who (H51, Q5). */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AgentId,
  type ConversationId,
  type Handoff,
  SiteId,
  type ToAgent,
  type VisitorId,
} from "@sophie/engine";
import { aSite, keywordDetector } from "@sophie/engine/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepClocks } from "../commands/keep-clocks.ts";
import { Openings } from "../commands/openings.ts";
import { Turns } from "../commands/turns.ts";
import { claimHandoff } from "../commands/claim-handoff.ts";
import { requestHandoff } from "../commands/request-handoff.ts";
import { startHandoff } from "../commands/start-handoff.ts";
import type { AgentActor, World } from "../commands/world.ts";
import { openStorage } from "../storage/open-storage.ts";
import { settledSite } from "../storage/settled-site.ts";
import type { ChangeOutcome, Storage } from "../storage/storage.ts";
import { createTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { SITE as SERVED_SITE, startTestServer } from "../testing/test-server.ts";
import { newConversationId, newSendId, type TestSocket } from "../testing/test-socket.ts";

const ROUNDS = 1_000;
/** Rounds that run side by side, so that their commits are shared. */
const AT_ONCE = 20;
const ROUNDS_ON_SOCKETS = 50;
const AGENTS_MAX = 16;
const SITE = SiteId.parse("races");

/** 2 to 16, each number as often as the others. */
const agentsIn = (round: number) => 2 + (round % (AGENTS_MAX - 1));
const nameOf = (number: number) => `Agent ${number}`;

function worldOn(storage: Storage): World {
  const site = settledSite({ config: aSite({ id: SITE }), origins: [] });
  return {
    storage: keepClocks(storage, () => site),
    detector: keywordDetector({}),
    siteOf: () => site,
    workerName: async () => null,
    workersAt: async () => [],
    presentAt: () => [],
    isVisitorHere: () => false,
    isLooking: () => false,
    mailAfterMs: null,
    now: Date.now,
    openings: new Openings(),
    turns: new Turns(),
    newId: randomUUID,
  };
}

function agent(number: number): AgentActor {
  return { id: `agent-${number}` as AgentId, name: nameOf(number), roles: new Map([[SITE, "agent"]]) };
}

async function newHandoff(world: World): Promise<Handoff> {
  const visitor = { id: randomUUID() as string as VisitorId, site: SITE, language: "nl" } as const;
  const outcome = await requestHandoff(world, visitor, {
    type: "request-handoff",
    id: newSendId(),
    conversation: newConversationId(),
    trigger: "human_request",
    source: "button",
    message: null,
  });
  if (!outcome.ok || outcome.duplicate || outcome.state.handoff === null)
    throw new Error("No handoff was made.");
  return outcome.state.handoff;
}

function reach(world: World, number: number, { id: handoff, version }: Handoff): Promise<ChangeOutcome> {
  const move = { id: newSendId(), handoff, version };
  return number % 2 === 0
    ? claimHandoff(world, agent(number), { type: "claim-handoff", ...move })
    : startHandoff(world, agent(number), { type: "start-handoff", ...move });
}

/** What went wrong in one round; nothing, if one agent has the handoff and all others know who. */
async function wrongIn(round: number, worlds: readonly World[]): Promise<readonly string[]> {
  const world = worlds[0] as World;
  const handoff = await newHandoff(world);
  const numbers = Array.from({ length: agentsIn(round) }, (_, number) => number);
  const outcomes = await Promise.all(
    numbers.map((number) => reach(worlds[number % worlds.length] as World, number, handoff)),
  );
  const winners = numbers.filter((number) => outcomes[number]?.ok);
  const winner = nameOf(winners[0] ?? -1);
  const refusals = outcomes.flatMap((outcome) =>
    outcome.ok ? [] : [`${outcome.refusal.code} ${outcome.refusal.handoff?.assignee?.name}`],
  );
  // Whoever tries again with what the refusal said still does not get it.
  const taken = (await world.storage.handoff(handoff.id)) as Handoff;
  const loser = numbers.find((number) => !winners.includes(number)) ?? 0;
  const again = await reach(worlds.at(-1) as World, loser, taken);
  const log = await world.storage.entriesSince(handoff.conversation, 0, 100);
  const second = log.filter((entry) => entry.kind === "handoff" && entry.version === 2);
  return [
    ...(winners.length === 1 ? [] : [`${winners.length} agents won`]),
    ...refusals.filter((what) => what !== `stale_version ${winner}`),
    ...(taken.assignee?.name === winner && taken.version === 2 ? [] : [`${taken.assignee?.name} has it`]),
    ...(second.length === 1 ? [] : [`the history holds version 2 ${second.length} times`]),
    ...(!again.ok && again.refusal.code === "not_assignee" && again.refusal.handoff?.assignee?.name === winner
      ? []
      : ["a colleague could take it"]),
  ];
}

async function wrongInAll(worlds: readonly World[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let round = 0; round < ROUNDS; round += AT_ONCE) {
    const found = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, more) => wrongIn(round + more, worlds)),
    );
    wrong.push(...found.flat());
  }
  return wrong;
}

describe("agents who reach for one handoff at once", () => {
  let folder: string;
  let database: TestDatabase;
  const open: Storage[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sophie-races-"));
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const storage of open) await storage.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function opened(url: string | null): Promise<World> {
    const { storage } = await openStorage({ url, file: join(folder, "sophie.db"), now: Date.now });
    open.push(storage);
    return worldOn(storage);
  }

  it(`H51 Q5 ${ROUNDS} rounds of 2 to ${AGENTS_MAX}, on SQLite: one wins, the others are told who`, async () => {
    expect(await wrongInAll([await opened(null)])).toEqual([]);
  });

  it(`H51 Q5 ${ROUNDS} rounds of 2 to ${AGENTS_MAX}, on PostgreSQL from two processes' storages`, async () => {
    expect(await wrongInAll([await opened(database.url), await opened(database.url)])).toEqual([]);
  });
});

describe("agents who press at once on their desks", () => {
  it(`H51 Q5 ${ROUNDS_ON_SOCKETS} rounds through sockets: one is accepted, every other desk names the winner`, async () => {
    const server = await startTestServer();
    const desks: TestSocket[] = [];
    for (let number = 0; number < AGENTS_MAX; number += 1) {
      desks.push(await (await server.person(nameOf(number), "agent")).desk());
    }
    const wrong: string[] = [];
    for (let round = 0; round < ROUNDS_ON_SOCKETS; round += 1) {
      // One visitor may not call so often.
      const visitor = await server.visitor();
      const conversation: ConversationId = newConversationId();
      const request = { trigger: "human_request", source: "button", message: null } as const;
      await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...request });
      const handoff = (await server.storage.openHandoffs([SERVED_SITE])).find(
        (each) => each.conversation === conversation,
      );
      if (handoff === undefined) throw new Error("No handoff was made.");
      const pressing = desks.slice(0, agentsIn(round));
      const answers = await Promise.all(pressing.map((desk, number) => answerTo(desk, number, handoff)));
      const winner = nameOf(answers.findIndex((answer) => answer.type === "accepted"));
      const right = answers.map((answer) =>
        answer.type === "accepted" ? "accepted" : `stale_version ${winner}`,
      );
      if (right.filter((answer) => answer === "accepted").length !== 1)
        wrong.push(`round ${round} has no winner`);
      if (JSON.stringify(answers.map(told)) !== JSON.stringify(right))
        wrong.push(`round ${round}: ${answers.map(told).join(", ")}`);
    }
    expect(wrong).toEqual([]);
    await server.close();
  });
});

type Answer = Extract<ToAgent, { type: "accepted" | "refused" }>;

async function answerTo(
  desk: TestSocket,
  number: number,
  { id: handoff, version }: Handoff,
): Promise<Answer> {
  const id = newSendId();
  desk.send({ type: number % 2 === 0 ? "claim-handoff" : "start-handoff", id, handoff, version });
  return desk.until(
    (heard): heard is Answer => (heard.type === "accepted" || heard.type === "refused") && heard.id === id,
  );
}

function told(answer: Answer): string {
  if (answer.type === "accepted") return "accepted";
  return `${answer.refusal.code} ${answer.refusal.handoff?.assignee?.name}`;
}
