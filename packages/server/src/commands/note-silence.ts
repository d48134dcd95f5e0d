/** A visitor whose handoff waits has done nothing for a while: idle, and then gone, which is less pressing (H42). */
import type { ConversationId } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { readLead } from "./read-lead.ts";
import { rescoreHandoff, silentAt } from "./rescore-handoff.ts";
import type { World } from "./world.ts";

export async function noteSilence(world: World, conversation: ConversationId): Promise<ChangeOutcome> {
  const state = await world.storage.stateOf(conversation);
  const known = state?.handoff ?? null;
  if (state === null || known?.status !== "pending") return lookAgain(world, conversation, null);
  const { site, visitor } = state.conversation;
  const at = world.now();
  const reading = await readLead(world, { site, visitor }, at);
  // Somebody with a newer conversation is heard of there; what waits here is rescored by what they do all the same.
  const rescored = await rescoreHandoff(world, { ...reading, newest: state });
  return rescored ?? lookAgain(world, conversation, silentAt(known, reading.lastActivityAt, at));
}

function lookAgain(
  { storage }: World,
  conversation: ConversationId,
  at: number | null,
): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide: () => ({ ok: true, value: { entries: [], timers: [{ kind: "activity-due", at }] } }),
  });
}
