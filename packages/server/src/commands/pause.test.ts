/** A paused bot lets go of every conversation, once, and takes none back. */
import { type AgentId, type ConversationId, type HandoffSettings, type VisitorId } from "@sophie/engine";
import { afterEach, expect, it } from "vitest";
import type { ChangeOutcome } from "../storage/storage.ts";
import { ClockedWorld, GENERAL, settingsWith, VISITING } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { handOverPaused } from "./pause.ts";
import { requestHandoff } from "./request-handoff.ts";
import { sendAsVisitor } from "./send-message.ts";
import { sendReply } from "./send-reply.ts";

const MONDAY_TEN = "2026-01-05T10:00+01:00";
const MINUTE = 60_000;

let here: ClockedWorld;
afterEach(() => here.close());

const visitorOf = (conversation: ConversationId) => ({ ...VISITING, id: `v-${conversation}` as VisitorId });

async function says(conversation: ConversationId, text = "Hallo"): Promise<void> {
  const said = { type: "send-message", id: newSendId(), conversation, text } as const;
  expect(await sendAsVisitor(here.world, visitorOf(conversation), said)).toMatchObject({ ok: true });
}

async function talking(): Promise<ConversationId> {
  const conversation = newConversationId();
  await says(conversation);
  return conversation;
}

/** Saved as a version, at this moment, and known at once. */
async function save(change: Partial<HandoffSettings>): Promise<void> {
  const version = here.settings.version + 1;
  here.settings = { ...here.settings, ...change, version };
  await here.world.storage.saveSettings(VISITING.site, here.settings, {
    savedAt: here.at,
    savedBy: "ada" as AgentId,
  });
}

async function look(): Promise<readonly ChangeOutcome[]> {
  const site = here.world.siteOf(VISITING.site);
  const told: ChangeOutcome[] = [];
  if (site?.settings.paused === true) await handOverPaused(here.world, site, (each) => void told.push(each));
  return told;
}

const stateOf = (conversation: ConversationId) => here.world.storage.stateOf(conversation);
const reply = (conversation: ConversationId) =>
  sendReply(here.world, visitorOf(conversation), {
    type: "send-reply",
    id: newSendId(),
    conversation,
    text: "Goedendag.",
  });

it("S5 R15 R13 five conversations become five handoffs, the bot says nothing after, and gets none of them back", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const conversations = await Promise.all(Array.from({ length: 5 }, talking));
  await save({ paused: true });
  const [first] = conversations as [ConversationId];
  expect(await reply(first)).toMatchObject({ ok: false, refusal: { code: "bot_silenced" } });
  expect(await look()).toHaveLength(5);
  for (const conversation of conversations) {
    const state = await stateOf(conversation);
    expect(state?.conversation.control).toBe("human_pending");
    expect(state?.handoff).toMatchObject({ trigger: "bot_paused", source: "agent", status: "pending" });
    const entries = await here.world.storage.entriesSince(conversation, 0, 100);
    expect(entries.filter(({ kind }) => kind === "notice")).toHaveLength(1);
    expect(await reply(conversation)).toMatchObject({ ok: false, refusal: { code: "bot_silenced" } });
  }
  expect(await look()).toEqual([]);
  await save({ paused: false });
  expect(await reply(first)).toMatchObject({ ok: false, refusal: { code: "bot_silenced" } });
  expect((await stateOf(first))?.conversation.control).toBe("human_pending");
  // A conversation that begins now is the bot's, as before.
  const later = await talking();
  expect(await reply(later)).toMatchObject({ ok: true });
});

it("S5 a conversation that begins while it is paused goes to people as well", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  await save({ paused: true });
  here.at += 3 * 60 * MINUTE;
  const conversation = await talking();
  expect(await look()).toHaveLength(1);
  expect((await stateOf(conversation))?.handoff?.trigger).toBe("bot_paused");
});

it("S5 who left half an hour before is not called back, until they write again", async () => {
  here = await ClockedWorld.open(MONDAY_TEN, settingsWith(null));
  const left = await talking();
  here.at += 15 * MINUTE + 1;
  const active = await talking();
  here.at += 15 * MINUTE;
  await save({ paused: true });
  // Something else is saved meanwhile; it was paused when it was paused.
  here.at += 20 * MINUTE;
  await save({ unknownLimit: 4 });
  expect(await look()).toHaveLength(1);
  expect((await stateOf(active))?.handoff?.trigger).toBe("bot_paused");
  expect((await stateOf(left))?.handoff).toBeNull();
  await says(left);
  expect(await look()).toHaveLength(1);
  expect((await stateOf(left))?.handoff?.trigger).toBe("bot_paused");
});

it("S5 where nobody would be called somebody is, and whoever asked already keeps the one handoff", async () => {
  const nobody = { queue: GENERAL, mode: "none", assign: { kind: "claim" } } as const;
  here = await ClockedWorld.open(MONDAY_TEN, { ...settingsWith(null), otherwise: nobody });
  const conversation = await talking();
  const request = { type: "request-handoff", id: newSendId(), conversation } as const;
  const asking = { trigger: "demo_request", source: "button", message: null } as const;
  await requestHandoff(here.world, visitorOf(conversation), { ...request, ...asking });
  const before = (await stateOf(conversation))?.handoff;
  expect(before).toMatchObject({ mode: "none", trigger: "demo_request" });
  await save({ paused: true });
  expect(await look()).toHaveLength(1);
  const state = await stateOf(conversation);
  expect(state?.conversation.control).toBe("human_pending");
  expect(state?.handoff).toMatchObject({ id: before?.id, mode: "async", trigger: "demo_request" });
  const entries = await here.world.storage.entriesSince(conversation, 0, 100);
  expect(entries.flatMap((entry) => (entry.kind === "notice" ? [entry.notice] : []))).toEqual([
    "nobody",
    "unavailable",
  ]);
});
