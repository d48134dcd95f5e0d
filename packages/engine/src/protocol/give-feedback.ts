/** Say whether an answer of Sophie's helped (F7). Once for each. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const GiveFeedback = z.object({
  type: z.literal("give-feedback"),
  id: SendId,
  conversation: ConversationId,
  /** The answer. */
  message: SendId,
  helpful: z.boolean(),
});
export type GiveFeedback = z.infer<typeof GiveFeedback>;
