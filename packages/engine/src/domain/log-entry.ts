/**
 * One line of a conversation's log. The log is append-only and its `seq` gap-free, counted from 1 by the server;
 * everything that anybody sees of a conversation is a reduction of it.
 */
import * as z from "zod/mini";
import { AnswerSource } from "./answer-source.ts";
import { AttemptKind } from "./attempt-kind.ts";
import { Author } from "./author.ts";
import { ContactChannel } from "./contact-channel.ts";
import { Control } from "./control.ts";
import { HandoffAction, HandoffStatus } from "./handoff-status.ts";
import { HandoffId, SendId } from "./id.ts";
import { Priority } from "./priority.ts";
import { QueueId } from "./queue.ts";
import { ReplyIntent } from "./reply-intent.ts";
import { RequiredField } from "./required-field.ts";
import { HandoffMode } from "./routing-rule.ts";
import { Signal } from "./signal.ts";
import { SurveyAnswer } from "./survey-answer.ts";
import { TriggerSource, TriggerType } from "./trigger.ts";
import { VerdictKind } from "./verdict.ts";

const place = {
  seq: z.int().check(z.positive()),
  /** Server time, epoch ms. Order is `seq`, never this. */
  at: z.int(),
};

/** Something said. */
export const MessageEntry = z.object({
  ...place,
  kind: z.literal("message"),
  id: SendId,
  author: Author,
  text: z.string(),
  /** With what Sophie says: what she means by it. */
  intent: z.optional(ReplyIntent),
  /** With an answer of Sophie's: what it came from, as far as the server found it true. */
  source: z.optional(AnswerSource),
});
export type MessageEntry = z.infer<typeof MessageEntry>;

/** The right to speak passed from one to another. */
export const ControlEntry = z.object({
  ...place,
  kind: z.literal("control"),
  from: Control,
  to: Control,
  by: Author,
  handoff: z.nullable(HandoffId),
});
export type ControlEntry = z.infer<typeof ControlEntry>;

/** What the server itself detected in a message. For agents only. */
export const SignalEntry = z.object({
  ...place,
  kind: z.literal("signal"),
  message: SendId,
  signal: Signal,
});
export type SignalEntry = z.infer<typeof SignalEntry>;

/** What an agent wrote down for colleagues. For agents only, whoever has the conversation. */
export const NoteEntry = z.object({
  ...place,
  kind: z.literal("note"),
  id: SendId,
  author: Author,
  text: z.string(),
});
export type NoteEntry = z.infer<typeof NoteEntry>;

/** One accepted move of a handoff: its immutable history. For agents only. */
export const HandoffEntry = z.object({
  ...place,
  kind: z.literal("handoff"),
  handoff: HandoffId,
  /**
   * Beside the moves of agents: `create`; `request`, when the visitor asks for a person while a hot lead waits;
   * `rescore`, when what the visitor does, or a long wait, changes its priority; `warn`, when only a quarter of its time is left, and
   * `breach`, when it waited too long; `attempt`, when an agent called or mailed (R6); `nudge`, when nobody did anything about it for a
   * day (H95); `recount`, when the hours of its queue were changed; `promise_broken`, when what the visitor was told about it has
   * not come true (N8); `verdict`, when somebody judged it (H88);
   * `overflow`, when it goes on to the next agent by itself, or cannot, and `open`, when its agent looks and so keeps it (T7, T8);
   * `plan`, when somebody said when they mean to see to it, and `remind`, when that time has come (H84);
   * `prioritise`, when somebody set its priority by hand, with a reason (H43); `undo`, when an agent took back a move (N9).
   */
  action: z.union([
    HandoffAction,
    z.literal("create"),
    z.literal("request"),
    z.literal("rescore"),
    z.literal("warn"),
    z.literal("breach"),
    z.literal("attempt"),
    z.literal("nudge"),
    z.literal("recount"),
    z.literal("promise_broken"),
    z.literal("verdict"),
    z.literal("prioritise"),
    z.literal("overflow"),
    z.literal("open"),
    z.literal("plan"),
    z.literal("remind"),
    z.literal("undo"),
  ]),
  from: z.nullable(HandoffStatus),
  to: HandoffStatus,
  by: Author,
  /** To whom it went, with `assign`. */
  assignee: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** With `create` and `request`: what for. */
  trigger: z.optional(TriggerType),
  /** With `create`, `request` and `rescore`: the priority that it has from here on, and the score that made it so. */
  priority: z.optional(Priority),
  score: z.optional(z.int()),
  /** With `rescore`: what made it so, the visitor's doings or the wait (H42, Q9). */
  because: z.optional(z.enum(["active", "idle", "gone", "waiting"])),
  /** With `attempt`. */
  how: z.optional(AttemptKind),
  /** With `nudge`: whom. */
  nudged: z.optional(z.enum(["assignee", "supervisor"])),
  /** Where this set or moved the due time: what it is from here on. */
  dueAt: z.optional(z.int()),
  /** Where this stopped the clock of the first response (R6). A message of an agent's always does, and is no such entry. */
  stopsClock: z.optional(z.literal(true)),
  /** With `create` and `request`: where the site's rules sent it, and by which of them; `rule` is null for none. */
  routed: z.optional(
    z.object({ queue: z.nullable(QueueId), mode: HandoffMode, rule: z.nullable(z.string()) }),
  ),
  /** With `undo`: what was taken back. */
  undone: z.optional(HandoffAction),
  /** With `promise_broken`: by when an answer was promised. */
  promised: z.optional(z.int()),
  /**
   * With `overflow`: from whom (to whom stands in `assignee`), how much open time that took, and by which version of the
   * site's settings; whether it moved, too few are there, or there is nobody left (T5, T6, T8).
   */
  overflow: z.optional(
    z.object({
      outcome: z.enum(["moved", "held", "exhausted"]),
      from: z.string(),
      waitedMs: z.int(),
      policy: z.int(),
    }),
  ),
  /** With `plan` and `remind`: for when; null where a plan was dropped. */
  planned: z.optional(z.nullable(z.int())),
  /** Where somebody took this while it waited: a more pressing one of the queue that they could have had (Q8). */
  passedOver: z.optional(HandoffId),
  /** With `verdict`. */
  verdict: z.optional(VerdictKind),
  version: z.int().check(z.positive()),
});
export type HandoffEntry = z.infer<typeof HandoffEntry>;

/**
 * What the visitor was told when a person was called: exactly one of these, by how it stood at that moment (S17, S18).
 * `nobody`: the bot goes on. The text is ready to be shown; a time in it is absolute.
 */
export const NoticeEntry = z.object({
  ...place,
  kind: z.literal("notice"),
  notice: z.enum(["available", "unavailable", "unassigned", "nobody"]),
  text: z.string(),
  /** Other ways to reach somebody, in the site's order (T20). */
  channels: z.array(ContactChannel),
  /** When somebody is there again, epoch ms; null when somebody is there, or nobody knows. */
  until: z.nullable(z.int()),
  /** By when the text promises an answer, epoch ms; absent where it promises none (N8). */
  promised: z.optional(z.int()),
});
export type NoticeEntry = z.infer<typeof NoticeEntry>;

/** A step of the handoff procedure that took the visitor's time: asked, and then passed on (F2). */
export const ProcedureEntry = z.object({
  ...place,
  kind: z.literal("procedure"),
  state: z.enum(["collecting", "transferring"]),
  /** The id of the `request-handoff` that it ends with, whoever sends that. */
  request: SendId,
  trigger: TriggerType,
  source: TriggerSource,
  /** The message that set it off; null if none did. */
  message: z.nullable(SendId),
  /** What the visitor is asked for; with `transferring`, what of it was not given. */
  fields: z.array(RequiredField),
});
export type ProcedureEntry = z.infer<typeof ProcedureEntry>;

/** Whether an answer of Sophie's helped. */
export const FeedbackEntry = z.object({
  ...place,
  kind: z.literal("feedback"),
  message: SendId,
  helpful: z.boolean(),
});
export type FeedbackEntry = z.infer<typeof FeedbackEntry>;

/** How the visitor found being helped (CSAT). */
export const SurveyEntry = z.object({ ...place, kind: z.literal("survey"), ...SurveyAnswer.shape });
export type SurveyEntry = z.infer<typeof SurveyEntry>;

/** Stands in a visitor's copy for an entry that is for agents only, so that the copy is gap-free too. */
export const HiddenEntry = z.object({ ...place, kind: z.literal("hidden") });
export type HiddenEntry = z.infer<typeof HiddenEntry>;

/** What a visitor may see. Of any other kind only the place is left. */
export const VisibleEntry = z.discriminatedUnion("kind", [
  MessageEntry,
  ControlEntry,
  NoticeEntry,
  ProcedureEntry,
  FeedbackEntry,
  SurveyEntry,
  HiddenEntry,
]);
export type VisibleEntry = z.infer<typeof VisibleEntry>;

/** One line of a log, of any kind; `kind` tells which. */
export const LogEntry = z.discriminatedUnion("kind", [
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
]);
export type LogEntry = z.infer<typeof LogEntry>;

const VISIBLE = new Set<LogEntry["kind"]>([
  "message",
  "control",
  "notice",
  "procedure",
  "feedback",
  "survey",
  "hidden",
]);

/** The entry as its visitor may see it: what is for agents only keeps its place and nothing else. */
export function forVisitor(entry: LogEntry): VisibleEntry {
  return isVisible(entry) ? entry : { kind: "hidden", seq: entry.seq, at: entry.at };
}

function isVisible(entry: LogEntry): entry is VisibleEntry {
  return VISIBLE.has(entry.kind);
}
