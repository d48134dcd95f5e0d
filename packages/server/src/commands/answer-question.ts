/**
 * An answer by the language model to one message: only while the bot has the conversation, only from what the site knows,
 * and never where the site's own words or a person are the better answer.
 */
import { type Answer, type AskAnswer, type MessageEntry, type SendId, SURE_MIN } from "@sophie/engine";
import { knowledgeOf } from "../answers/knowledge-of.ts";
import type { ModelAnswers } from "../answers/model-answers.ts";
import type { ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { isOwnedBy } from "./access.ts";
import type { VisitorActor, World } from "./world.ts";

/** What the model sees of the conversation: the question and what led to it. */
const TURNS_MAX = 6;
/** Entries of the log that may hold so many turns. */
const LOOK_BACK = 24;
const ENTRIES_MAX = 6;
/** What is less likely than this to be about the question is not sent. */
const RELEVANT_MIN = 0.02;
/** From here on the site's own words are said as they stand. */
const KNOWN_BY_HEART = 0.95;

export interface Answered {
  readonly answer: Answer;
  /** For the hub to tell; null if it stood in the log already. */
  readonly outcome: ChangeOutcome | null;
}

/** Null where there is no answer to be had: the browser goes on by itself. */
export async function answerQuestion(
  world: World,
  visitor: VisitorActor,
  { conversation, message }: AskAnswer,
  { answers, onPart }: { readonly answers: ModelAnswers; readonly onPart: (text: string) => void },
): Promise<Answered | null> {
  const id = `re:${message}` as SendId;
  const state = await world.storage.stateOf(conversation);
  if (state === null || !isOwnedBy(state, visitor)) return null;
  const before = await world.storage.entryById(conversation, id);
  if (before?.kind === "message") return { answer: answerIn(before), outcome: null };
  const site = world.siteOf(visitor.site);
  if (site === undefined || !mayAnswer(state, world, visitor)) return null;

  const asked = await world.storage.entryById(conversation, message);
  if (asked?.kind !== "message" || asked.author.kind !== "visitor") return null;
  const { config, settings } = site;
  // Whoever wants a person, a viewing or a price of their own is not talked out of it.
  if (world.detector.detect(asked.text, config).signals.length > 0) return null;
  const { language } = state.conversation;
  const matches = knowledgeOf(config)({ text: asked.text, language }, ENTRIES_MAX);
  const best = matches[0]?.sure ?? 0;
  if (best >= Math.max(KNOWN_BY_HEART, SURE_MIN)) return null;
  const entries = matches.filter(({ sure }) => sure >= RELEVANT_MIN).map(({ entry }) => entry);
  const turns = await turnsUntil(world, asked);
  const answer = await answers.answer(
    { site: config.name, language, address: settings.address, turns, entries },
    onPart,
  );
  if (answer === null) return null;

  const outcome = await world.storage.change({
    conversation,
    id,
    decide(now) {
      if (now === null || !mayAnswer(now, world, visitor)) return { ok: true, value: { entries: [] } };
      const said = { kind: "message", id, author: { kind: "bot" }, intent: "answer", ...answer } as const;
      return { ok: true, value: { entries: [said] } };
    },
  });
  if (!outcome.ok || outcome.duplicate || outcome.entries.length === 0) return null;
  return { answer, outcome };

  async function turnsUntil({ storage }: World, last: MessageEntry) {
    const recent = await storage.entriesSince(conversation, Math.max(0, last.seq - LOOK_BACK), LOOK_BACK);
    return recent
      .filter((entry): entry is MessageEntry => entry.kind === "message" && entry.seq <= last.seq)
      .slice(-TURNS_MAX);
  }
}

function answerIn({ text, source }: MessageEntry): Answer {
  return source === undefined ? { text } : { text, source };
}

function mayAnswer({ conversation }: ConversationState, { siteOf }: World, { site }: VisitorActor): boolean {
  return conversation.control === "bot" && siteOf(site)?.settings.paused !== true;
}
