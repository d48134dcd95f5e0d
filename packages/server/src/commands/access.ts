/** Who may touch what. What somebody may not see does not exist for them: the answer is the same `not_found`. */
import { may, type Permission, refuse, type SiteId } from "@sophie/engine";
import type { ConversationState, Decision } from "../storage/storage.ts";
import type { AgentActor, VisitorActor } from "./world.ts";

type Refused = Extract<Decision, { ok: false }>;

export function isOwnedBy(state: ConversationState, { id, site }: VisitorActor): boolean {
  return state.conversation.visitor === id && state.conversation.site === site;
}

/** Null if the agent may; the refusal otherwise. */
export function refusalFor(agent: AgentActor, site: SiteId, permission: Permission): Refused | null {
  const role = agent.roles.get(site);
  if (role === undefined) return refuse("not_found");
  return may(role, permission) ? null : refuse("forbidden");
}
