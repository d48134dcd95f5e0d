/** Taking back one's last move: everything is as it was, the log keeps both, and only its maker can, and only at once (N9). */
import { type Handoff, type LogEntry, replayLog, type SendId, UNDO_MS } from "@sophie/engine";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ConversationState } from "../storage/storage.ts";
import { ClockedWorld, OFFICE, settingsWith, worker } from "../testing/clocked-world.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { changing } from "../storage/testing/builders.ts";
import { claimHandoff } from "./claim-handoff.ts";
import { completeHandoff } from "./complete-handoff.ts";
import { releaseHandoff } from "./release-handoff.ts";
import { startHandoff } from "./start-handoff.ts";
import { undoMove } from "./undo-move.ts";
import type { AgentActor } from "./world.ts";

const ANA = worker("Ana");
const CLEO = worker("Cleo", "supervisor");

let world: ClockedWorld;
beforeAll(async () => {
  world = await ClockedWorld.open("2026-01-05T09:00:00Z", {
    ...settingsWith(OFFICE),
    survey: true,
  });
});
afterAll(() => world.close());

let moves = 0;
let undos = 0;

/** What one move of Ana's needs, named anew each time. */
async function on(handoff: Handoff) {
  moves += 1;
  const { version } = await world.handoff(handoff);
  return { id: `move-${moves}` as SendId, handoff: handoff.id, version };
}

const VERBS = {
  start: async (handoff: Handoff) =>
    startHandoff(world.world, ANA, { type: "start-handoff", ...(await on(handoff)) }),
  claim: async (handoff: Handoff) =>
    claimHandoff(world.world, ANA, { type: "claim-handoff", ...(await on(handoff)) }),
  release: async (handoff: Handoff) =>
    releaseHandoff(world.world, ANA, { type: "release-handoff", ...(await on(handoff)) }),
  complete: async (handoff: Handoff) =>
    completeHandoff(world.world, ANA, { type: "complete-handoff", survey: true, ...(await on(handoff)) }),
  cancel: async (handoff: Handoff) =>
    cancelHandoff(world.world, ANA, { type: "cancel-handoff", reason: "Test", ...(await on(handoff)) }),
};
type Verb = keyof typeof VERBS;

async function afterMoves(verbs: readonly Verb[]): Promise<Handoff> {
  const handoff = await world.waiting("high");
  for (const verb of verbs) expect((await VERBS[verb](handoff)).ok).toBe(true);
  return handoff;
}

async function undo(handoff: Handoff, by: AgentActor = ANA, move = `move-${moves}`): Promise<string> {
  const { version } = await on(handoff);
  moves -= 1;
  undos += 1;
  const message = { type: "undo-move", id: `undo-${undos}` as SendId, handoff: handoff.id, version } as const;
  const outcome = await undoMove(world.world, by, { ...message, move: move as SendId });
  return outcome.ok ? "undone" : outcome.refusal.code;
}

async function standing({ conversation }: Handoff): Promise<ConversationState> {
  const state = await world.world.storage.stateOf(conversation);
  if (state === null) throw new Error("There is no such conversation.");
  return state;
}

async function timersOf({ conversation }: Handoff) {
  const due = await world.world.storage.dueTimers(Number.MAX_SAFE_INTEGER, 10_000);
  return due
    .filter((timer) => timer.conversation === conversation && timer.kind !== "nudge-due")
    .map(({ kind, at }) => `${kind} ${at}`)
    .toSorted();
}

/** Of a state only what a move may have touched. */
function essence({ conversation: { control }, controller, handoff }: ConversationState) {
  if (handoff === null) throw new Error("This conversation has no handoff.");
  const { version: _version, updatedAt: _updatedAt, previousAssignee: _previous, ...rest } = handoff;
  return { control, controller, handoff: rest };
}

const TABLE: readonly (readonly [before: readonly Verb[], taken: Verb])[] = [
  [[], "claim"],
  [["claim"], "release"],
  [["start"], "release"],
  [["start"], "complete"],
  [[], "cancel"],
  [["claim"], "cancel"],
  [["start"], "cancel"],
];

it.each(TABLE)(
  "N9 after %j, %s is taken back: who has it, who speaks, and the clocks are as they were",
  async (before, verb) => {
    const handoff = await afterMoves(before);
    const [was, timers] = [essence(await standing(handoff)), await timersOf(handoff)];
    await VERBS[verb](handoff);
    expect(await undo(handoff)).toBe("undone");
    expect(essence(await standing(handoff))).toEqual(was);
    expect(await timersOf(handoff)).toEqual(timers);

    const log: readonly LogEntry[] = await world.world.storage.entriesSince(handoff.conversation, 0, 100);
    const told = log.flatMap((entry) => (entry.kind === "handoff" ? [entry.action] : []));
    expect(told.slice(-2)).toEqual([verb === "claim" ? "assign" : verb, "undo"]);
    const { control, handoff: replayed } = replayLog(log).steps.at(-1)?.state ?? {};
    expect(replayed?.status).toBe(was.handoff.status);
    expect(replayed?.assignee).toBe(was.handoff.assignee?.name ?? null);
    // A log that begins after the conversation was handed over does not tell who had it before.
    const isTold = log.some((entry) => entry.kind === "control");
    expect(isTold ? control : was.control).toBe(was.control);
  },
);

it("N9 R18 where a conversation was over already, taking back a claim leaves it over", async () => {
  const handoff = await world.waiting("high");
  await world.world.storage.change(changing(handoff.conversation, { control: "closed" }));
  await VERBS.claim(handoff);
  expect(await undo(handoff)).toBe("undone");
  expect((await standing(handoff)).conversation.control).toBe("closed");
  await VERBS.cancel(handoff);
  expect(await undo(handoff)).toBe("undone");
  expect((await standing(handoff)).conversation.control).toBe("closed");
});

it("N9 R21 who had put it back before a claim still has when that is taken back", async () => {
  const handoff = await afterMoves(["claim", "release"]);
  expect((await world.handoff(handoff)).previousAssignee?.id).toBe(ANA.id);
  await VERBS.claim(handoff);
  expect(await undo(handoff)).toBe("undone");
  expect((await world.handoff(handoff)).previousAssignee?.id).toBe(ANA.id);
});

it("N9 only its maker takes a move back, only the last one, only once, and not for long", async () => {
  const handoff = await afterMoves(["claim"]);
  const claim = `move-${moves}`;
  expect(await undo(handoff, CLEO)).toBe("not_assignee");
  expect(await undo(handoff, ANA, "nobody-knows")).toBe("not_found");
  await VERBS.start(handoff);
  expect(await undo(handoff, ANA, claim)).toBe("stale_version");
  expect(await undo(handoff)).toBe("invalid_transition");
  await VERBS.release(handoff);
  const release = `move-${moves}`;
  expect(await undo(handoff)).toBe("undone");
  expect(await undo(handoff, ANA, release)).toBe("stale_version");
  await VERBS.release(handoff);
  await world.until(world.at + 2 * UNDO_MS);
  expect(await undo(handoff)).toBe("invalid_transition");
});
