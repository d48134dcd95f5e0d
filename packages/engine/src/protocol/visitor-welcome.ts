/** The answer to a visitor's hello: who the visitor is to the server, and what it knows of the conversation. */
import * as z from "zod/mini";
import { BotState } from "../domain/bot-state.ts";
import { ConversationId, VisitorId } from "../domain/id.ts";
import { Receipt } from "../domain/receipt.ts";
import { QueuePlace } from "./queue-position.ts";

export const VisitorWelcome = z.object({
  type: z.literal("visitor-welcome"),
  protocol: z.int(),
  visitor: VisitorId,
  /** To be kept and shown at the next hello. */
  token: z.string(),
  /** The resumed conversation; null if the hello named none, or none of this visitor's. Its entries follow. */
  conversation: z.nullable(
    z.object({
      id: ConversationId,
      lastSeq: z.int(),
      visitor: Receipt,
      agent: Receipt,
      /** Where the visitor stands in the queue; absent for who is not waiting, or where nobody knows. */
      place: z.optional(QueuePlace),
    }),
  ),
  /** What has become of it since the page was loaded; absent from an older server. */
  bot: z.optional(BotState),
  /** Server time, epoch ms. */
  now: z.int(),
});
export type VisitorWelcome = z.infer<typeof VisitorWelcome>;
