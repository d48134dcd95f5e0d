/** A stretch of a conversation's log as its visitor may see it: `entries`, without the kinds that are for agents only (P15). */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { VisibleEntry } from "../domain/log-entry.ts";

export const VisibleEntries = z.object({
  type: z.literal("entries"),
  conversation: ConversationId,
  entries: z.array(VisibleEntry),
});
export type VisibleEntries = z.infer<typeof VisibleEntries>;
