/** A stretch of a conversation's log, in order, without a hole inside. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { LogEntry } from "../domain/log-entry.ts";

export const Entries = z.object({
  type: z.literal("entries"),
  conversation: ConversationId,
  entries: z.array(LogEntry),
});
export type Entries = z.infer<typeof Entries>;
