/** A handoff: why a person should take over, how urgent it is, and who has it. Its history lies in the log. */
import * as z from "zod/mini";
import { AgentName } from "./author.ts";
import { HandoffPlan } from "./handoff-plan.ts";
import { HandoffStatus } from "./handoff-status.ts";
import { ContactId, ConversationId, HandoffId, SendId, SiteId, VisitorId } from "./id.ts";
import { Language } from "./language.ts";
import { Overflow } from "./overflow.ts";
import { Priority } from "./priority.ts";
import { QueueId } from "./queue.ts";
import { ResponseCycle, ResponseTarget } from "./response-clock.ts";
import { Channel, HandoffMode } from "./routing-rule.ts";
import { Span } from "./span.ts";
import { Summary } from "./summary.ts";
import { TriggerSource, TriggerType } from "./trigger.ts";
import { Verdict } from "./verdict.ts";
import { VisitorActivity } from "./visitor-activity.ts";

/** The message that set it off, quoted, with the words that did it. Absent when no message did. */
export const Evidence = z.object({
  message: SendId,
  text: z.string(),
  spans: z.array(Span),
});
export type Evidence = z.infer<typeof Evidence>;

/** What a visitor was told about when a person comes, kept or broken like any promise (N8). */
export const VisitorPromise = z.object({
  text: z.string(),
  dueAt: z.int(),
  /** When an agent's first answer kept it; null until then. */
  keptAt: z.nullable(z.int()),
  /** When it passed without one. */
  brokenAt: z.nullable(z.int()),
});
export type VisitorPromise = z.infer<typeof VisitorPromise>;

export const Handoff = z.object({
  id: HandoffId,
  site: SiteId,
  conversation: ConversationId,
  visitor: VisitorId,
  language: Language,
  /** Of the visitor's clock, IANA; absent where nobody knows it. */
  zone: z.optional(z.string()),
  status: HandoffStatus,
  /** Bumped by every accepted move; a move names the version it was made on. */
  version: z.int().check(z.positive()),
  trigger: TriggerType,
  /** The name of the site's own trigger; null unless it was one. Kept when that is deleted (S7). */
  triggerName: z.nullable(z.string()),
  source: TriggerSource,
  channel: Channel,
  /** Where it waits; null when no rule matched: the view "not assigned" (R18). */
  queue: z.nullable(QueueId),
  mode: HandoffMode,
  /** The name of the rule that sent it there; null for none. Kept when that is deleted. */
  rule: z.nullable(z.string()),
  /** What the visitor gave of what the queue requires, by the field's key (F10). */
  info: z.record(z.string(), z.string()),
  /** The keys that the visitor did not give (F12). */
  missing: z.array(z.string()),
  /** What its visitor was told last about when an answer comes. */
  promise: z.nullable(VisitorPromise),
  /** What was promised before that, oldest first: each is kept or broken by itself. Absent for nothing. */
  earlierPromises: z.optional(z.array(VisitorPromise)),
  /** 0–1. */
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  evidence: z.nullable(Evidence),
  summary: Summary,
  priority: Priority,
  /** Lead score, 0–100. */
  score: z.int().check(z.minimum(0), z.maximum(100)),
  assignee: z.nullable(AgentName),
  previousAssignee: z.nullable(AgentName),
  /** Why it was cancelled; null unless it was. */
  cancelReason: z.nullable(z.string()),
  contact: z.nullable(ContactId),
  /** 1 at first; reopening starts the next SLA cycle (H53). */
  cycle: z.int().check(z.positive()),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When the first answer of this cycle is due; met at or before it (R5). */
  dueAt: z.int(),
  /** The target behind `dueAt`: how long, counted from when, by which hours. */
  target: ResponseTarget,
  /** When somebody began it in this cycle; null until then. Measured apart from the first response (R6). */
  pickedUpAt: z.nullable(z.int()),
  /** When the first message of an agent in this cycle was stored; null until then (R6). */
  firstResponseAt: z.nullable(z.int()),
  /** When somebody was warned that only a quarter of the time is left; null if nobody was in this cycle. */
  warnedAt: z.nullable(z.int()),
  /** When the due time passed without an answer; null if it has not. */
  breachedAt: z.nullable(z.int()),
  /** When this cycle began. */
  cycleAt: z.int(),
  /** The cycles before this one, oldest first (H53). */
  cycles: z.array(ResponseCycle),
  /** What the visitor was doing when that was looked at last (H42). */
  activity: VisitorActivity,
  /** By how many levels waiting alone has raised its priority, and when the last time (Q9). */
  aged: z.nullable(z.object({ levels: z.int().check(z.positive()), at: z.int() })),
  /** Whom Sophie has asked to do something about it, since nobody did anything for a day; null for nobody (H95). */
  nudge: z.nullable(z.object({ to: z.enum(["assignee", "supervisor"]), at: z.int() })),
  completedAt: z.nullable(z.int()),
  /** What somebody set by hand, and why; absent while it is as computed (H43). */
  prioritised: z.optional(z.object({ priority: Priority, reason: z.string(), by: AgentName, at: z.int() })),
  /** Set if its queue was closed when this cycle began (T10, R23). */
  arrivedOutsideHours: z.optional(z.literal(true)),
  /** Absent where its queue settles nothing about going on to others. */
  overflow: z.optional(Overflow),
  /** When somebody means to see to it; absent while nobody has said (H84). */
  plan: z.optional(HandoffPlan),
  /** Absent until somebody judged it (H88). */
  verdict: z.optional(Verdict),
});
export type Handoff = z.infer<typeof Handoff>;
