/** Who may touch what. What somebody may not see does not exist for them: the answer is the same `not_found`. */
import { type ConversationId, may, type Permission, refuse, type SiteId } from "@sophie/engine";
import type { ChangeOutcome, ConversationState, Decision, Storage } from "../storage/storage.ts";
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

/** A repeated send is answered as the first was, but only to those who may know of the first: ids are no secrets. */
export async function unlessForeign(
  storage: Storage,
  conversation: ConversationId,
  mayKnow: (state: ConversationState) => boolean,
  outcome: ChangeOutcome,
): Promise<ChangeOutcome> {
  if (!outcome.ok || !outcome.duplicate) return outcome;
  const state = await storage.stateOf(conversation);
  return state !== null && mayKnow(state) ? outcome : refuse("not_found");
}
