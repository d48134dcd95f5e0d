/** Everything that a client can say: the whole of what a server must understand. */
import * as z from "zod/mini";
import { AddNote } from "./add-note.ts";
import { AgentHello } from "./agent-hello.ts";
import { AnswerSurvey } from "./answer-survey.ts";
import { AskAnswer } from "./ask-answer.ts";
import { AssignHandoff } from "./assign-handoff.ts";
import { BeginHandoff } from "./begin-handoff.ts";
import { CancelHandoff } from "./cancel-handoff.ts";
import { ClaimHandoff } from "./claim-handoff.ts";
import { CompleteHandoff } from "./complete-handoff.ts";
import { CreateContact } from "./create-contact.ts";
import { FetchEntries } from "./fetch-entries.ts";
import { GiveFeedback } from "./give-feedback.ts";
import { HoldComposer } from "./hold-composer.ts";
import { LeaveComposer } from "./leave-composer.ts";
import { ListHandoffs } from "./list-handoffs.ts";
import { LogAttempt } from "./log-attempt.ts";
import { MarkReceived } from "./mark-received.ts";
import { OpenHandoff } from "./open-handoff.ts";
import { Ping } from "./ping.ts";
import { PlanHandoff } from "./plan-handoff.ts";
import { ReleaseHandoff } from "./release-handoff.ts";
import { ReopenHandoff } from "./reopen-handoff.ts";
import { RequestHandoff } from "./request-handoff.ts";
import { SendMessage } from "./send-message.ts";
import { SendReply } from "./send-reply.ts";
import { SetConsent } from "./set-consent.ts";
import { SetPriority } from "./set-priority.ts";
import { SetPresence } from "./set-presence.ts";
import { SetTyping } from "./set-typing.ts";
import { SetVerdict } from "./set-verdict.ts";
import { SetVisibility } from "./set-visibility.ts";
import { ShowLead } from "./show-lead.ts";
import { StartHandoff } from "./start-handoff.ts";
import { TakeComposer } from "./take-composer.ts";
import { TakeOver } from "./take-over.ts";
import { TrackBehaviour } from "./track-behaviour.ts";
import { UndoMove } from "./undo-move.ts";
import { UnwatchConversation } from "./unwatch-conversation.ts";
import { VisitorHello } from "./visitor-hello.ts";
import { WatchConversation } from "./watch-conversation.ts";

/** What a visitor's browser can say. */
export const VisitorMessage = z.discriminatedUnion("type", [
  VisitorHello,
  SendMessage,
  SendReply,
  AskAnswer,
  BeginHandoff,
  RequestHandoff,
  GiveFeedback,
  AnswerSurvey,
  FetchEntries,
  MarkReceived,
  SetTyping,
  SetConsent,
  TrackBehaviour,
  Ping,
]);
export type VisitorMessage = z.infer<typeof VisitorMessage>;

/** What an agent's desk can say. */
export const AgentMessage = z.discriminatedUnion("type", [
  AgentHello,
  WatchConversation,
  UnwatchConversation,
  FetchEntries,
  SendMessage,
  MarkReceived,
  SetTyping,
  HoldComposer,
  LeaveComposer,
  TakeComposer,
  AddNote,
  SetPresence,
  SetVisibility,
  TakeOver,
  ClaimHandoff,
  AssignHandoff,
  StartHandoff,
  CompleteHandoff,
  CancelHandoff,
  ReleaseHandoff,
  ReopenHandoff,
  UndoMove,
  CreateContact,
  LogAttempt,
  SetVerdict,
  SetPriority,
  OpenHandoff,
  PlanHandoff,
  ListHandoffs,
  ShowLead,
  Ping,
]);
export type AgentMessage = z.infer<typeof AgentMessage>;
