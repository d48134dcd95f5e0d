/** Answering although somebody else writes: for those who may move what others have. What was written there stays there. */
import { refuse, type TakeComposer } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { leaseFor, mayComeToAnswer } from "./hold-composer.ts";
import type { AgentActor, World } from "./world.ts";

export function takeComposer(
  { storage }: World,
  agent: AgentActor,
  { conversation }: TakeComposer,
): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    // Nothing of it stands in the log, so there is nothing that a repeated one could meet.
    id: null,
    decide(state, at) {
      if (state === null) return refuse("not_found");
      const noAccess = refusalFor(agent, state.conversation.site, "handoffs.manage");
      if (noAccess !== null) return noAccess;
      if (!mayComeToAnswer(state, agent)) return refuse("not_in_control");
      return { ok: true, value: { entries: [], composer: leaseFor(agent, at) } };
    },
  });
}
