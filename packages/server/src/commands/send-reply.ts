/** What the bot says. Only while it may speak: a reply that was on its way when a person took over is dropped (T15). */
import {
  answerTextOf,
  type AnswerSource,
  botMaySpeak,
  refuse,
  type SendReply,
  type SiteId,
} from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { isOwnedBy, unlessForeign } from "./access.ts";
import { textRefusal } from "./text.ts";
import type { VisitorActor, World } from "./world.ts";
import { isWrongPlace } from "./wrong-place.ts";

export async function sendReply(
  world: World,
  visitor: VisitorActor,
  message: SendReply,
): Promise<ChangeOutcome> {
  const badText = textRefusal(message.text);
  if (badText !== null) return badText;
  const intent = message.intent === undefined ? {} : { intent: message.intent };
  const source = sourceOf(world, visitor.site, message);
  // A paused bot says nothing from the moment on at which this process knows of it (S5).
  const isPaused = (world.siteOf(visitor.site)?.settings.paused ?? false) || isWrongPlace(world, visitor);
  const outcome = await world.storage.change({
    conversation: message.conversation,
    id: message.id,
    decide(state) {
      if (state === null || !isOwnedBy(state, visitor)) return refuse("not_found");
      const { control } = state.conversation;
      if (!botMaySpeak(control) || (isPaused && control === "bot")) return refuse("bot_silenced");
      const said = {
        kind: "message",
        id: message.id,
        author: { kind: "bot" },
        text: message.text,
        ...intent,
        ...source,
      } as const;
      return { ok: true, value: { entries: [said] } };
    },
  });
  return unlessForeign(world.storage, message.conversation, (state) => isOwnedBy(state, visitor), outcome);
}

/** A browser's word for where an answer is from counts if the site's knowledge holds that answer, to the letter. */
function sourceOf(
  world: World,
  site: SiteId,
  { text, source }: SendReply,
): { readonly source?: AnswerSource } {
  const [id] = source?.entries ?? [];
  const entry = world.siteOf(site)?.config.knowledge.find((candidate) => candidate.id === id);
  if (entry === undefined || answerTextOf(entry) !== text) return {};
  return { source: { by: "knowledge", entries: [entry.id] } };
}
