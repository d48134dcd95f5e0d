/** What a face can do with a conversation. `create-session.ts` makes one. */
import type { Info } from "../conversation/collected.ts";
import type { SurveyAnswer } from "../domain/survey-answer.ts";
import type { SendId } from "../domain/id.ts";
import type { QuickReply, SessionSnapshot } from "./snapshot.ts";

/** What a face can do. No verb throws for what a visitor or a network does: that stands in the snapshot. */
export interface Session {
  readonly snapshot: SessionSnapshot;
  /** Calls `listener` after every change of the snapshot. Returns the way to stop. */
  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void;
  /** Goes on with a saved conversation, if there is one; connects only then. Greets otherwise, without sending anything. */
  open(): void;
  /** Says something as the visitor. Text that is empty after trimming is ignored; longer than the limit fails at once. */
  say(text: string): void;
  /** Sends a failed message again, under the same id. */
  retry(id: SendId): void;
  choose(reply: QuickReply): void;
  /** Asks for a person, by a button rather than in words. */
  requestHuman(): void;
  /** Hands in what was asked for before a person is called, by the fields' keys; what is left out is left out. */
  giveInfo(info: Info): void;
  /** Leaves a number to be called back on, while a person is awaited (T20). */
  leaveNumber(number: string): void;
  /** Says whether an answer of Sophie's helped; once for each. */
  giveFeedback(answer: SendId, helpful: boolean): void;
  /** Answers the survey, or declines it with a `rating` of null; once. */
  answerSurvey(answer: SurveyAnswer): void;
  /** The visitor is typing; call on every key, it thins itself out. */
  noteTyping(): void;
  /** Everything that is shown has been seen. */
  markRead(): void;
  /** Tries to connect now, instead of at the next turn of the backoff. */
  reconnect(): void;
  /** Lets go of the socket and the clock. What is unsent stays saved. */
  close(): void;
}
