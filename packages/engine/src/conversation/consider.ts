/** What Sophie makes of one message: a person is wanted, she has an answer, or she does not know. */
import type { SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { SignalType } from "../domain/trigger.ts";
import type { SiteNouns } from "../signals/detector.ts";
import { fold } from "../signals/fold.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Answer, AnswerPort, DetectorPort, TriggersPort } from "./ports.ts";
import { readAnswer } from "./read-answer.ts";

export type Considered =
  | { readonly kind: "signal"; readonly trigger: Exclude<SignalType, "hot_lead"> | "custom" }
  /** The visitor said yes to the offer of a person. */
  | { readonly kind: "accepted" }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "unknown" };

export interface Question {
  readonly id: SendId;
  readonly text: string;
  readonly language: Language;
  /** Whether Sophie's last words were an offer to fetch a person. */
  readonly hasOffered: boolean;
}

/**
 * Whoever asks for a person gets one, whatever else the message holds; other signals come before the site's own words,
 * which say less of what is wanted, and both before answers.
 * A detector or an answer that fails counts as not knowing, never as silence (F1).
 */
export async function consider(
  question: Question,
  world: {
    readonly detector: DetectorPort;
    /** Absent where the site has no words of its own. */
    readonly triggers?: TriggersPort | undefined;
    readonly answer: AnswerPort;
    readonly nouns: SiteNouns;
  },
): Promise<Considered> {
  const detector = await world.detector().catch(() => null);
  const signals = detector?.detect(question.text, world.nouns).signals ?? [];
  const chosen = signals.find(({ type }) => type === "human_request") ?? signals[0];
  if (chosen !== undefined && chosen.type !== "hot_lead") return { kind: "signal", trigger: chosen.type };
  const findOwn = await world.triggers?.().catch(() => null);
  if (findOwn && findOwn(question.text).length > 0) return { kind: "signal", trigger: "custom" };
  if (question.hasOffered && isYes(question)) return { kind: "accepted" };
  const answer = readAnswer(await world.answer(question).catch(() => null));
  return answer === null ? { kind: "unknown" } : { kind: "answer", answer };
}

function isYes({ text, language }: Question): boolean {
  const said = fold(text)
    .replace(/[^\p{L}' ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  return wordsOf(language).yes.includes(said);
}
