/**
 * One line of a conversation's log. The log is append-only and its `seq` gap-free, counted from 1 by the server;
 * everything that anybody sees of a conversation is a reduction of it.
 */
import * as z from "zod/mini";
import { AnswerSource } from "./answer-source.ts";
import { Author } from "./author.ts";
import { Control } from "./control.ts";
import { HandoffAction, HandoffStatus } from "./handoff-status.ts";
import { HandoffId, SendId } from "./id.ts";
import { Priority } from "./priority.ts";
import { Signal } from "./signal.ts";
import { TriggerType } from "./trigger.ts";

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

/** One accepted move of a handoff: its immutable history. For agents only. */
export const HandoffEntry = z.object({
  ...place,
  kind: z.literal("handoff"),
  handoff: HandoffId,
  /**
   * Beside the moves of agents: `create`; `request`, when the visitor asks for a person while a hot lead waits;
   * `rescore`, when what the visitor does changes its priority; `breach`, when it waited too long.
   */
  action: z.union([
    HandoffAction,
    z.literal("create"),
    z.literal("request"),
    z.literal("rescore"),
    z.literal("breach"),
  ]),
  from: z.nullable(HandoffStatus),
  to: HandoffStatus,
  by: Author,
  /** To whom it went, with `assign`. */
  assignee: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** With `create` and `request`: what for. */
  trigger: z.optional(TriggerType),
  /** With `rescore`: the priority that it has from here on, and the score that made it so. */
  priority: z.optional(Priority),
  score: z.optional(z.int()),
  version: z.int().check(z.positive()),
});
export type HandoffEntry = z.infer<typeof HandoffEntry>;

/** Stands in a visitor's copy for an entry that is for agents only, so that the copy is gap-free too. */
export const HiddenEntry = z.object({ ...place, kind: z.literal("hidden") });
export type HiddenEntry = z.infer<typeof HiddenEntry>;

export const LogEntry = z.discriminatedUnion("kind", [
  MessageEntry,
  ControlEntry,
  SignalEntry,
  HandoffEntry,
  HiddenEntry,
]);
export type LogEntry = z.infer<typeof LogEntry>;

/** What a visitor may see of an entry. */
export function forVisitor(entry: LogEntry): LogEntry {
  if (entry.kind === "message" || entry.kind === "control") return entry;
  return { kind: "hidden", seq: entry.seq, at: entry.at };
}
