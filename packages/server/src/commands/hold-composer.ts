/** Writing an answer, so that nobody else sends one meanwhile: taken by the first key, kept by every further one (N9). */
import {
  type AgentName,
  COMPOSER_LEASE_MS,
  type ComposerLease,
  type ConversationId,
  isOpen,
  leaseOfAnother,
  refuse,
} from "@sophie/engine";
import type { ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { isColleagues } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

export function holdComposer(
  { storage }: World,
  agent: AgentActor,
  conversation: ConversationId,
): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      if (state === null) return refuse("not_found");
      const noAccess = refusalFor(agent, state.conversation.site, "handoffs.work");
      if (noAccess !== null) return noAccess;
      if (!mayComeToAnswer(state, agent)) return refuse("not_in_control");
      const others = leaseOfAnother(state.composer, agent.id, at);
      if (others !== null) return refuse("being_answered", { composer: others });
      return { ok: true, value: { entries: [], composer: leaseFor(agent, at) } };
    },
  });
}

export function leaseFor({ id, name }: AgentName, at: number): ComposerLease {
  return { holder: { id, name }, until: at + COMPOSER_LEASE_MS };
}

/** Whoever has it, or could start it now: an answer may be written before the first press. */
export function mayComeToAnswer({ controller, handoff }: ConversationState, agent: AgentActor): boolean {
  if (controller === agent.id) return true;
  return handoff !== null && isOpen(handoff.status) && !isColleagues(handoff, agent);
}
