/** Ask for what came after `since`. Answered with as many `entries` as it takes, of at most 500 each. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { Seq } from "../domain/seq.ts";

export const FetchEntries = z.object({
  type: z.literal("fetch-entries"),
  conversation: ConversationId,
  since: Seq,
});
export type FetchEntries = z.infer<typeof FetchEntries>;
