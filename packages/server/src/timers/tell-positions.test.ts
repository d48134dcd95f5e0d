/** Where a visitor stands in the queue: told soon, told rarely, and never better than is known. */
import type { ConversationId, HandoffId, QueuePosition } from "@sophie/engine";
import { aHandoff, MONDAY_NINE } from "@sophie/engine/testing";
import { describe, expect, it } from "vitest";
import { WaitingPlaces } from "../commands/waiting-places.ts";
import { WaitingHere } from "../hub/waiting-here.ts";
import { remainingWait, waitingLines } from "../routing/waiting-line.ts";
import { SITE, startTestServer } from "../testing/test-server.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { tellPositions } from "./tell-positions.ts";

const MINUTE_MS = 60_000;

describe("how long it may take", () => {
  it("nobody says while fewer than five were measured", () => {
    expect(
      remainingWait(
        [1, 2, 3, 4].map((minutes) => minutes * MINUTE_MS),
        0,
      ),
    ).toBeNull();
  });

  it("is what others waited, less what this visitor has", () => {
    const waits = [5, 1, 3, 2, 4].map((minutes) => minutes * MINUTE_MS);
    expect(remainingWait(waits, 0)).toEqual({ fromMs: 2 * MINUTE_MS, toMs: 5 * MINUTE_MS });
    expect(remainingWait(waits, 3 * MINUTE_MS)).toEqual({ fromMs: 0, toMs: 2 * MINUTE_MS });
  });

  it("is not said to somebody who has waited longer than the others", () => {
    expect(
      remainingWait(
        [1, 1, 1, 1, 1].map((minutes) => minutes * MINUTE_MS),
        2 * MINUTE_MS,
      ),
    ).toBeNull();
  });
});

it("those who wait stand in the desk's order, queue by queue; whom somebody has begun with stands nowhere", () => {
  const waiting = (id: string, more: Parameters<typeof aHandoff>[0]) =>
    aHandoff({ id: id as HandoffId, ...more });
  const lines = waitingLines([
    waiting("late", { createdAt: MONDAY_NINE + 2 }),
    waiting("begun", { status: "in_progress" }),
    waiting("early", { createdAt: MONDAY_NINE + 1 }),
    waiting("urgent", { createdAt: MONDAY_NINE + 3, priority: "urgent" }),
    waiting("lead", { trigger: "hot_lead" }),
    waiting("elsewhere", { queue: "finance" as never }),
    waiting("nobody", { mode: "none" }),
  ]);
  expect(lines.map((line) => line.map(({ id }) => id))).toEqual([["urgent", "early", "late"], ["elsewhere"]]);
});

it("a visitor hears it within seconds, with the welcome on return, and a change at most every thirty", async () => {
  const server = await startTestServer();
  const visitors = [await server.visitor(), await server.visitor()];
  const conversations: ConversationId[] = [];
  for (const visitor of visitors) {
    const conversation = newConversationId();
    conversations.push(conversation);
    const cause = { trigger: "human_request", source: "button", message: null } as const;
    await visitor.ask({ type: "request-handoff", id: newSendId(), conversation, ...cause });
  }
  const [, second] = visitors;
  const heard = await second?.next("queue-position");
  expect(heard).toMatchObject({ conversation: conversations[1], position: 2, about: null });

  // After a reload it stands in the welcome: nobody who waits is left without it for a moment.
  const { token } = (await second?.next("visitor-welcome")) ?? { token: null };
  const resume = { conversation: conversations[1] as ConversationId, since: 0 };
  const back = await server.visitor(SITE, { token, resume });
  expect((await back.next("visitor-welcome")).conversation?.place).toEqual({ position: 2, about: null });

  // The same look, with a clock that the test moves.
  const told: QueuePosition[] = [];
  let at = Date.now();
  const teller = tellPositions({
    world: { ...server.world, now: () => at },
    hub: {
      hasVisitor: () => true,
      hasVisitors: () => true,
      tellPosition: (position) => told.push(position),
      waiting: new WaitingHere({ process: "one", now: () => at, announce: () => {} }),
    },
    places: new WaitingPlaces(server.world),
    sites: () => [server.world.siteOf(SITE)].filter((site) => site !== undefined),
    onFault: (what) => {
      throw new Error(what);
    },
  });
  await teller.look();
  expect(told.map(({ position }) => position)).toEqual([1, 2]);
  const [first] = await server.storage
    .openHandoffs([SITE])
    .then((open) => open.filter(({ conversation }) => conversation === conversations[0]));
  if (first === undefined) throw new Error("Somebody waits.");
  const ana = await (await server.person("Ana", "agent")).desk();
  await ana.ask({ type: "start-handoff", id: newSendId(), handoff: first.id, version: first.version });
  at += 29_000;
  await teller.look();
  expect(told).toHaveLength(2);
  at += 2_000;
  await teller.look();
  expect(told.slice(2)).toMatchObject([{ conversation: conversations[1], position: 1 }]);
  await teller.stop();
  await Promise.all([...[...visitors, back].map((visitor) => visitor.close()), ana.close()]);
  await server.close();
});
