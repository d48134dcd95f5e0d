/** Who writes an answer in a conversation, and how far it is. For agents only. */
import * as z from "zod/mini";
import { ComposerLease } from "../domain/composer-lease.ts";
import { ConversationId } from "../domain/id.ts";

export const ComposerChanged = z.object({
  type: z.literal("composer-changed"),
  conversation: ConversationId,
  /** Null once nobody does. */
  lease: z.nullable(ComposerLease),
  /** As much of it as is known here. */
  draft: z.string(),
});
export type ComposerChanged = z.infer<typeof ComposerChanged>;
