/** Ids that follow from other ids, so that two tabs, or a tab and its successor, do one thing under one id. */
import { ConversationId, SendId } from "../domain/id.ts";

/** How often one message is moved on before it counts as failed. */
const MOVES_MAX = 3;

/** Sophie's one answer to a message. */
export function replyIdOf(message: SendId): SendId {
  return SendId.parse(`re:${message}`);
}

/** The one handoff that a message, or a press of a button, asks for. */
export function handoffIdOf(message: SendId): SendId {
  return SendId.parse(`ho:${message}`);
}

/** Asking what is needed before that handoff, whichever tab asks. */
export function beginIdOf(handoffRequest: SendId): SendId {
  return SendId.parse(`b${handoffRequest}`);
}

/** The visitor's one word on an answer. */
export function feedbackIdOf(answer: SendId): SendId {
  return SendId.parse(`fb:${answer}`);
}

/** The visitor's one answer to a survey; `seq` is where the log says that it began. */
export function surveyIdOf(seq: number): SendId {
  return SendId.parse(`survey:${seq}`);
}

/** What `handoffIdOf` was given. */
export function messageOf(handoffRequest: SendId): SendId {
  return SendId.parse(handoffRequest.replace(/^ho:/, ""));
}

/** What takes the place of a conversation that is over: `a`, `a:2`, `a:3`. */
export function nextConversationId(over: ConversationId): ConversationId {
  return ConversationId.parse(successorOf(over));
}

/** The id under which a message goes into the next conversation; null if it was moved too often already. */
export function movedMessageId(message: SendId): SendId | null {
  return placeOf(message) > MOVES_MAX ? null : SendId.parse(successorOf(message));
}

function successorOf(id: string): string {
  return `${id.replace(/:\d+$/, "")}:${placeOf(id) + 1}`;
}

/** 1 for what has taken nobody's place. */
function placeOf(id: string): number {
  return Number(/:(\d+)$/.exec(id)?.[1] ?? 1);
}
