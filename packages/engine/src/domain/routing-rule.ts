/** Which queue a handoff goes to, and how: rules are read in order and the first that matches decides (F13, F20, S9–S15). */
import * as z from "zod/mini";
import { AgentId } from "./id.ts";
import { Language } from "./language.ts";
import { Priority } from "./priority.ts";
import { QueueId } from "./queue.ts";
import { TriggerType } from "./trigger.ts";

/**
 * `live`: to the next available agent at once (S9). `async`: somebody follows up later (S10). `none`: nobody is called,
 * the bot goes on and the signal is recorded (S11, R16).
 */
export const HandoffMode = z.enum(["live", "async", "none"]);
export type HandoffMode = z.infer<typeof HandoffMode>;

/** Through what the visitor came (F25). */
export const Channel = z.enum(["web", "api", "mail", "whatsapp", "messenger"]);
export type Channel = z.infer<typeof Channel>;

export const RuleCondition = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("trigger"), is: z.array(TriggerType).check(z.minLength(1)) }),
  z.object({ kind: z.literal("custom_trigger"), id: z.string() }),
  z.object({ kind: z.literal("language"), is: z.array(Language).check(z.minLength(1)) }),
  z.object({ kind: z.literal("channel"), is: z.array(Channel).check(z.minLength(1)) }),
  z.object({ kind: z.literal("priority"), is: z.array(Priority).check(z.minLength(1)) }),
  /** Lead score at or above. */
  z.object({ kind: z.literal("score"), atLeast: z.int().check(z.minimum(0), z.maximum(100)) }),
  /** By the calendar of the rule's own queue. */
  z.object({ kind: z.literal("hours"), is: z.enum(["open", "closed"]) }),
  /** Whether the visitor has bought before (T32). */
  z.object({ kind: z.literal("customer"), is: z.boolean() }),
]);
export type RuleCondition = z.infer<typeof RuleCondition>;

/** Among whom of the queue it goes round: all its members, some, or in turn for each channel and site (S14, S22). */
export const Assignment = z.discriminatedUnion("kind", [
  /** It waits on everybody's desk until somebody takes it. */
  z.object({ kind: z.literal("claim") }),
  z.object({ kind: z.literal("next_available") }),
  z.object({ kind: z.literal("agents"), agents: z.array(AgentId).check(z.minLength(1), z.maxLength(100)) }),
  z.object({ kind: z.literal("rotate_by_channel") }),
]);
export type Assignment = z.infer<typeof Assignment>;

export const Destination = z.object({ queue: QueueId, mode: HandoffMode, assign: Assignment });
export type Destination = z.infer<typeof Destination>;

export const RoutingRule = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  enabled: z.boolean(),
  /** All must hold; none at all always holds. */
  when: z.array(RuleCondition).check(z.maxLength(20)),
  to: Destination,
});
export type RoutingRule = z.infer<typeof RoutingRule>;
