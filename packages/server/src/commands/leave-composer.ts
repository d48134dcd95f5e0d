/** Writing no answer any more: whoever waited may. Of what somebody else holds it changes nothing. */
import { type ConversationId, refuse } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import type { AgentActor, World } from "./world.ts";

export function leaveComposer(
  { storage }: World,
  agent: AgentActor,
  conversation: ConversationId,
): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state) {
      if (state === null) return refuse("not_found");
      const noAccess = refusalFor(agent, state.conversation.site, "handoffs.work");
      if (noAccess !== null) return noAccess;
      if (state.composer?.holder.id !== agent.id) return refuse("being_answered");
      return { ok: true, value: { entries: [], composer: null } };
    },
  });
}
