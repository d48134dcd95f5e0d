/** What the conversation machine wants done, and what the visitor hands in, as the requests that carry it to the server. */
import type { ConversationEffect, ConversationEvent } from "../conversation/conversation-event.ts";
import type { ConversationId, SendId } from "../domain/id.ts";
import type { SurveyAnswer } from "../domain/survey-answer.ts";
import type { AnswerSurvey } from "../protocol/answer-survey.ts";
import type { GiveFeedback } from "../protocol/give-feedback.ts";
import type { RequestHandoff } from "../protocol/request-handoff.ts";
import { beginIdOf, feedbackIdOf, handoffIdOf, messageOf, replyIdOf, surveyIdOf } from "./derived-id.ts";
import type { VisitorRequest } from "./saved-session.ts";
import type { Standing } from "./standing.ts";
import type { Voice } from "./voice.ts";

/** `told`: what the visitor read last about who comes. */
export function requestOf(
  effect: ConversationEffect,
  conversation: ConversationId,
  voice: Voice,
  told: string | undefined,
): VisitorRequest {
  if (effect.type === "restate") {
    const text = told ?? voice.words.says.go_on;
    return { type: "send-reply", id: replyIdOf(effect.answers), conversation, intent: "go_on", text };
  }
  if (effect.type === "reply" || effect.type === "say") {
    const id = replyIdOf(effect.answers);
    const said =
      effect.type === "reply" ? { ...effect.answer, intent: "answer" as const } : ownWords(effect, voice);
    return { type: "send-reply", id, conversation, ...said };
  }
  const { trigger, source, answers, info } = effect;
  const request = handoffIdOf(answers);
  const cause = { conversation, trigger, source, message: source === "text" ? answers : null };
  return effect.type === "begin"
    ? { type: "begin-handoff", id: beginIdOf(request), request, ...cause }
    : { type: "request-handoff", id: request, ...cause, info: { ...info } };
}

/** A number to be called back on, for whoever takes the handoff that is open. */
export function callbackRequest(press: SendId, conversation: ConversationId, number: string): RequestHandoff {
  const cause = { trigger: "human_request", source: "button", message: null } as const;
  return {
    type: "request-handoff",
    id: handoffIdOf(press),
    conversation,
    ...cause,
    info: { callback: number },
  };
}

export function feedbackRequest(
  message: SendId,
  conversation: ConversationId,
  helpful: boolean,
): GiveFeedback {
  return { type: "give-feedback", id: feedbackIdOf(message), conversation, message, helpful };
}

/** `seq` is where the survey began. */
export function surveyRequest(
  seq: number,
  conversation: ConversationId,
  { rating, comment }: SurveyAnswer,
): AnswerSurvey {
  return { type: "answer-survey", id: surveyIdOf(seq), conversation, rating, comment };
}

/** What the log says that the visitor is being asked for, as the machine is told it; null while that is nothing. */
export function fieldsAskedIn({ asked }: Standing): ConversationEvent | null {
  if (asked === null) return null;
  const { request, trigger, source, fields } = asked;
  // What nobody asked for asks nothing of the visitor either.
  if (trigger === "hot_lead" || trigger === "takeover" || trigger === "ticket") return null;
  const answers = messageOf(request);
  return { type: "FIELDS_ASKED", trigger, source: source === "text" ? source : "button", answers, fields };
}

function ownWords(
  { intent, missing }: Extract<ConversationEffect, { type: "say" }>,
  { words, language }: Voice,
) {
  if (intent !== "ask_again") return { intent, text: words.says[intent] };
  const names = missing.map(({ label, kind }) => label[language] ?? words.fields[kind]);
  return { intent, text: words.askAgain(names.join(", ")) };
}
