/** What Sophie says on her own account, in one language and one form of address. Short, human, true. */
import type { FieldKind } from "../domain/required-field.ts";
import type { Courtesy, ReplyIntent } from "../domain/reply-intent.ts";

/** What she means when she says something of her own; an answer is the site's. */
export type OwnIntent = Exclude<ReplyIntent, "answer">;

/** Everything that Sophie says by herself, in one language. */
export interface Words {
  /** The first thing a visitor reads. `site` is the site's name. */
  greeting(site: string): string;
  readonly says: Readonly<Record<Exclude<OwnIntent, "ask_again">, string>>;
  /** What she asked for is not there yet; `missing` names it. */
  askAgain(missing: string): string;
  /** What she asks for, where the site has no words of its own for it. */
  readonly fields: Readonly<Record<FieldKind, string>>;
  /** Read by who asks for a person once too often: it is with people, in the conversation that opens with these words. */
  readonly alreadyAsked: string;
  /** What the visitor says by pressing yes or no below an offer. */
  readonly accept: string;
  readonly decline: string;
  /** Whole messages, folded (lower case, no accents), that accept or decline an offer. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Whole messages, folded, to which Sophie only has to be polite. */
  readonly courtesies: Readonly<Record<Courtesy, readonly string[]>>;
}

/** Formal is Sie and vous, informal is du and tu; where a language makes no difference, neither does this. */
export type WordsIn = (isFormal: boolean) => Words;
