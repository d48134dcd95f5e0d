/** What somebody does on a handoff that is open and not a colleague's, without moving it: the checks that all of it shares. */
import { type Handoff, type HandoffId, isOpen, refuse, type SendId } from "@sophie/engine";
import type { ChangeOutcome, Decision } from "../storage/storage.ts";
import { refusalFor } from "./access.ts";
import { isColleagues } from "./move-handoff.ts";
import type { AgentActor, World } from "./world.ts";

interface Work {
  readonly id: SendId;
  readonly handoff: HandoffId;
  /** That it was seen in. */
  readonly version: number;
}

/** `act` is asked under the lock, for the handoff as it stands. */
export async function workOn(
  { storage }: World,
  agent: AgentActor,
  { id, handoff, version }: Work,
  act: (current: Handoff, at: number) => Decision,
): Promise<ChangeOutcome> {
  const known = await storage.handoff(handoff);
  if (known === null) return refuse("not_found");
  const noAccess = refusalFor(agent, known.site, "handoffs.work");
  if (noAccess !== null) return noAccess;
  return storage.change({
    conversation: known.conversation,
    id,
    decide(state, at) {
      const current = state?.handoff;
      if (current?.id !== handoff) return refuse("not_found");
      if (version !== current.version) return refuse("stale_version", { handoff: current });
      if (isColleagues(current, agent)) return refuse("not_assignee", { handoff: current });
      if (!isOpen(current.status)) return refuse("invalid_transition", { handoff: current });
      return act(current, at);
    },
  });
}
