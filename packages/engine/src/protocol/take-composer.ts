/** A supervisor answers although somebody else writes: from here on that one waits. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const TakeComposer = z.object({
  type: z.literal("take-composer"),
  id: SendId,
  conversation: ConversationId,
});
export type TakeComposer = z.infer<typeof TakeComposer>;
