/** Somebody on the other side types, or has stopped. */
import * as z from "zod/mini";
import { Author } from "../domain/author.ts";
import { ConversationId } from "../domain/id.ts";

export const Typing = z.object({
  type: z.literal("typing"),
  conversation: ConversationId,
  author: Author,
  typing: z.boolean(),
});
export type Typing = z.infer<typeof Typing>;
