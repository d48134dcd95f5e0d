/** Write something down beside a conversation, for colleagues: no visitor ever gets it. */
import * as z from "zod/mini";
import { ConversationId, SendId } from "../domain/id.ts";

export const AddNote = z.object({
  type: z.literal("add-note"),
  id: SendId,
  conversation: ConversationId,
  text: z.string(),
});
export type AddNote = z.infer<typeof AddNote>;
