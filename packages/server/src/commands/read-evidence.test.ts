/** What a handoff is shown to be for: the words that made it, and nothing that only a page says. */
import type { RequestHandoff, SendId } from "@sophie/engine";
import { afterEach, expect, it } from "vitest";
import { ClockedWorld, settingsWith, VISITING } from "../testing/clocked-world.ts";
import { newConversationId } from "../testing/test-socket.ts";
import { giveFeedback } from "./give-feedback.ts";
import { requestHandoff } from "./request-handoff.ts";
import { sendAsVisitor } from "./send-message.ts";
import { sendReply } from "./send-reply.ts";

let here: ClockedWorld;
afterEach(() => here.close());

async function talking() {
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", settingsWith(null));
  const conversation = newConversationId();
  const say = (id: string, text: string) =>
    sendAsVisitor(here.world, VISITING, { type: "send-message", id: id as SendId, conversation, text });
  const reply = (id: string, intent: "answer" | "offer" | "offer_after_feedback") =>
    sendReply(here.world, VISITING, {
      type: "send-reply",
      id: id as SendId,
      conversation,
      text: "Zal ik er een medewerker bij halen?",
      intent,
    });
  const request = async (trigger: RequestHandoff["trigger"]) => {
    const asked = { trigger, source: "button", message: null } as const;
    const id = "ho:yes" as SendId;
    const outcome = await requestHandoff(here.world, VISITING, {
      type: "request-handoff",
      id,
      conversation,
      ...asked,
    });
    return { outcome, handoff: (await here.world.storage.stateOf(conversation))?.handoff ?? null };
  };
  return { conversation, say, reply, request };
}

it("H33 F6 after a yes to an offer, the desk quotes the question that Sophie did not know", async () => {
  const { say, reply, request } = await talking();
  await say("m1", "Mag mijn hond mee naar de bezichtiging?");
  await reply("re:m1", "offer");
  await say("yes", "ja graag");
  expect((await request("unknown")).handoff).toMatchObject({
    trigger: "unknown",
    evidence: { message: "m1", text: "Mag mijn hond mee naar de bezichtiging?" },
  });
});

it("H33 F7 after a yes to the offer that follows an answer that did not help, it quotes what was asked", async () => {
  const { conversation, say, reply, request } = await talking();
  await say("m1", "Wanneer zijn jullie open met Pasen?");
  await reply("re:m1", "answer");
  const about = { message: "re:m1" as SendId, helpful: false };
  await giveFeedback(here.world, VISITING, {
    type: "give-feedback",
    id: "fb:re:m1" as SendId,
    conversation,
    ...about,
  });
  await reply("re:fb:re:m1", "offer_after_feedback");
  await say("yes", "ja graag");
  expect((await request("feedback")).handoff?.evidence).toMatchObject({ message: "m1" });
});

it("S5 that the bot is paused is the server's to know: a page that still thinks so is told, and calls nobody", async () => {
  const { say, request } = await talking();
  await say("m1", "Wanneer zijn jullie open?");
  const refused = await request("bot_paused");
  expect(refused).toMatchObject({
    outcome: { ok: false, refusal: { code: "signal_not_found" } },
    handoff: null,
  });
  here.settings = { ...here.settings, paused: true };
  expect(await request("bot_paused")).toMatchObject({
    outcome: { ok: true },
    handoff: { trigger: "bot_paused" },
  });
});
