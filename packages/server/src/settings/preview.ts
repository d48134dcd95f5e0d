/** What would happen at an instant, with settings that nobody has saved yet (S15, F20). */
import {
  Channel,
  type Destination,
  type HandoffMode,
  type HandoffSettings,
  Language,
  type NoticeEntry,
  Priority,
  type QueueId,
  type RoutingRule,
  type RuleCondition,
  TriggerType,
} from "@sophie/engine";
import * as z from "zod/mini";
import { dueTime } from "../hours/due-time.ts";
import { isOpen } from "../hours/is-open.ts";
import { nextOpening } from "../hours/next-opening.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { decideDestination } from "../routing/decide-destination.ts";
import { modeFor } from "../routing/effective-mode.ts";
import { overflowPolicy, overflowQueues } from "../routing/overflow-chain.ts";
import { noticeOf } from "../routing/notice.ts";

export const PreviewFacts = z.object({
  /** Epoch ms. */
  at: z.int().check(z.minimum(0), z.maximum(8.64e15)),
  trigger: TriggerType,
  /** Of the site's own trigger. */
  triggerName: z.prefault(z.nullable(z.string()), null),
  language: Language,
  channel: z.prefault(Channel, "web"),
  priority: z.prefault(Priority, "normal"),
  score: z.prefault(z.int().check(z.minimum(0), z.maximum(100)), 0),
  customer: z.prefault(z.boolean(), false),
  /** Whether somebody of the queue's people is there; without it, they are when it is open. */
  staffed: z.prefault(z.boolean(), true),
});
export type PreviewFacts = z.infer<typeof PreviewFacts>;

export interface Preview {
  readonly isOpen: boolean;
  /** Null while it is open, and if it does not open again. */
  readonly opensAt: number | null;
  /** The rule that decides; null for the last line. */
  readonly rule: RuleName | null;
  /** As the rule says; null for nowhere. */
  readonly destination: Destination | null;
  /** As it comes to at that instant. */
  readonly mode: HandoffMode | null;
  /** When it goes on to the next agent if whoever gets it at this instant does not open it (T1). */
  readonly overflow: OverflowPreview;
  readonly message: { readonly kind: NoticeEntry["notice"]; readonly text: string };
  readonly trace: readonly {
    readonly rule: RuleName;
    readonly matched: boolean;
    /** The first condition that did not hold; null if all did, or the rule is switched off. */
    readonly failed: RuleCondition | null;
  }[];
}

/** `claimed`: nobody is given it, and who takes it keeps it. `outside_hours`: it comes while the queue is closed (T10). */
type OverflowPreview =
  | { readonly state: "off" | "claimed" | "outside_hours" }
  | {
      readonly state: "goes_on";
      readonly at: number;
      readonly queues: readonly QueueId[];
      readonly hopsMax: number;
    };

type RuleName = Pick<RoutingRule, "id" | "name">;

export function previewOf(settings: HandoffSettings, facts: PreviewFacts): Preview {
  const { at, language, staffed } = facts;
  const { destination, rule, trace } = decideDestination(settings, facts);
  const calendar = destination === null ? null : calendarOf(settings, destination.queue);
  const opened = isOpen(calendar, at);
  const mode = modeFor(settings, facts.trigger, destination, at);
  const queue = settings.queues.find(({ id }) => id === destination?.queue);
  const targetMs = (queue?.sla.minutes[facts.priority] ?? 0) * 60_000;
  const { entry } = noticeOf(settings, {
    language,
    // As nearly everybody reads it: in the town of those who answer.
    zone: calendar?.zone,
    destination,
    mode,
    isStaffed: staffed,
    at,
    targetMs,
  });
  return {
    isOpen: opened,
    opensAt: opened ? null : nextOpening(calendar, at),
    rule: rule === null ? null : nameOf(rule),
    destination,
    mode: destination === null && mode !== "none" ? null : mode,
    overflow: overflowOf(settings, destination, at),
    message: { kind: entry.notice, text: entry.text },
    trace: trace.map((read) => ({ ...read, rule: nameOf(read.rule) })),
  };
}

function overflowOf(settings: HandoffSettings, destination: Destination | null, at: number): OverflowPreview {
  const policy = destination === null ? null : overflowPolicy(settings, destination.queue);
  if (destination === null || policy === null || destination.mode === "none") return { state: "off" };
  if (destination.assign.kind === "claim") return { state: "claimed" };
  const calendar = calendarOf(settings, destination.queue);
  const due = dueTime({ calendar, clock: "business" }, at, policy.afterSeconds * 1_000);
  const isNever = policy.offHours === "never" && !isOpen(calendar, at);
  if (due === null || isNever) return { state: "outside_hours" };
  const queues = overflowQueues(settings, destination.queue);
  return { state: "goes_on", at: due.dueAt, queues, hopsMax: policy.hopsMax };
}

function nameOf({ id, name }: RoutingRule): RuleName {
  return { id, name };
}
