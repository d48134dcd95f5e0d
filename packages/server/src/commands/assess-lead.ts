/**
 * Looks at a visitor again after they did something: is this a hot lead now, is the handoff that waits more pressing
 * than before? To be called after behaviour, a change of consent, or a message to the bot.
 */
import { type Author, type HandoffId, isOpen, priorityOf, watchHotLead } from "@sophie/engine";
import type { ChangeOutcome, ChangeRequest, ConversationState, VisitorKey } from "../storage/storage.ts";
import { raiseQuietly } from "./call-person.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import { type RoutePlan, withRoute } from "./plan-route.ts";
import { type LeadReading, readLead } from "./read-lead.ts";
import { rescoreHandoff } from "./rescore-handoff.ts";
import { summaryOf } from "./summary-of.ts";
import type { World } from "./world.ts";

const SYSTEM: Author = { kind: "system" };

/** What it changed, for the hub to tell; null if nothing. */
export async function assessLead(world: World, key: VisitorKey): Promise<ChangeOutcome | null> {
  const at = world.now();
  const reading = await readLead(world, key, at);
  const { record, score, newest } = reading;
  const handoff = newest?.handoff ?? null;
  // Only whose behaviour may be looked at can be hot: what is said to Sophie alone makes no lead of anybody.
  const { state: hot, signal } =
    record.consent === "given" && (world.siteOf(key.site)?.settings.signals.hot_lead ?? true)
      ? watchHotLead(
          remembering(record.hot, newest),
          {
            score: score.score,
            lastActivityAt: reading.lastActivityAt,
            hasOpen: handoff !== null && isOpen(handoff.status),
            isReachable: newest?.conversation.control === "bot",
            at,
          },
          reading.config.hotLead,
        )
      : { state: record.hot, signal: null };

  const outcome =
    signal !== null && newest !== null
      ? await raiseHotLead(world, newest, reading, signal.confidence)
      : await rescoreHandoff(world, reading);
  // Whoever is a customer is so by their contact, and no longer than that says so.
  const stage = reading.stage === "customer" ? record.stage : reading.stage;
  const isNews = JSON.stringify(hot) !== JSON.stringify(record.hot) || stage !== record.stage;
  if (isNews) await world.storage.saveStanding(key, { hot, stage });
  return outcome;
}

/** A process that died between the handoff and the note of it has left the handoff. */
function remembering(hot: LeadReading["record"]["hot"], newest: ConversationState | null) {
  const handoff = newest?.handoff;
  if (handoff?.trigger !== "hot_lead" || handoff.createdAt <= (hot.firedAt ?? 0)) return hot;
  return { ...hot, isArmed: false, firedAt: handoff.createdAt, isWaiting: false };
}

/** The bot goes on: nobody asked for a person (docs/decisions/0005-hot-lead.md). */
async function raiseHotLead(
  world: World,
  { conversation }: ConversationState,
  { score, stage }: LeadReading,
  confidence: number,
): Promise<ChangeOutcome> {
  const cause: HandoffCause = {
    trigger: "hot_lead",
    triggerName: null,
    source: "behaviour",
    confidence,
    evidence: null,
    summary: await summaryOf(world, conversation),
    score: score.score,
  };
  const id = world.newId() as HandoffId;
  const facts = {
    site: conversation.site,
    trigger: cause.trigger,
    triggerName: null,
    language: conversation.language,
    priority: priorityOf({ ...cause, activity: "active" }),
    score: score.score,
    customer: stage === "customer",
    handoff: null,
  } as const;
  const decide =
    (plan: RoutePlan): ChangeRequest["decide"] =>
    (state, at) => {
      const hasOpen = state?.handoff != null && isOpen(state.handoff.status);
      if (state === null || state.conversation.control !== "bot" || hasOpen) {
        return { ok: true, value: { entries: [] } };
      }
      const handoff = newHandoff(id, state, cause, at);
      const { conversation: place } = state;
      const call = { before: null, handoff, conversation: place, plan, by: SYSTEM };
      return { ok: true, value: raiseQuietly(call) };
    };
  return withRoute(world, facts, (plan) =>
    world.storage.change({ conversation: conversation.id, id: null, decide: decide(plan) }),
  );
}
