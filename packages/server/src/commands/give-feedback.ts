/** Whether an answer of Sophie's helped: written down once for each, beside what it is about (F7). */
import { type GiveFeedback, refuse, SendId } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { isOwnedBy, unlessForeign } from "./access.ts";
import type { VisitorActor, World } from "./world.ts";

export async function giveFeedback(
  { storage }: World,
  visitor: VisitorActor,
  { conversation, message, helpful }: GiveFeedback,
): Promise<ChangeOutcome> {
  const answer = await storage.entryById(conversation, message);
  if (answer?.kind !== "message" || answer.author.kind !== "bot") return refuse("not_found");
  // One word on an answer, under whatever id a browser sends a second.
  const id = SendId.safeParse(`fb:${message}`);
  if (!id.success) return refuse("not_found");
  const outcome = await storage.change({
    conversation,
    id: id.data,
    decide(state) {
      if (state === null || !isOwnedBy(state, visitor)) return refuse("not_found");
      return { ok: true, value: { entries: [{ kind: "feedback", message, helpful }] } };
    },
  });
  return unlessForeign(storage, conversation, (state) => isOwnedBy(state, visitor), outcome);
}
