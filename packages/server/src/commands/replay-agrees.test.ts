/** Tests that a replay of the log stands where the store stands, after whatever the commands did, and so can be believed. */
import { type Handoff, type LogEntry, replayLog, type ReplayState } from "@sophie/engine";
import * as fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { ClockedWorld, OFFICE, settingsWith, VISITING, worker } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { assignHandoff } from "./assign-handoff.ts";
import { cancelHandoff } from "./cancel-handoff.ts";
import { completeHandoff } from "./complete-handoff.ts";
import { logAttempt } from "./log-attempt.ts";
import { releaseHandoff } from "./release-handoff.ts";
import { reopenHandoff } from "./reopen-handoff.ts";
import { requestHandoff } from "./request-handoff.ts";
import { sendAsAgent, sendAsVisitor } from "./send-message.ts";
import { startHandoff } from "./start-handoff.ts";
import { promisesIn } from "./visitor-promises.ts";

const ANA = worker("Ana");
const MINUTE = 60_000;

let here: ClockedWorld;
afterEach(() => here.close());

const STEPS = [
  "start",
  "release",
  "assign",
  "complete",
  "cancel",
  "reopen",
  "attempt",
  "answer",
  "write",
  "wait",
] as const;

async function take(step: (typeof STEPS)[number], handoff: Handoff): Promise<void> {
  const { world } = here;
  const id = newSendId();
  const { conversation } = handoff;
  const seen = { id, handoff: handoff.id, version: (await here.handoff(handoff)).version };
  const said = { type: "send-message", id, conversation, text: "Goedemorgen" } as const;
  switch (step) {
    case "start":
      return void (await startHandoff(world, ANA, { type: "start-handoff", ...seen }));
    case "release":
      return void (await releaseHandoff(world, ANA, { type: "release-handoff", ...seen }));
    case "assign":
      return void (await assignHandoff(world, ANA, { type: "assign-handoff", ...seen, to: ANA.id }));
    case "complete":
      return void (await completeHandoff(world, ANA, { type: "complete-handoff", ...seen, survey: true }));
    case "cancel":
      return void (await cancelHandoff(world, ANA, { type: "cancel-handoff", ...seen, reason: "Test" }));
    case "reopen":
      return void (await reopenHandoff(world, ANA, { type: "reopen-handoff", ...seen }));
    case "attempt":
      return void (await logAttempt(world, ANA, { type: "log-attempt", ...seen, how: "call" }));
    case "answer":
      return void (await sendAsAgent(world, ANA, said));
    case "write":
      return void (await sendAsVisitor(world, VISITING, said));
    case "wait":
      return here.until(here.at + 7 * 60 * MINUTE);
  }
}

/** What the store knows of a conversation, in a replay's words. */
async function storedState({ conversation }: Handoff) {
  const { storage } = here.world;
  const stored = await storage.stateOf(conversation);
  const timers = await storage.dueTimers(Number.MAX_SAFE_INTEGER, 10_000);
  const due = (kind: string) =>
    timers.find((timer) => timer.conversation === conversation && timer.kind === kind)?.at;
  if (stored?.handoff == null) throw new Error("This conversation must have a handoff.");
  const { status, version, priority, assignee, cycle, breachedAt } = stored.handoff;
  return {
    control: stored.conversation.control,
    handoff: { status, version, priority, assignee: assignee?.name ?? null, cycle, breachedAt },
    promises: promisesIn(stored.handoff).map(({ keptAt, brokenAt }) =>
      keptAt !== null ? "kept" : brokenAt !== null ? "broken" : "open",
    ),
    timers: ["collect-due", "promise-due", "sla-due", "survey-due"].map((kind) => due(kind) ?? null),
  };
}

function replayedState({ control, handoff, promise, earlierPromises, timers }: ReplayState) {
  const { status, version, priority, assignee, cycle, breachedAt } =
    handoff ?? ({} as Partial<NonNullable<typeof handoff>>);
  const due = (kind: string) => timers.find((timer) => timer.kind === kind)?.at ?? null;
  return {
    control,
    handoff: { status, version, priority, assignee, cycle, breachedAt },
    promises: [...earlierPromises, ...(promise === null ? [] : [promise])].map(({ state }) => state),
    timers: ["collect-due", "promise-due", "sla-due", "survey-due"].map(due),
  };
}

it.each([
  ["in office hours", "2026-01-05T10:00+01:00", {}],
  ["while nobody is there", "2026-01-10T22:00+01:00", {}],
  ["where beginning is enough", "2026-01-05T10:00+01:00", { stopOn: "in_progress" } as const],
])(
  "N3 Q27 after any moves, %s, control, handoff, promise and timers of the replay are those of the store",
  async (_, at, sla) => {
    here = await ClockedWorld.open(at, { ...settingsWith(OFFICE, sla), survey: true });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), async (steps) => {
        const conversation = newConversationId();
        const visitor = { ...VISITING, id: `visitor-of-${conversation}` as typeof VISITING.id };
        const asked = {
          id: newSendId(),
          conversation,
          trigger: "human_request",
          source: "button",
          message: null,
        } as const;
        const made = await requestHandoff(here.world, visitor, { type: "request-handoff", ...asked });
        const handoff = (made.ok && !made.duplicate ? made.state.handoff : null) as Handoff;
        for (const step of steps) {
          await take(step, handoff);
          here.at += MINUTE;
        }
        const log: readonly LogEntry[] = await here.world.storage.entriesSince(conversation, 0, 1_000);
        expect(replayedState(replayLog(log).stateAt(log.length))).toEqual(await storedState(handoff));
      }),
      { numRuns: 40 },
    );
  },
);
