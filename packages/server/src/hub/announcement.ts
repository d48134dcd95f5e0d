/** What processes tell each other that is not stored: who types, who has read what, who is there. */
import { AgentId, Author, ConversationId, Presence, Receipt, Role, Side, SiteId } from "@sophie/engine";
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
  PresencePart,
]);
export type Announcement = z.infer<typeof Announcement>;
