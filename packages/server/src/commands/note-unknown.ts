/** Counts what Sophie was asked and did not know, so that somebody can teach her, without keeping who asked. */
import {
  type ConversationId,
  questionWithoutPerson,
  type SendId,
  type SendReply,
  tellingWords,
} from "@sophie/engine";
import type { VisitorActor, World } from "./world.ts";

/** What the bot's one reply to a message is called. */
const REPLY = /^re:/;

/** To be called with a reply that was stored. Keeps nothing of a message that holds no question. */
export async function noteUnknown(
  { storage, now }: Pick<World, "storage" | "now">,
  { site }: VisitorActor,
  { id, conversation, intent }: SendReply,
): Promise<void> {
  if ((intent !== "admit" && intent !== "offer") || !REPLY.test(id)) return;
  const asked = await messageOf(storage, conversation, id.replace(REPLY, "") as SendId);
  if (asked === null) return;
  const { language } = asked;
  const question = questionWithoutPerson(asked.text, language);
  if (question === null) return;
  const topic = tellingWords(question, language)
    .map(({ stem, concept }) => concept ?? stem)
    .toSorted()
    .join(" ");
  if (topic === "") return;
  await storage.noteUnknown({ site, language, topic, question, at: now() });
}

async function messageOf(storage: World["storage"], conversation: ConversationId, id: SendId) {
  const entry = await storage.entryById(conversation, id);
  if (entry?.kind !== "message" || entry.author.kind !== "visitor") return null;
  const language = (await storage.stateOf(conversation))?.conversation.language;
  return language === undefined ? null : { text: entry.text, language };
}
