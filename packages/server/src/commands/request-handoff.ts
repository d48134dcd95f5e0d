/** A visitor wants a person: one is called, once. A hot lead that waited unasked becomes what was asked for. */
import {
  type Author,
  type Handoff,
  type HandoffId,
  isOpen,
  priorityOf,
  priorityRank,
  refuse,
  type RequestHandoff,
  RESPONSE_TARGET_MS,
  type Signal,
  summarise,
} from "@sophie/engine";
import type { Change, ChangeOutcome, ConversationState, Decision } from "../storage/storage.ts";
import { isOwnedBy } from "./access.ts";
import { askedFor } from "./chat-behaviour.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import { readEvidence } from "./read-evidence.ts";
import { readLead } from "./read-lead.ts";
import type { VisitorActor, World } from "./world.ts";

const VISITOR: Author = { kind: "visitor" };
/** How far back the summary looks. */
const SUMMARY_ENTRIES = 40;
/** Of one visitor on a site: who waits in three conversations already waits no less in a fourth. */
const OPEN_HANDOFFS_MAX = 3;

export async function requestHandoff(
  world: World,
  visitor: VisitorActor,
  request: RequestHandoff,
): Promise<ChangeOutcome> {
  const before = await world.storage.stateOf(request.conversation);
  const isNew = before === null;
  // Whoever presses for a person before writing anything opens the conversation with it.
  if (isNew && request.source === "text") return refuse("not_found");
  if (!isNew && !isOwnedBy(before, visitor)) return refuse("not_found");

  const evidence = await readEvidence(world, visitor.site, request);
  if (!evidence.ok) return evidence;
  const since = Math.max(0, (before?.conversation.lastSeq ?? 0) - SUMMARY_ENTRIES);
  const recent = await world.storage.entriesSince(request.conversation, since, SUMMARY_ENTRIES);
  const score = await scoreWith(world, visitor, request);
  const cause: HandoffCause = { ...evidence.value, summary: summarise(recent), score };
  const id = world.newId() as HandoffId;
  const key = { site: visitor.site, visitor: visitor.id };
  const open = await world.storage.countOpenHandoffsOf(key);

  return world.storage.change({
    conversation: request.conversation,
    id: request.id,
    decide(state, at) {
      if (state !== null && !isOwnedBy(state, visitor)) return refuse("not_found");
      if (state?.conversation.control === "closed") return refuse("conversation_closed");
      if (state?.handoff != null && isOpen(state.handoff.status)) {
        // There is one already: asking twice does not make two (H3).
        if (state.conversation.control !== "bot") return { ok: true, value: { entries: [] } };
        return calling(state.handoff, asked(state.handoff, cause, at), state, request.trigger);
      }
      if (open >= OPEN_HANDOFFS_MAX) return refuse("rate_limited", { detail: "open handoffs" });
      const { site, language } = visitor;
      if (state === null && !world.openings.admits(key, request.conversation, at)) {
        return refuse("rate_limited", { detail: "conversations" });
      }
      const opening = state === null ? { open: { site, visitor: visitor.id, language } } : {};
      const place = state ?? newConversation(request, visitor, at);
      const called = calling(null, newHandoff(id, place, cause, at), place, request.trigger);
      return called.ok ? { ok: true, value: { ...opening, ...called.value } } : called;
    },
  });
}

/** The lead's score with what is being asked for, which is not in the log yet. */
async function scoreWith(
  world: World,
  { id, site }: VisitorActor,
  { conversation, trigger }: RequestHandoff,
): Promise<number> {
  const at = world.now();
  const asking = askedFor({ conversation, trigger, createdAt: at });
  const { score } = await readLead(world, { site, visitor: id }, at, asking);
  return score.score;
}

/** Everybody hears that a person is wanted, and the bot falls silent. */
function calling(
  before: Handoff | null,
  handoff: Handoff,
  { conversation }: ConversationState,
  trigger: RequestHandoff["trigger"],
): Decision {
  const from = conversation.control;
  const action = before === null ? "create" : "request";
  const entries: Change["entries"] = [
    handoffEntry(action, before, handoff, VISITOR),
    ...signalEntries(trigger, handoff),
    { kind: "control", from, to: "human_pending", by: VISITOR, handoff: handoff.id },
  ];
  const timers = [{ kind: "sla-due", at: handoff.dueAt }] as const;
  return { ok: true, value: { entries, control: "human_pending", handoff, timers } };
}

/** A hot lead in whose conversation the visitor now asks: the same handoff, for that reason, and never less pressing. */
function asked(hotLead: Handoff, cause: HandoffCause, at: number): Handoff {
  const computed = priorityOf({ ...cause, activity: "active" });
  const isMore = priorityRank(computed) < priorityRank(hotLead.priority);
  const priority = isMore ? computed : hotLead.priority;
  const dueAt = Math.min(hotLead.dueAt, at + RESPONSE_TARGET_MS[priority]);
  return { ...hotLead, ...cause, priority, version: hotLead.version + 1, updatedAt: at, dueAt };
}

function newConversation(
  { conversation: id }: RequestHandoff,
  { id: visitor, site, language }: VisitorActor,
  at: number,
): ConversationState {
  const control = "bot" as const;
  return {
    conversation: {
      id,
      site,
      visitor,
      language,
      control,
      lastSeq: 0,
      preview: "",
      createdAt: at,
      updatedAt: at,
    },
    controller: null,
    handoff: null,
  };
}

function signalEntries(
  type: RequestHandoff["trigger"],
  { evidence, confidence }: Handoff,
): Change["entries"] {
  if (evidence === null || type === "unknown" || type === "feedback" || type === "custom") return [];
  const signal: Signal = { type, confidence, spans: evidence.spans };
  return [{ kind: "signal", message: evidence.message, signal }];
}
