/**
 * What an agent reads first, taken from the visitor's own words by rules: what was sought, which objects, what was asked
 * and objected, and how to begin. Every item cites the messages it comes from (H62, H85, R33).
 */
import type { Address } from "../domain/handoff-settings.ts";
import type { SendId } from "../domain/id.ts";
import { type Language, LANGUAGES } from "../domain/language.ts";
import type { LogEntry, MessageEntry } from "../domain/log-entry.ts";
import { NO_SUMMARY, type Summary, type SummaryItem } from "../domain/summary.ts";
import { fold } from "../signals/fold.ts";
import { CUES } from "./cues.ts";
import { objectsIn } from "./mentioned-objects.ts";
import { openerFor } from "./opener.ts";
import { isQuestion, type Sentence, sentencesOf } from "./sentences.ts";

const LINES_MAX = 3;
const LINE_CHARS_MAX = 240;
const OBJECTS_MAX = 6;
const QUESTIONS_MAX = 5;
const OBJECTIONS_MAX = 5;
/** In the opener a question is read aloud. */
const ASKED_CHARS_MAX = 120;

export interface SummaryContext {
  /** The conversation's; a visitor who writes another of ours is understood all the same. */
  readonly language: Language;
  readonly address: Address;
}

type Parts = Pick<Summary, "sought" | "objects" | "objections" | "questions">;

/**
 * What an agent reads first: sought, objects, objections, questions and an opener, each with the messages
 * that say so. Deterministic.
 */
export function summarise(
  entries: readonly LogEntry[],
  { language, address }: SummaryContext,
  read: (said: readonly MessageEntry[], language: Language) => Parts = partsOf,
): Summary {
  const said = entries.filter(
    (entry): entry is MessageEntry => entry.kind === "message" && entry.author.kind === "visitor",
  );
  if (said.length === 0) return NO_SUMMARY;
  const lines = said
    .slice(-LINES_MAX)
    .map((entry) => ({ text: shorten(entry.text, LINE_CHARS_MAX), message: entry.id }));
  const parts = attempt(() => read(said, language));
  // What is sought, and a wish for a viewing, are said already.
  const asked = parts.questions.findLast(
    ({ text }) => text !== parts.sought?.text && !CUES[language].wish.test(fold(text)),
  )?.text;
  const opener = openerFor(
    {
      object: parts.objects[0]?.text ?? null,
      question: asked === undefined ? null : shorten(asked, ASKED_CHARS_MAX),
    },
    { language, address },
  );
  return { lines, ...parts, opener, by: "rules" };
}

/** A summary that fails holds up no handoff: what the visitor said last is there in any case (H62). */
function attempt(read: () => Parts): Parts {
  try {
    return read();
  } catch {
    const { sought, objects, objections, questions } = NO_SUMMARY;
    return { sought, objects, objections, questions };
  }
}

/** By the cues of the language that most sentences show; of equals, by those of the conversation's. */
function partsOf(said: readonly MessageEntry[], language: Language): Parts {
  const sentences = said.flatMap(sentencesOf);
  const shown = (of: Language) => sentences.filter(({ folded }) => hasCue(folded, of)).length;
  return partsIn(
    sentences,
    LANGUAGES.reduce((best, other) => (shown(other) > shown(best) ? other : best), language),
  );
}

function hasCue(folded: string, language: Language): boolean {
  const { wish, question, indirect, objection } = CUES[language];
  return [wish, question, indirect, objection].some((cue) => cue.test(folded));
}

function partsIn(sentences: readonly Sentence[], language: Language): Parts {
  const cues = CUES[language];
  const named = sentences.map((sentence) => ({ sentence, objects: objectsIn(sentence, language) }));
  const asks = (sentence: Sentence) => isQuestion(sentence, language);
  const isObjection = (sentence: Sentence) => !asks(sentence) && cues.objection.test(sentence.folded);
  const sought = named
    .map(({ sentence, objects }) => ({
      sentence,
      weight: soughtWeight(cues.wish.test(sentence.folded), objects.length > 0, asks(sentence)),
    }))
    .reduce<{ sentence: Sentence; weight: number } | null>(
      (best, each) => (each.weight > 0 && each.weight >= (best?.weight ?? 0) ? each : best),
      null,
    );
  return {
    sought: sought === null ? null : quoted(sought.sentence),
    objects: merged(
      named.flatMap(({ sentence, objects }) => objects.map((name) => [name, sentence] as const)),
    ),
    objections: distinct(sentences.filter(isObjection)).slice(-OBJECTIONS_MAX),
    questions: distinct(sentences.filter(asks)).slice(-QUESTIONS_MAX),
  };
}

/** A wish says more than a name, and a statement of it more than a question, which stands among the questions anyway. */
function soughtWeight(isWish: boolean, namesObject: boolean, isAsked: boolean): number {
  if (!isWish && !namesObject) return 0;
  return (isWish ? 2 : 0) + (namesObject ? 1 : 0) + (isAsked ? 0 : 1);
}

function quoted({ text, message }: Sentence): SummaryItem {
  return { text: shorten(text, LINE_CHARS_MAX), cites: [{ kind: "message", id: message }] };
}

/** What was said twice is told once, with both places. */
function distinct(sentences: readonly Sentence[]): SummaryItem[] {
  return grouped(sentences.map((sentence) => [shorten(sentence.text, LINE_CHARS_MAX), sentence] as const));
}

/** "Dorpstraat" after "Dorpstraat 15" is the same house. The most mentioned first. */
function merged(mentions: readonly (readonly [name: string, sentence: Sentence])[]): SummaryItem[] {
  const names = [...new Set(mentions.map(([name]) => name))].toSorted((a, b) => b.length - a.length);
  const whole = mentions.map(([name, sentence]) => {
    const longer = names.find((other) => other.toLowerCase().startsWith(`${name.toLowerCase()} `));
    return [longer ?? name, sentence] as const;
  });
  return grouped(whole)
    .toSorted((a, b) => b.cites.length - a.cites.length)
    .slice(0, OBJECTS_MAX);
}

function grouped(pairs: readonly (readonly [text: string, sentence: Sentence])[]): SummaryItem[] {
  const items = new Map<string, { text: string; messages: Set<SendId> }>();
  for (const [text, { message }] of pairs) {
    const key = text.toLowerCase();
    const known = items.get(key);
    if (known === undefined) items.set(key, { text, messages: new Set([message]) });
    else known.messages.add(message);
  }
  return [...items.values()].map(({ text, messages }) => ({
    text,
    cites: [...messages].map((id) => ({ kind: "message", id })),
  }));
}

function shorten(text: string, charsMax: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length <= charsMax ? flat : `${flat.slice(0, charsMax - 1)}…`;
}
