/** How many conversations of one visitor may wait for people at once: who waits in three already waits no less in a fourth. */
import { type ConversationId, type Refusal, refusal } from "@sophie/engine";
import type { VisitorActor, World } from "./world.ts";

const OPEN_HANDOFFS_MAX = 3;

/** Null where one more may be made; the refusal says where the visitor's request is with people. */
export async function waitingAlready(
  { storage }: World,
  { site, id: visitor }: VisitorActor,
  conversation: ConversationId,
): Promise<Refusal | null> {
  const waiting = await storage.conversationsWaitingOf({ site, visitor });
  if (waiting.includes(conversation) || waiting.length < OPEN_HANDOFFS_MAX) return null;
  return refusal("already_waiting", { detail: waiting[0] ?? "" });
}
