/** Step into a conversation that the bot has, at once (T15). Makes a handoff that is in progress already. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const TakeOver = z.object({
  type: z.literal("take-over"),
  id: SendId,
  conversation: ConversationId,
});
export type TakeOver = z.infer<typeof TakeOver>;
