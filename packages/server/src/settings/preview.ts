/** What would happen at an instant, with settings that nobody has saved yet (S15, F20). */
import {
  Channel,
  type Destination,
  type HandoffMode,
  type HandoffSettings,
  Language,
  type NoticeEntry,
  Priority,
  type RoutingRule,
  type RuleCondition,
  TriggerType,
} from "@sophie/engine";
import * as z from "zod/mini";
import { isOpen } from "../hours/is-open.ts";
import { nextOpening } from "../hours/next-opening.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { decideDestination } from "../routing/decide-destination.ts";
import { effectiveMode } from "../routing/effective-mode.ts";
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
  readonly message: { readonly kind: NoticeEntry["notice"]; readonly text: string };
  readonly trace: readonly {
    readonly rule: RuleName;
    readonly matched: boolean;
    /** The first condition that did not hold; null if all did, or the rule is switched off. */
    readonly failed: RuleCondition | null;
  }[];
}

type RuleName = Pick<RoutingRule, "id" | "name">;

export function previewOf(settings: HandoffSettings, facts: PreviewFacts): Preview {
  const { at, language, staffed } = facts;
  const { destination, rule, trace } = decideDestination(settings, facts);
  const calendar = destination === null ? null : calendarOf(settings, destination.queue);
  const opened = isOpen(calendar, at);
  const mode = destination === null ? null : effectiveMode(destination.mode, opened);
  const queue = settings.queues.find(({ id }) => id === destination?.queue);
  const targetMs = (queue?.sla.minutes[facts.priority] ?? 0) * 60_000;
  const isUncalled = facts.trigger === "human_request" && !settings.signals.human_request;
  const { entry } = noticeOf(settings, {
    language,
    // As nearly everybody reads it: in the town of those who answer.
    zone: calendar?.zone,
    destination,
    mode: isUncalled ? "none" : (mode ?? "live"),
    isStaffed: staffed,
    at,
    targetMs,
  });
  return {
    isOpen: opened,
    opensAt: opened ? null : nextOpening(calendar, at),
    rule: rule === null ? null : nameOf(rule),
    destination,
    mode: isUncalled ? "none" : mode,
    message: { kind: entry.notice, text: entry.text },
    trace: trace.map((read) => ({ ...read, rule: nameOf(read.rule) })),
  };
}

function nameOf({ id, name }: RoutingRule): RuleName {
  return { id, name };
}
