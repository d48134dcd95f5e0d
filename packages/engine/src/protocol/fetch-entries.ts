/** Ask for what came after `since`. Answered with `entries`, of at most 500: ask again from the last. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";

export const FetchEntries = z.object({
  type: z.literal("fetch-entries"),
  conversation: ConversationId,
  since: z.int().check(z.nonnegative()),
});
export type FetchEntries = z.infer<typeof FetchEntries>;
