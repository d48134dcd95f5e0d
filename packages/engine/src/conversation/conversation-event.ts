/** What the conversation machine is told, and what it wants done: the whole of what a face or a session can have with it. */
import type { Control } from "../domain/control.ts";
import type { SendId } from "../domain/id.ts";
import type { RequiredField } from "../domain/required-field.ts";
import type { ProcedureTrigger } from "../domain/trigger.ts";
import type { OwnIntent } from "../words/words.ts";
import type { Info } from "./collected.ts";
import type { Answer } from "./ports.ts";

/** What an offer of a person was made for: a yes to it is a handoff of that name. */
export type Offer = "unknown" | "feedback";

/** One message of the visitor's. */
export interface Said {
  readonly id: SendId;
  readonly text: string;
}

/** What the machine is told. */
export type ConversationEvent =
  /** The visitor said something that nobody has reacted to yet. */
  | { readonly type: "VISITOR_SAID"; readonly said: Said }
  /** Somebody asked by pressing something, or the site has its bot paused. `press` names this one time. */
  | { readonly type: "PERSON_ASKED"; readonly trigger: ProcedureTrigger; readonly press: SendId }
  /** The log says that the visitor is being asked for this, by this page or another. `answers` is what set it off. */
  | {
      readonly type: "FIELDS_ASKED";
      readonly trigger: ProcedureTrigger;
      readonly source: "text" | "button";
      readonly answers: SendId;
      readonly fields: readonly RequiredField[];
    }
  /** The visitor filled it in, or would rather not. */
  | { readonly type: "FIELDS_GIVEN"; readonly info: Info }
  | { readonly type: "FIELDS_SKIPPED" }
  | { readonly type: "FEEDBACK_GIVEN"; readonly answers: SendId; readonly helpful: boolean }
  /** The log says who may speak now. */
  | { readonly type: "CONTROL_CHANGED"; readonly control: Control }
  /** The server saw no reason for a handoff. `answers` is the message, or the press, that wanted it. */
  | { readonly type: "HANDOFF_REFUSED"; readonly answers: SendId }
  /** The server wrote it down and calls nobody: the bot goes on (R16). `isTold`: the visitor has just read so. */
  | { readonly type: "NOBODY_CALLED"; readonly isTold: boolean }
  /** The bot was thought to be paused, and is not (S5). */
  | { readonly type: "NOT_PAUSED" }
  /** Where the log says that Sophie stood when the page was opened. */
  | {
      readonly type: "RESUMED";
      readonly offer: Offer | null;
      readonly unknowns: number;
      readonly nobody: boolean;
    }
  /** Another conversation begins, from nothing. */
  | { readonly type: "STARTED_OVER" };

/** What it wants done, as emitted events. `answers` names the message, or the press, that led to it. */
export type ConversationEffect =
  /** Sophie says this, in answer to a message. */
  | { readonly type: "reply"; readonly answers: SendId; readonly answer: Answer }
  /** Sophie says something of her own. `missing` is what she still asks for. */
  | {
      readonly type: "say";
      readonly answers: SendId;
      readonly intent: OwnIntent;
      readonly missing: readonly RequiredField[];
    }
  /** Nobody is called here: she says so again, in the words that the visitor has read (R16). */
  | { readonly type: "restate"; readonly answers: SendId }
  /**
   * A person is wanted: `begin` where the visitor may have to be asked for something first, `escalate` at the end of the
   * procedure. The server can find a signal (`text`) in the message again; a yes to an offer is as explicit as a button.
   */
  | {
      readonly type: "begin" | "escalate";
      readonly trigger: ProcedureTrigger;
      readonly source: "text" | "button";
      readonly answers: SendId;
      readonly info: Info;
    };
