/** Tests that whatever calls for a person by programme runs the one procedure, and that its stages can be seen afterwards. */
import {
  type ConversationId,
  type HandoffSettings,
  PROCEDURE_STATES,
  replayLog,
  type RequestHandoff,
} from "@sophie/engine";
import { afterEach, expect, it } from "vitest";
import { ClockedWorld, settingsWith, VISITING } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { beginHandoff } from "./begin-handoff.ts";
import { requestHandoff } from "./request-handoff.ts";

let here: ClockedWorld;
afterEach(() => here.close());

async function replayed(conversation: ConversationId) {
  return replayLog(await here.world.storage.entriesSince(conversation, 0, 1_000));
}

const TRIGGERS: readonly RequestHandoff["trigger"][] = [
  "demo_request",
  "price_question",
  "human_request",
  "custom",
  "unknown",
  "feedback",
  "bot_paused",
];

it.each(TRIGGERS)(
  "T14 F2 %s runs triggered, collecting, transferring, in this order, in the replay",
  async (trigger) => {
    const settings = { ...settingsWith(null), paused: trigger === "bot_paused" };
    here = await ClockedWorld.open("2026-01-05T10:00+01:00", settings);
    const conversation = newConversationId();
    const asked = { id: newSendId(), conversation, trigger, source: "button", message: null } as const;
    await requestHandoff(here.world, VISITING, { type: "request-handoff", ...asked });
    const { steps, stateAt } = await replayed(conversation);
    expect(steps.flatMap(({ passed }) => passed)).toEqual(PROCEDURE_STATES);
    expect(stateAt(steps.length)).toMatchObject({
      control: "human_pending",
      procedure: { state: "idle", trigger },
      handoff: { trigger, status: "pending" },
    });
  },
);

it("F2 F12 what is asked for stands as a stage of its own, until it is not waited for any longer", async () => {
  const settings = settingsWith(null);
  const required = [{ key: "email", kind: "email", label: {}, pattern: null }] as const;
  const asking: HandoffSettings = {
    ...settings,
    queues: settings.queues.map((queue) => ({ ...queue, required: [...required] })),
  };
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", asking);
  const conversation = newConversationId();
  const request = newSendId();
  const begun = { request, trigger: "demo_request", source: "button", message: null } as const;
  await beginHandoff(here.world, VISITING, {
    type: "begin-handoff",
    id: newSendId(),
    conversation,
    ...begun,
  });

  const waiting = await replayed(conversation);
  expect(waiting.steps.flatMap(({ passed }) => passed)).toEqual(["triggered", "collecting"]);
  const collectAt = (await here.world.storage.nextTimerAt()) ?? 0;
  expect(waiting.stateAt(1)).toMatchObject({
    control: "bot",
    procedure: { state: "collecting", open: ["email"] },
    timers: [{ kind: "collect-due", at: collectAt }],
  });

  await here.until(collectAt);
  const over = await replayed(conversation);
  expect(over.steps.flatMap(({ passed }) => passed)).toEqual(PROCEDURE_STATES);
  expect(over.stateAt(over.steps.length)).toMatchObject({
    control: "human_pending",
    procedure: { state: "idle", open: ["email"] },
    handoff: { status: "pending" },
  });
});
