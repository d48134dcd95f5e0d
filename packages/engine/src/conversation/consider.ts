/** What Sophie makes of one message: a person is wanted, she has an answer, or she does not know. */
import type { BotState } from "../domain/bot-state.ts";
import type { Language } from "../domain/language.ts";
import type { Courtesy } from "../domain/reply-intent.ts";
import type { ProcedureTrigger, TriggerType } from "../domain/trigger.ts";
import type { Detector, SiteNouns } from "../signals/detector.ts";
import type { TriggerFinder } from "../signals/triggers.ts";
import type { Words } from "../words/words.ts";
import type { Offer, Said } from "./conversation-event.ts";
import type { Answer, AnswerPort, DetectorPort, TriggersPort } from "./ports.ts";
import { readAnswer } from "./read-answer.ts";
import { courtesyFor, saidAs } from "./said-as.ts";

/** What became of one message: exactly one of these. */
export type Considered =
  /** A signal in the text, which the server can find again; or a yes to the offer of a person, which is as good as a button. */
  | { readonly kind: "wanted"; readonly trigger: ProcedureTrigger; readonly source: "text" | "button" }
  /** The visitor said no to the offer. */
  | { readonly kind: "declined" }
  | { readonly kind: "answer"; readonly answer: Answer }
  /** Nothing was asked: a greeting, thanks, a goodbye. */
  | { readonly kind: "polite"; readonly intent: Courtesy }
  /**
   * `isFailure`: something that should have looked did not, so a person should. `isRepeated`: it asks for what was handed
   * over before.
   */
  | { readonly kind: "unknown"; readonly isFailure: boolean; readonly isRepeated?: boolean }
  /** Nothing is answered on this page, and the visitor is told so (T22). */
  | { readonly kind: "nothing" };

export interface Question extends Said {
  readonly language: Language;
  /** What Sophie's last words offered to fetch a person for; null if they offered nothing. */
  readonly offer: Offer | null;
  /** What starts nothing any more in this conversation: it was handed over already. */
  readonly causes: readonly TriggerType[];
}

export interface ConsiderWorld {
  readonly detector: DetectorPort;
  /** Absent where the site has no words of its own. */
  readonly triggers?: TriggersPort | undefined;
  readonly answer: AnswerPort;
  readonly nouns: SiteNouns;
  readonly words: Pick<Words, "yes" | "no" | "courtesies">;
  /** What starts nothing on this site. */
  readonly ignored: readonly TriggerType[];
  /** Whether she answers at all. */
  readonly bot: BotState;
}

/**
 * Whoever asks for a person gets one, whatever else the message holds; other signals come before the site's own words,
 * which say less of what is wanted, and both before answers.
 * A detector or an answer that fails counts as not knowing, never as silence (F1).
 */
export async function consider(question: Question, world: ConsiderWorld): Promise<Considered> {
  if (world.bot === "paused") return { kind: "wanted", trigger: "bot_paused", source: "button" };
  if (world.bot === "no_reply") return { kind: "nothing" };
  // Said with these words and no other, nothing can be meant that a detector would have to find.
  const reply = question.offer === null ? null : saidAs(question.text, world.words);
  if (reply === "yes") return { kind: "wanted", trigger: question.offer ?? "unknown", source: "button" };
  if (reply === "no") return { kind: "declined" };
  const courtesy = courtesyFor(question.text, world.words);
  if (courtesy !== null) return { kind: "polite", intent: courtesy };
  const off = new Set([...question.causes, ...world.ignored]);
  const detector = await world.detector().catch(() => null);
  const found = detector === null ? [] : signalsIn(question.text, detector, world.nouns);
  const signals = (found ?? []).filter((type) => !off.has(type));
  const trigger = signals.find((type) => type === "human_request") ?? signals[0];
  if (trigger !== undefined) return { kind: "wanted", trigger, source: "text" };
  const findOwn = world.triggers === undefined ? null : await world.triggers().catch(() => undefined);
  const own = findOwn === null ? false : isOwn(question.text, findOwn);
  if (own === true && !off.has("custom")) return { kind: "wanted", trigger: "custom", source: "text" };
  let isFailure = found === null || own === null || detector === null;
  // Whom this site does not fetch for the asking is at least offered: a deaf ear is no answer (S4).
  if (found?.includes("human_request") === true && world.ignored.includes("human_request")) isFailure = true;
  const answer = await answerTo(question, world.answer).catch(() => {
    isFailure = true;
    return null;
  });
  const isRepeated = found?.some((type) => question.causes.includes(type)) ?? false;
  return answer === null ? { kind: "unknown", isFailure, isRepeated } : { kind: "answer", answer };
}

/** Null for a detector that breaks on the text. */
function signalsIn(text: string, detector: Detector, nouns: SiteNouns): readonly ProcedureTrigger[] | null {
  try {
    const { signals } = detector.detect(text, nouns);
    return signals.flatMap(({ type }) => (type === "hot_lead" ? [] : [type]));
  } catch {
    return null;
  }
}

/** Null if it could not be looked for. */
function isOwn(text: string, find: TriggerFinder | undefined): boolean | null {
  try {
    return find === undefined ? null : find(text).length > 0;
  } catch {
    return null;
  }
}

async function answerTo(question: Question, answer: AnswerPort): Promise<Answer | null> {
  return readAnswer(await answer(question));
}
