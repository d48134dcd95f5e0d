/** The answer to a visitor's hello: who the visitor is to the server, and what it knows of the conversation. */
import * as z from "zod/mini";
import { ConversationId, VisitorId } from "../domain/id.ts";
import { Receipt } from "../domain/receipt.ts";

export const VisitorWelcome = z.object({
  type: z.literal("visitor-welcome"),
  protocol: z.int(),
  visitor: VisitorId,
  /** To be kept and shown at the next hello. */
  token: z.string(),
  /** The resumed conversation; null if the hello named none, or none of this visitor's. Its entries follow. */
  conversation: z.nullable(
    z.object({ id: ConversationId, lastSeq: z.int(), visitor: Receipt, agent: Receipt }),
  ),
  /** Server time, epoch ms. */
  now: z.int(),
});
export type VisitorWelcome = z.infer<typeof VisitorWelcome>;
