/** What the visitor said, cut into sentences that keep the message they come from. */
import type { SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { MessageEntry } from "../domain/log-entry.ts";
import { fold } from "../signals/fold.ts";
import { CUES } from "./cues.ts";

export interface Sentence {
  readonly message: SendId;
  /** As it was typed, on one line, with its mark at the end. */
  readonly text: string;
  /** The same in lower case and without accents, for cues. */
  readonly folded: string;
}

/** A mark ends a sentence where a space or nothing follows it; so "€ 1.000" and "k.k." stay whole. */
const SENTENCE = /[^.!?…\n]+(?:[.!?…]+(?!\s|$)[^.!?…\n]*)*[.!?…]*/g;

export function sentencesOf({ id, text }: MessageEntry): readonly Sentence[] {
  return sentencesIn(text).map((sentence) => ({ ...sentence, message: id }));
}

export function sentencesIn(text: string): readonly Omit<Sentence, "message">[] {
  return [...text.matchAll(SENTENCE)]
    .map(([sentence]) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => ({ text: sentence, folded: fold(sentence) }));
}

/** By its mark, by words that make a question of a statement, or by how it begins where nothing else ends it. */
export function isQuestion({ text, folded }: Pick<Sentence, "text" | "folded">, language: Language): boolean {
  const { indirect, question } = CUES[language];
  return /\?["'”’)]*$/.test(text) || indirect.test(folded) || (!/[.!…]$/.test(text) && question.test(folded));
}
