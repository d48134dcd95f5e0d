/** The head of a conversation: what a list shows of it. What was said lies in its log. */
import * as z from "zod/mini";
import { Control } from "./control.ts";
import { ConversationId, SiteId, VisitorId } from "./id.ts";
import { Language } from "./language.ts";

export const Conversation = z.object({
  id: ConversationId,
  site: SiteId,
  visitor: VisitorId,
  language: Language,
  control: Control,
  /** The `seq` of its newest entry; 0 while it has none. */
  lastSeq: z.int().check(z.nonnegative()),
  /** The last thing said, cut to 120 characters; empty while nothing was. */
  preview: z.string(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Conversation = z.infer<typeof Conversation>;
