/** The agent writes an answer: keeps others from sending one meanwhile, and shows them how far it is. Not answered. */
import * as z from "zod/mini";
import { ConversationId } from "../domain/id.ts";
import { LIMITS } from "./limits.ts";

export const HoldComposer = z.object({
  type: z.literal("hold-composer"),
  conversation: ConversationId,
  /** What is written so far. */
  draft: z.string().check(z.maxLength(LIMITS.textChars)),
});
export type HoldComposer = z.infer<typeof HoldComposer>;
