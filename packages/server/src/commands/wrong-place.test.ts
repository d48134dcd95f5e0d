/** On a page where nobody answers: one auto-reply a day, with the other ways, and nobody is called. */
import { LANGUAGES, type SendId } from "@sophie/engine";
import { afterEach, expect, it } from "vitest";
import { isNoReply } from "../routing/no-reply.ts";
import { wrongPlaceNotice } from "../routing/notice.ts";
import { ClockedWorld, settingsWith, VISITING } from "../testing/clocked-world.ts";
import { newConversationId, newSendId } from "../testing/test-socket.ts";
import { requestHandoff } from "./request-handoff.ts";
import { sendAsVisitor } from "./send-message.ts";
import { sendReply } from "./send-reply.ts";

const HOUR = 60 * 60_000;
const MAIL = { kind: "mail", address: "info@example.org", label: {} } as const;
const SETTINGS = {
  ...settingsWith(null),
  channels: [MAIL, { kind: "callback" as const, label: {} }],
  noReply: { pages: ["/vacatures/*", "/pers"], channels: [], message: {} },
};

let here: ClockedWorld;
afterEach(() => here?.close());

it("T22 a conversation on a no-reply page gets one auto-reply with the other ways, and the next one a day later", async () => {
  here = await ClockedWorld.open("2026-01-05T10:00+01:00", SETTINGS);
  const conversation = newConversationId();
  const visitor = { ...VISITING, page: "/vacatures/kok" };
  const say = (text: string) =>
    sendAsVisitor(here.world, visitor, { type: "send-message", id: newSendId(), conversation, text });
  const told = async () =>
    (await here.world.storage.entriesSince(conversation, 0, 100)).filter((entry) => entry.kind === "notice");
  // Two that come at once are told once.
  await Promise.all([say("Is deze functie nog vrij?"), say("Hallo?")]);
  expect(await told()).toMatchObject([
    { notice: "nobody", text: wrongPlaceNotice(SETTINGS, "nl").text, channels: [MAIL] },
  ]);
  const answer = { type: "send-reply", id: newSendId(), conversation, text: "Ja." } as const;
  expect(await sendReply(here.world, visitor, answer)).toMatchObject({ ok: false });
  const asked = { trigger: "human_request", source: "button", message: null } as const;
  const request = { type: "request-handoff", id: "ho:1" as SendId, conversation, ...asked } as const;
  expect(await requestHandoff(here.world, visitor, request)).toMatchObject({ ok: true, entries: [] });
  expect((await here.world.storage.stateOf(conversation))?.handoff).toBeNull();
  here.at += 24 * HOUR - 1;
  await say("Nog iemand?");
  expect(await told()).toHaveLength(1);
  here.at += 1;
  await say("En nu?");
  expect(await told()).toHaveLength(2);
  // The same visitor on another page is answered there.
  expect(await sendReply(here.world, VISITING, { ...answer, id: newSendId() })).toMatchObject({ ok: true });
});

it("T22 T23 pages are told by their path, channels by their name, and each language has its words in both forms", () => {
  const on = (page: string) => isNoReply(SETTINGS, { page });
  expect(["/vacatures/kok", "/pers", "/pers/", "/persoon", "/", "/vacatures"].map(on)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  const whatsapp = { ...SETTINGS, noReply: { ...SETTINGS.noReply, channels: ["whatsapp" as const] } };
  expect(isNoReply(whatsapp, { channel: "whatsapp" })).toBe(true);
  expect(isNoReply(settingsWith(null), { page: "/pers" })).toBe(false);
  const texts = LANGUAGES.flatMap((language) =>
    (["formal", "informal"] as const).map(
      (address) => wrongPlaceNotice({ ...SETTINGS, address }, language).text,
    ),
  );
  expect(new Set(texts).size).toBeGreaterThanOrEqual(LANGUAGES.length);
  const own = { ...SETTINGS, noReply: { ...SETTINGS.noReply, message: { nl: "Bel ons." } } };
  expect(wrongPlaceNotice(own, "nl").text).toBe("Bel ons.");
});
