/** The public surface of the engine. What is not named here is nobody else's business. */
export { AnswerSource } from "./domain/answer-source.ts";
export { PROBLEM_CODES, type ProblemCode } from "./domain/problem-code.ts";
export { CHANNEL_ADAPTERS, type ChannelAdapter, replyWindowEnd } from "./domain/channel-adapter.ts";
export { BotState } from "./domain/bot-state.ts";
export { Presence, Agent } from "./domain/agent.ts";
export { AddNote } from "./protocol/add-note.ts";
export { AttemptKind } from "./domain/attempt-kind.ts";
export { AgentName, Author } from "./domain/author.ts";
export { BehaviourEvent, LeadSource, PageKind } from "./domain/behaviour-event.ts";
export { Calendar, DateOverride, OpenFrame, TimeOfDay } from "./domain/calendar.ts";
export {
  CANNED_NAME_CHARS_MAX,
  CANNED_TEXT_CHARS_MAX,
  CannedReply,
  cannedTextFor,
} from "./domain/canned-reply.ts";
export { COMPOSER_LEASE_MS, ComposerLease, leaseOfAnother } from "./domain/composer-lease.ts";
export { ContactChannel } from "./domain/contact-channel.ts";
export {
  Contact,
  ContactCard,
  contactCard,
  ContactFields,
  ContactLink,
  contactName,
  emailKey,
} from "./domain/contact.ts";
export { HOME_COUNTRY } from "./domain/home-country.ts";
export { isParticle, type PersonName, splitName, surnameKey } from "./domain/person-name.ts";
export {
  DeliveryStatus,
  WEBHOOK_EVENTS,
  WebhookDelivery,
  WebhookEvent,
  WebhookSettings,
} from "./domain/webhook.ts";
export {
  DEFAULT_NOTIFICATION_SETTINGS,
  DeskLanguage,
  isQuietAt,
  NotificationSettings,
  QuietHours,
} from "./domain/notification-settings.ts";
export { PushMessage } from "./domain/push-message.ts";
export { CONTROLS, Control, botMaySpeak } from "./domain/control.ts";
export { Conversation } from "./domain/conversation.ts";
export { CustomTrigger } from "./domain/custom-trigger.ts";
export {
  HANDOFF_STATUSES,
  HandoffStatus,
  HANDOFF_ACTIONS,
  HandoffAction,
  isOpen,
} from "./domain/handoff-status.ts";
export { Address, DEFAULT_HANDOFF_SETTINGS, HandoffSettings } from "./domain/handoff-settings.ts";
export {
  DetectionThresholds,
  TEXT_SIGNALS,
  TextSignal,
  THRESHOLD_MAX,
  THRESHOLD_MIN,
} from "./domain/detection-thresholds.ts";
export { Evidence, Handoff, VisitorPromise } from "./domain/handoff.ts";
export { HandoffPlan, PLAN_NOTE_CHARS_MAX } from "./domain/handoff-plan.ts";
export { SiteId, VisitorId, AgentId, ConversationId, HandoffId, ContactId, SendId } from "./domain/id.ts";
export { answerTextOf, KnowledgeEntry, KnowledgeLink } from "./domain/knowledge-entry.ts";
export { Onlooker } from "./domain/onlooker.ts";
export { LocalText } from "./domain/local-text.ts";
export { LANGUAGES, Language, languageOf } from "./domain/language.ts";
export { Consent, Lead, LeadPoint, ViewedPage } from "./domain/lead.ts";
export { LeadFields, NO_FIELDS } from "./domain/lead-fields.ts";
export { Band, Grade, LeadScore, ScorePoint } from "./domain/lead-score.ts";
export { LEAD_STAGES, LeadStage, stageRank } from "./domain/lead-stage.ts";
export {
  MessageEntry,
  ControlEntry,
  SignalEntry,
  NoteEntry,
  HandoffEntry,
  NoticeEntry,
  ProcedureEntry,
  FeedbackEntry,
  SurveyEntry,
  HiddenEntry,
  LogEntry,
  forVisitor,
} from "./domain/log-entry.ts";
export { PRIORITIES, Priority, RESPONSE_TARGET_MS, morePressing, priorityRank } from "./domain/priority.ts";
export { Side, Receipt } from "./domain/receipt.ts";
export {
  OVERFLOW_MIN_SECONDS,
  OverflowPolicy,
  Queue,
  QueueId,
  SlaClock,
  SlaTargets,
} from "./domain/queue.ts";
export { Overflow, OverflowStanding } from "./domain/overflow.ts";
export { ReplyIntent } from "./domain/reply-intent.ts";
export { ResponseCycle, ResponseTarget } from "./domain/response-clock.ts";
export { readFieldValue } from "./domain/field-value.ts";
export { FIELD_KINDS, FieldKind, RequiredField } from "./domain/required-field.ts";
export { ROLES, Role, PERMISSIONS, may, type Permission } from "./domain/role.ts";
export {
  Assignment,
  Channel,
  Destination,
  HandoffMode,
  RoutingRule,
  RuleCondition,
} from "./domain/routing-rule.ts";
export { ScoringConfig } from "./domain/scoring-config.ts";
export { Signal } from "./domain/signal.ts";
export { PublicHandoffSettings, SiteConfig } from "./domain/site.ts";
export { Span } from "./domain/span.ts";
export { SurveyAnswer } from "./domain/survey-answer.ts";
export { Citation, NO_SUMMARY, Summary, SummaryItem } from "./domain/summary.ts";
export {
  Calibration,
  ChannelQuality,
  Containment,
  QualityReport,
  RESPONSE_BUCKETS,
  ResponseBucket,
  ResponseQuality,
  ReviewTask,
  Share,
  SignalQuality,
  Urgency,
  UrgencyFactor,
} from "./domain/quality-report.ts";
export { ShadowTest, SignalThreshold, ThresholdProposal, ThresholdRow } from "./domain/threshold-report.ts";
export {
  ProcedureTrigger,
  SIGNAL_TYPES,
  SignalType,
  TRIGGER_TYPES,
  TriggerType,
  TriggerSource,
} from "./domain/trigger.ts";
export { isRightSignal, Verdict, VERDICT_KINDS, VERDICT_NOTE_CHARS, VerdictKind } from "./domain/verdict.ts";
export { VisitorActivity } from "./domain/visitor-activity.ts";
export { Accepted } from "./protocol/accepted.ts";
export { AgentChanged } from "./protocol/agent-changed.ts";
export { AgentHello } from "./protocol/agent-hello.ts";
export { AnswerOver } from "./protocol/answer-over.ts";
export { AnswerPart } from "./protocol/answer-part.ts";
export { AskAnswer } from "./protocol/ask-answer.ts";
export { AgentWelcome } from "./protocol/agent-welcome.ts";
export { AnswerSurvey } from "./protocol/answer-survey.ts";
export { AssignHandoff } from "./protocol/assign-handoff.ts";
export { BeginHandoff } from "./protocol/begin-handoff.ts";
export { CancelHandoff } from "./protocol/cancel-handoff.ts";
export { ClaimHandoff } from "./protocol/claim-handoff.ts";
export { VisitorMessage, AgentMessage } from "./protocol/client-message.ts";
export { CLOSE, mayReturnAfter, type CloseName } from "./protocol/close-codes.ts";
export { decodeFrame, encode, joinFrames, type Decoded } from "./protocol/codec.ts";
export { CompleteHandoff } from "./protocol/complete-handoff.ts";
export { ConversationChanged } from "./protocol/conversation-changed.ts";
export { CreateContact } from "./protocol/create-contact.ts";
export { Entries } from "./protocol/entries.ts";
export { FetchEntries } from "./protocol/fetch-entries.ts";
export { GiveFeedback } from "./protocol/give-feedback.ts";
export { HandoffChanged } from "./protocol/handoff-changed.ts";
export { HandoffList } from "./protocol/handoff-list.ts";
export { LIMITS } from "./protocol/limits.ts";
export { LeadShown } from "./protocol/lead-shown.ts";
export { ListHandoffs } from "./protocol/list-handoffs.ts";
export { LogAttempt } from "./protocol/log-attempt.ts";
export { ComposerChanged } from "./protocol/composer-changed.ts";
export { HoldComposer } from "./protocol/hold-composer.ts";
export { LeaveComposer } from "./protocol/leave-composer.ts";
export { OnlookersChanged } from "./protocol/onlookers-changed.ts";
export { MarkReceived } from "./protocol/mark-received.ts";
export { Ping } from "./protocol/ping.ts";
export { Pong } from "./protocol/pong.ts";
export { QueuePlace, QueuePosition } from "./protocol/queue-position.ts";
export { Received } from "./protocol/received.ts";
export {
  REFUSALS,
  Refusal,
  refusal,
  accept,
  refuse,
  type RefusalCode,
  type Result,
} from "./protocol/refusal.ts";
export { Refused } from "./protocol/refused.ts";
export { OpenHandoff } from "./protocol/open-handoff.ts";
export { PlanHandoff } from "./protocol/plan-handoff.ts";
export { ReleaseHandoff } from "./protocol/release-handoff.ts";
export { ReopenHandoff } from "./protocol/reopen-handoff.ts";
export { RequestHandoff } from "./protocol/request-handoff.ts";
export { SendMessage } from "./protocol/send-message.ts";
export { SendReply } from "./protocol/send-reply.ts";
export { ToVisitor, ToAgent } from "./protocol/server-message.ts";
export { SetConsent } from "./protocol/set-consent.ts";
export { SetPriority } from "./protocol/set-priority.ts";
export { SetPresence } from "./protocol/set-presence.ts";
export { SetVisibility } from "./protocol/set-visibility.ts";
export { SetTyping } from "./protocol/set-typing.ts";
export { SetVerdict } from "./protocol/set-verdict.ts";
export { ShowLead } from "./protocol/show-lead.ts";
export { StartHandoff } from "./protocol/start-handoff.ts";
export { TakeComposer } from "./protocol/take-composer.ts";
export { UndoMove } from "./protocol/undo-move.ts";
export { TakeOver } from "./protocol/take-over.ts";
export { TrackBehaviour, TrackedEvent } from "./protocol/track-behaviour.ts";
export { Typing } from "./protocol/typing.ts";
export { UnwatchConversation } from "./protocol/unwatch-conversation.ts";
export { PROTOCOL_VERSION, OLDEST_PROTOCOL_VERSION, isServed } from "./protocol/version.ts";
export { VisitorHello } from "./protocol/visitor-hello.ts";
export { VisitorWelcome } from "./protocol/visitor-welcome.ts";
export { WatchConversation } from "./protocol/watch-conversation.ts";
export { type Clock } from "./domain/clock.ts";
export {
  createConnection,
  type Connection,
  type ConnectionOptions,
  type LineState,
} from "./connection/create-connection.ts";
export { volatileStore, type OutboxStore } from "./connection/outbox.ts";
export { type OpenSocket, type OpenSocketPort, type SocketEvents } from "./connection/socket.ts";
export { isAlarming } from "./handoff/is-alarming.ts";
export { countHandoffs, type HandoffCounts } from "./handoff/counts.ts";
export {
  badVariable,
  CANNED_VARIABLES,
  type CannedVariable,
  fillCanned,
  gapsIn,
} from "./handoff/canned-variables.ts";
export { UNDO_MS, mayUndo, undone, type UndoableAction } from "./handoff/undo.ts";
export { outcomeOf, movesFrom } from "./handoff/machine.ts";
export { compareHandoffs } from "./handoff/order.ts";
export {
  explainPriority,
  priorityPoints,
  priorityOf,
  type PriorityExplanation,
  type PriorityFactors,
  type PriorityPart,
} from "./handoff/priority-of.ts";
export { openerAt } from "./handoff/opener.ts";
export { questionWithoutPerson } from "./handoff/question-without-person.ts";
export { respondedAt } from "./handoff/responded-at.ts";
export { summarise } from "./handoff/summary.ts";
export {
  BEFORE_THE_FIRST,
  type ReplayHandoff,
  type ReplayProcedure,
  type ReplayPromise,
  type ReplayState,
  type ReplayTimer,
  type ReplayTimerKind,
} from "./replay/replay-state.ts";
export { PROCEDURE_STATES, type ProcedureState } from "./replay/procedure-states.ts";
export { canonicalJson } from "./replay/canonical-json.ts";
export { fingerprintOf } from "./replay/fingerprint.ts";
export { redactLog } from "./replay/redact-log.ts";
export { type Leaf, type ReplayChange } from "./replay/changes-between.ts";
export { type Replay, replayLog } from "./replay/replay-log.ts";
export { type ReplayStep, stepOn } from "./replay/step-on.ts";
export {
  type ReadReplayFile,
  readReplayFile,
  ReplayFile,
  replayFileOf,
  writeReplayFile,
} from "./replay/replay-file.ts";
export { COLLECT_MS, SURVEY_MS } from "./domain/visitor-waits.ts";
export { calibrationTable, type Bands, type ScoreGroup } from "./quality/calibration-table.ts";
export { responseBucket, type FigureGroup } from "./quality/figure-group.ts";
export {
  proposeThreshold,
  type JudgedConfidence,
  type ThresholdFacts,
  thresholdRows,
  VERDICTS_NEEDED,
} from "./quality/propose-threshold.ts";
export { qualityReport, type HandleTimes } from "./quality/quality-report.ts";
export { shareOf } from "./quality/share.ts";
export { trainingLines, type JudgedText } from "./quality/training-lines.ts";
export { URGENCY_COMPARES_WITH, URGENCY_LOOKS_AT, type UrgencyFigure, urgencyOf } from "./quality/urgency.ts";
export { DEFAULT_SCORING_CONFIG } from "./scoring/default-config.ts";
export { statedFields } from "./scoring/stated-fields.ts";
export { bandOf, scoreLead } from "./scoring/score.ts";
export {
  advanceStage,
  countConversions,
  moveStage,
  sourceOf,
  type StageFacts,
  type StageMove,
} from "./scoring/stage.ts";
export {
  NEVER_HOT,
  watchHotLead,
  type HotLeadRules,
  type HotLeadState,
  type HotLeadView,
} from "./signals/hot-lead.ts";
export { isNotInterested } from "./signals/not-interested.ts";
export { createTriggerFinder, type TriggerFinder, type TriggerMatch } from "./signals/triggers.ts";
export { type SiteNouns, type Detection, type Detector } from "./signals/detector.ts";
export { type Considered } from "./conversation/consider.ts";
export {
  type ConversationEffect,
  type ConversationEvent,
  type Offer,
  type Said,
} from "./conversation/conversation-event.ts";
export { type ConversationContext, conversationMachine } from "./conversation/machine.ts";
export { type Answer, type AnswerPort, type DetectorPort, type TriggersPort } from "./conversation/ports.ts";
export { createKnowledge } from "./conversation/knowledge.ts";
export { createKnowledgeSearch, type KnowledgeSearch, SURE_MIN } from "./conversation/knowledge-search.ts";
export { tellingWords } from "./conversation/telling-words.ts";
export { type KnowledgeMatch } from "./conversation/language-search.ts";
export { type Info } from "./conversation/collected.ts";
export { wordsOf } from "./words/words-of.ts";
export { type Words } from "./words/words.ts";
/** One language alone, for a browser that loads no other. */
export { de as deWords } from "./words/de.ts";
export { en as enWords } from "./words/en.ts";
export { es as esWords } from "./words/es.ts";
export { fr as frWords } from "./words/fr.ts";
export { nl as nlWords } from "./words/nl.ts";
export { pt as ptWords } from "./words/pt.ts";
export { createSession } from "./session/create-session.ts";
export { type SessionOptions, type SessionPorts } from "./session/session-ports.ts";
export {
  unsavedSession,
  type SavedIdentity,
  type SavedSession,
  type VisitorRequest,
} from "./session/saved-session.ts";
export { type Session } from "./session/session.ts";
export {
  type AskedField,
  type Delivery,
  type TimelineItem,
  type ConnectionState,
  type QuickReply,
  type SessionSnapshot,
} from "./session/snapshot.ts";
