/** What the conversation asks of the world: to be told what is in a text, and what the site knows about it. */
import type { AnswerSource } from "../domain/answer-source.ts";
import type { SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { Detector } from "../signals/detector.ts";
import type { TriggerFinder } from "../signals/triggers.ts";

/** What Sophie says, as plain text of at most `LIMITS.textChars`. */
export interface Answer {
  readonly text: string;
  /** Absent where an answer is somebody's own, from nothing that the site's knowledge holds. */
  readonly source?: AnswerSource;
}

/**
 * Finds an answer in what the site knows; null where it knows none. May reject: that counts as not knowing, and so does
 * what is no text, an empty one or one too long to be sent.
 */
export type AnswerPort = (question: {
  /** The message that asks, as it stands in the log. */
  readonly id: SendId;
  readonly text: string;
  readonly language: Language;
}) => Promise<Answer | string | null>;

/** Loads what finds the site's own words and phrases (S6). May reject: then they are not found in the browser. */
export type TriggersPort = () => Promise<TriggerFinder>;

/** Loads the detector, at the latest when the visitor writes for the first time. May reject: Sophie then offers a person. */
export type DetectorPort = () => Promise<Detector>;
