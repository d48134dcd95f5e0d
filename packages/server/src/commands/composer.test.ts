/** Two who write an answer at once: one is waited for, whatever order keys, sends, moves and time come in (N9). */
import { COMPOSER_LEASE_MS, type ConversationId, type Handoff, type SendId } from "@sophie/engine";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ClockedWorld, settingsWith, worker } from "../testing/clocked-world.ts";
import { claimHandoff } from "./claim-handoff.ts";
import { holdComposer } from "./hold-composer.ts";
import { leaveComposer } from "./leave-composer.ts";
import { releaseHandoff } from "./release-handoff.ts";
import { sendAsAgent } from "./send-message.ts";
import { startHandoff } from "./start-handoff.ts";
import { takeComposer } from "./take-composer.ts";
import type { AgentActor } from "./world.ts";

const ANA = worker("Ana");
const BEN = worker("Ben");
const CLEO = worker("Cleo", "supervisor");

let world: ClockedWorld;
beforeAll(async () => {
  world = await ClockedWorld.open("2026-01-05T09:00:00Z", settingsWith(null));
});
afterAll(() => world.close());

let sent = 0;
const newId = () => `send-${(sent += 1)}` as SendId;

/** What somebody does, and how it is answered: a refusal's code, or null. */
function hands(handoff: Handoff) {
  const { conversation } = handoff;
  const on = async () => ({
    id: newId(),
    handoff: handoff.id,
    version: (await world.handoff(handoff)).version,
  });
  const send = (by: AgentActor, id = newId()) =>
    sendAsAgent(world.world, by, { type: "send-message", id, conversation, text: "Ja, dat kan." });
  const verbs = {
    type: (by: AgentActor) => holdComposer(world.world, by, conversation),
    leave: (by: AgentActor) => leaveComposer(world.world, by, conversation),
    take: (by: AgentActor) =>
      takeComposer(world.world, by, { type: "take-composer", id: newId(), conversation }),
    send,
    start: async (by: AgentActor) =>
      startHandoff(world.world, by, { type: "start-handoff", ...(await on()) }),
    claim: async (by: AgentActor) =>
      claimHandoff(world.world, by, { type: "claim-handoff", ...(await on()) }),
    release: async (by: AgentActor) =>
      releaseHandoff(world.world, by, { type: "release-handoff", ...(await on()) }),
  };
  return async (verb: keyof typeof verbs, by: AgentActor) => {
    const outcome = await verbs[verb](by);
    return outcome.ok ? null : outcome.refusal.code;
  };
}

async function lease(conversation: ConversationId) {
  return (await world.world.storage.stateOf(conversation))?.composer ?? null;
}

it("N9 whoever typed first is waited for: to the last millisecond of ten seconds after the last key", async () => {
  const handoff = await world.waiting("high");
  const does = hands(handoff);
  expect(await does("type", ANA)).toBe(null);
  world.at += 4_000;
  expect(await does("type", ANA)).toBe(null);
  expect(await does("start", BEN)).toBe(null);
  world.at += COMPOSER_LEASE_MS - 1;
  expect(await does("type", BEN)).toBe("being_answered");
  expect(await does("send", BEN)).toBe("being_answered");
  world.at += 1;
  expect(await does("send", BEN)).toBe(null);
  // Sent is not read yet: the next one waits as well.
  expect((await lease(handoff.conversation))?.holder.name).toBe("Ben");
  expect(await does("type", CLEO)).toBe("being_answered");
});

it("N9 a supervisor takes it, an agent may not, and whoever lost it is refused instead", async () => {
  const handoff = await world.waiting("high");
  const does = hands(handoff);
  await does("start", ANA);
  await does("type", ANA);
  expect(await does("take", BEN)).toBe("forbidden");
  expect(await does("type", BEN)).toBe("not_in_control");
  expect(await does("take", CLEO)).toBe(null);
  expect(await does("send", ANA)).toBe("being_answered");
  await does("leave", CLEO);
  expect(await does("send", ANA)).toBe(null);
});

it("N9 whoever passes it on writes no answer any more, and nobody leaves for somebody else", async () => {
  const handoff = await world.waiting("high");
  const does = hands(handoff);
  await does("start", ANA);
  await does("send", ANA);
  expect(await does("leave", BEN)).toBe("being_answered");
  expect(await does("release", ANA)).toBe(null);
  expect(await lease(handoff.conversation)).toBe(null);
  await does("start", BEN);
  expect(await does("send", BEN)).toBe(null);
});

it("N9 a writer is kept through a restart of the server, and makes no conversation a newer one", async () => {
  const handoff = await world.waiting("high");
  const before = await world.world.storage.stateOf(handoff.conversation);
  await hands(handoff)("type", ANA);
  await world.restart(1_000);
  const after = await world.world.storage.stateOf(handoff.conversation);
  expect(after?.composer).toEqual({ holder: { id: "ana", name: "Ana" }, until: world.at + 9_000 });
  expect(after?.conversation).toEqual(before?.conversation);
  expect(await hands(handoff)("type", BEN)).toBe("being_answered");
});

const STEP = fc.record({
  verb: fc.constantFrom(
    ...(["type", "type", "send", "send", "leave", "take", "start", "claim", "release"] as const),
  ),
  by: fc.constantFrom(ANA, BEN, CLEO),
  waitMs: fc.constantFrom(0, 0, 0, 1, 900, COMPOSER_LEASE_MS - 1, COMPOSER_LEASE_MS),
});

it("N9 never two sends within a lease, in any order of keys, sends, moves and time", async () => {
  let refused = 0;
  const run = fc.asyncProperty(fc.array(STEP, { minLength: 4, maxLength: 25 }), async (steps) => {
    const handoff = await world.waiting("high");
    const does = hands(handoff);
    /** Told anew from what was accepted alone. */
    let held: { readonly by: AgentActor; readonly until: number } | null = null;
    for (const { verb, by, waitMs } of steps) {
      world.at += waitMs;
      const controller = (await world.world.storage.stateOf(handoff.conversation))?.controller ?? null;
      const isOthers: boolean = held !== null && held.by !== by && held.until > world.at;
      const code = await does(verb, by);
      const isSent = verb === "send" && code === null;
      if (verb === "send" && isOthers) refused += 1;
      // Whoever has it may, unless somebody else is waited for; nobody else may at all.
      expect(isSent).toBe(verb === "send" && !isOthers && controller === by.id);
      if (code !== null) continue;
      if (verb === "type" || verb === "send" || verb === "take")
        held = { by, until: world.at + COMPOSER_LEASE_MS };
      const passesOn = verb === "start" || verb === "claim" || verb === "release";
      const now = (await world.world.storage.stateOf(handoff.conversation))?.controller ?? null;
      if (held?.by === by && (verb === "leave" || (passesOn && now !== controller && now !== by.id)))
        held = null;
    }
  });
  await fc.assert(run, { numRuns: 80 });
  expect(refused).toBeGreaterThan(20);
});
