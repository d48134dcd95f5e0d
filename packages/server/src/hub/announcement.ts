/** What processes tell each other that is not stored: who types, who looks on, who has read what, who is there. */
import {
  AgentId,
  AgentName,
  Author,
  ComposerLease,
  ConversationId,
  Presence,
  Receipt,
  Role,
  Side,
  SiteId,
} from "@sophie/engine";
import * as z from "zod/mini";

const PresencePart = z.object({
  kind: z.literal("presence"),
  process: z.string(),
  /** From 0. */
  part: z.int().check(z.nonnegative()),
  parts: z.int().check(z.positive()),
  agents: z.array(
    z.object({
      id: AgentId,
      name: z.string(),
      presence: Presence,
      /** Whether a desk of theirs is in sight; a process of before does not say. */
      looks: z.optional(z.boolean()),
      roles: z.array(z.tuple([SiteId, Role])),
    }),
  ),
});
export type PresencePart = z.infer<typeof PresencePart>;

const WaitingPart = z.object({
  kind: z.literal("waiting"),
  process: z.string(),
  /** The first part takes the place of everything before it; the others add to it. */
  isFirst: z.boolean(),
  conversations: z.array(ConversationId),
});
export type WaitingPart = z.infer<typeof WaitingPart>;

export const Announcement = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("typing"),
    conversation: ConversationId,
    author: Author,
    typing: z.boolean(),
  }),
  z.object({
    kind: z.literal("received"),
    conversation: ConversationId,
    side: Side,
    receipt: Receipt,
  }),
  z.object({
    kind: z.literal("composer"),
    conversation: ConversationId,
    site: SiteId,
    lease: z.nullable(ComposerLease),
    draft: z.string(),
  }),
  z.object({
    kind: z.literal("onlookers"),
    process: z.string(),
    conversation: ConversationId,
    site: SiteId,
    agents: z.array(AgentName),
  }),
  PresencePart,
  WaitingPart,
]);
export type Announcement = z.infer<typeof Announcement>;
