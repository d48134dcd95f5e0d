/** A paused bot answers nobody: every conversation that it had goes to people, and none comes back by itself (S5, R13, R15). */
import {
  type Author,
  type Conversation,
  type Handoff,
  type HandoffId,
  isOpen,
  priorityOf,
} from "@sophie/engine";
import type { ChangeOutcome, ChangeRequest, Site } from "../storage/storage.ts";
import { activityOf } from "./activity.ts";
import { callPerson } from "./call-person.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import { type RoutePlan, withRoute } from "./plan-route.ts";
import { readLead } from "./read-lead.ts";
import { summaryOf } from "./summary-of.ts";
import type { World } from "./world.ts";

/** Bot conversations that moved within this time are live: who has left longer ago waits for nobody. */
export const LIVE_MS = 30 * 60_000;

const SYSTEM: Author = { kind: "system" };
const AT_ONCE = 50;

/**
 * Hands over what the paused bots still have, and tells of each. What is left when a process dies is still the bot's, so
 * whoever looks next goes on with it; what another process is quicker with is left to it.
 */
export async function handOverPaused(
  world: World,
  site: Site,
  tell: (outcome: ChangeOutcome) => void,
): Promise<void> {
  const since = (await pausedSince(world, site)) - LIVE_MS;
  for (;;) {
    const held = await world.storage.botConversations([site.config.id], since, AT_ONCE);
    const outcomes = await Promise.all(held.map((conversation) => handOver(world, conversation)));
    for (const outcome of outcomes) tell(outcome);
    const isProgress = outcomes.some((outcome) => outcome.ok && !outcome.duplicate && outcome.handoffChanged);
    if (held.length < AT_ONCE || !isProgress) return;
  }
}

/** When somebody paused it: versions that only changed something else meanwhile do not count. */
async function pausedSince({ storage, now }: World, { config, settings }: Site): Promise<number> {
  const history = await storage.settingsHistory(config.id, settings.version + 1);
  let since = now();
  for (const { version, savedAt } of history) {
    if (version > settings.version) continue;
    const saved = version === settings.version ? settings : await storage.settingsAt(config.id, version);
    if (saved?.paused !== true) break;
    since = savedAt;
  }
  return since;
}

async function handOver(world: World, conversation: Conversation): Promise<ChangeOutcome> {
  const { site, visitor, language } = conversation;
  const reading = await readLead(world, { site, visitor }, world.now());
  const score = reading.score.score;
  const cause: HandoffCause = {
    trigger: "bot_paused",
    triggerName: null,
    source: "agent",
    confidence: 1,
    evidence: null,
    summary: await summaryOf(world, conversation),
    score,
  };
  const activity = activityOf(reading.lastActivityAt, world.now());
  const facts = {
    site,
    trigger: cause.trigger,
    triggerName: null,
    language,
    priority: priorityOf({ ...cause, activity }),
    score,
    customer: reading.stage === "customer",
    handoff: (await world.storage.stateOf(conversation.id))?.handoff ?? null,
  } as const;
  const id = world.newId() as HandoffId;
  const decide =
    (plan: RoutePlan): ChangeRequest["decide"] =>
    (state, at) => {
      if (state === null || state.conversation.control !== "bot") return { ok: true, value: { entries: [] } };
      // A hot lead that waits unasked is the one handoff that this conversation needs.
      const waiting = state.handoff !== null && isOpen(state.handoff.status) ? state.handoff : null;
      const handoff = waiting === null ? newHandoff(id, state, cause, at) : again(waiting, at);
      const call = { before: waiting, handoff, conversation: state.conversation, plan, by: SYSTEM };
      return { ok: true, value: callPerson(call) };
    };
  return withRoute(world, facts, (plan) =>
    world.storage.change({ conversation: conversation.id, id: null, decide: decide(plan) }),
  );
}

function again(handoff: Handoff, at: number): Handoff {
  return { ...handoff, version: handoff.version + 1, updatedAt: at };
}
