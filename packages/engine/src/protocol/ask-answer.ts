/** Asks for an answer that the browser has not: made by the server's language model, from the site's knowledge only. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const AskAnswer = z.object({
  type: z.literal("ask-answer"),
  conversation: ConversationId,
  /** The visitor's message that asks. It is stored already. */
  message: SendId,
});
export type AskAnswer = z.infer<typeof AskAnswer>;
