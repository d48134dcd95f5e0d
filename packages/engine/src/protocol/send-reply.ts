/** What the bot says, sent by the visitor's browser, where it runs. Refused while a person has control. */
import * as z from "zod/mini";
import { AnswerSource } from "../domain/answer-source.ts";
import { ConversationId, SendId } from "../domain/id.ts";
import { ReplyIntent } from "../domain/reply-intent.ts";

export const SendReply = z.object({
  type: z.literal("send-reply"),
  id: SendId,
  conversation: ConversationId,
  text: z.string(),
  intent: z.optional(ReplyIntent),
  /** What the answer came from; the server keeps it only if that is so. */
  source: z.optional(AnswerSource),
});
export type SendReply = z.infer<typeof SendReply>;
