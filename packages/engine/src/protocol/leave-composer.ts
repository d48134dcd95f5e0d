/** The agent writes no answer any more, and others may. Not answered. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";

export const LeaveComposer = z.object({
  type: z.literal("leave-composer"),
  conversation: ConversationId,
});
export type LeaveComposer = z.infer<typeof LeaveComposer>;
