/** A visitor was asked for something and has not answered: the handoff is made from what is known. Nothing is ever lost (F12). */
import { type ConversationId, type ProcedureEntry, ProcedureTrigger } from "@sophie/engine";
import type { ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { requestHandoff } from "./request-handoff.ts";
import type { World } from "./world.ts";

/** How far back the question is looked for; who says more than that is asked about nothing in particular. */
const LOOK_BACK = 500;

export async function collectDue(world: World, conversation: ConversationId): Promise<ChangeOutcome> {
  const state = await world.storage.stateOf(conversation);
  const asked = state?.conversation.control === "bot" ? await askedIn(world, state) : null;
  if (state === null || asked === null) return clear(world, conversation);
  const { site, visitor, language } = state.conversation;
  const { request, source, message } = asked;
  // Nothing else is ever asked for.
  const trigger = ProcedureTrigger.parse(asked.trigger);
  const outcome = await requestHandoff(
    world,
    { id: visitor, site, language },
    {
      type: "request-handoff",
      id: request,
      conversation,
      trigger,
      source: source === "text" ? "text" : "button",
      message,
    },
  );
  // Somebody who waits for three people already, or a signal that the detector does not see any more.
  return outcome.ok && !outcome.duplicate ? outcome : clear(world, conversation);
}

async function askedIn(
  { storage }: World,
  { conversation }: ConversationState,
): Promise<ProcedureEntry | null> {
  const since = Math.max(0, conversation.lastSeq - LOOK_BACK);
  const entries = await storage.entriesSince(conversation.id, since, LOOK_BACK);
  const newest = entries.findLast((entry) => entry.kind === "procedure");
  return newest?.state === "collecting" ? newest : null;
}

function clear({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  const timers = [{ kind: "collect-due", at: null }] as const;
  return storage.change({
    conversation,
    id: null,
    decide: () => ({ ok: true, value: { entries: [], timers } }),
  });
}
