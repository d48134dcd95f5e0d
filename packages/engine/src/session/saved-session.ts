/** What outlives the page: who the visitor is, which conversation it was, and what is not delivered yet. */
import type { ConversationId } from "../domain/id.ts";
import type { OutboxStore } from "../connection/outbox.ts";
import type { AnswerSurvey } from "../protocol/answer-survey.ts";
import type { BeginHandoff } from "../protocol/begin-handoff.ts";
import type { GiveFeedback } from "../protocol/give-feedback.ts";
import type { RequestHandoff } from "../protocol/request-handoff.ts";
import type { SendMessage } from "../protocol/send-message.ts";
import type { SendReply } from "../protocol/send-reply.ts";

/** What a visitor's session sends and waits for an answer to. */
export type VisitorRequest =
  | SendMessage
  | SendReply
  | BeginHandoff
  | RequestHandoff
  | GiveFeedback
  | AnswerSurvey;

/** Who the visitor is for the server, and which conversation it was. */
export interface SavedIdentity {
  /** Null until the first welcome. */
  readonly token: string | null;
  readonly conversation: ConversationId;
}

/**
 * Synchronous, because a tab may die at any moment. Nothing is put here before the visitor writes (tier T0). Two tabs
 * may share one: every item keeps its own id, so what both send arrives once.
 */
export interface SavedSession extends OutboxStore<VisitorRequest> {
  load(): SavedIdentity | null;
  /** The token of a visitor who is known without having written yet, because they allowed that (tier T2); null otherwise. */
  knownToken(): string | null;
  save(identity: SavedIdentity): void;
  clear(): void;
}

/** A saved session that forgets with the page, for where storage is forbidden. */
export function unsavedSession(): SavedSession {
  return {
    load: () => null,
    knownToken: () => null,
    save: () => {},
    clear: () => {},
    items: () => [],
    put: () => {},
    remove: () => {},
  };
}
