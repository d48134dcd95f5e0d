/** What the visitor said, cut into sentences that keep the message they come from. */
import type { SendId } from "../domain/id.ts";
import type { MessageEntry } from "../domain/log-entry.ts";
import { fold } from "../signals/fold.ts";

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
  return [...text.matchAll(SENTENCE)]
    .map(([sentence]) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => ({ message: id, text: sentence, folded: fold(sentence) }));
}
