/** A visitor wants a person: one is called, once. A hot lead that waited unasked becomes what was asked for. */
import {
  type Author,
  type Conversation,
  type Handoff,
  type HandoffId,
  isOpen,
  type LeadStage,
  NO_SUMMARY,
  priorityOf,
  priorityRank,
  refuse,
  type RequestHandoff,
  type Signal,
  SIGNAL_TYPES,
  type SignalType,
  type TriggerType,
} from "@sophie/engine";
import type {
  Change,
  ChangeOutcome,
  ChangeRequest,
  ConversationState,
  Decision,
} from "../storage/storage.ts";
import { isOwnedBy } from "./access.ts";
import { callPerson } from "./call-person.ts";
import { askedFor } from "./chat-behaviour.ts";
import { type Collected, readCollected } from "./read-collected.ts";
import { type HandoffCause, newHandoff } from "./new-handoff.ts";
import { type RoutePlan, withRoute } from "./plan-route.ts";
import { readEvidence } from "./read-evidence.ts";
import { readLead } from "./read-lead.ts";
import { summaryOf } from "./summary-of.ts";
import { waitingAlready } from "./waiting-already.ts";
import type { VisitorActor, World } from "./world.ts";
import { isWrongPlace, tellWrongPlace } from "./wrong-place.ts";

const VISITOR: Author = { kind: "visitor" };
type Cause = HandoffCause & Required<Pick<Collected, "info" | "missing">>;

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

  const isBots = before === null || before.conversation.control === "bot";
  if (isBots && isWrongPlace(world, visitor)) return tellWrongPlace(world, visitor, request);
  const collected = await readCollected(world, visitor, request, before?.handoff ?? null);
  // Whoever was asked for something on the way has been told that a person comes, whatever was settled since.
  const isBegun = collected.entries.length > 0;
  const evidence = await readEvidence(world, visitor.site, request, isBegun);
  if (!evidence.ok) return evidence;
  const summary = before === null ? NO_SUMMARY : await summaryOf(world, before.conversation);
  const { score, stage } = await standingWith(world, visitor, request);
  const { info, missing } = collected;
  const cause = { ...evidence.value, summary, score, info, missing };
  const id = world.newId() as HandoffId;
  const key = { site: visitor.site, visitor: visitor.id };
  const isTooMany = await waitingAlready(world, visitor, request.conversation);

  const facts = {
    site: visitor.site,
    trigger: cause.trigger,
    triggerName: cause.triggerName,
    language: before?.conversation.language ?? visitor.language,
    zone: visitor.zone,
    // The visitor has just written or pressed: nobody is more active.
    priority: priorityOf({ ...cause, activity: "active" }),
    score,
    customer: stage === "customer",
    handoff: before?.handoff ?? null,
  };
  const decide =
    (plan: RoutePlan): ChangeRequest["decide"] =>
    (state, at) => {
      if (state !== null && !isOwnedBy(state, visitor)) return refuse("not_found");
      const waiting = state?.handoff && isOpen(state.handoff.status) ? state.handoff : null;
      if (state?.conversation.control === "closed") {
        // Ended because no rule matched (R18): what it was about still waits, and so does a number that is left for it.
        const isForIt = waiting !== null && info["callback"] !== undefined;
        return isForIt ? told(waiting, cause, at) : refuse("conversation_closed");
      }
      if (state !== null && waiting !== null) {
        const { conversation } = state;
        // Nobody was called before, and nobody is now: the visitor knows.
        const isAnswered = waiting.trigger !== "hot_lead" && plan.place.mode === "none";
        if (conversation.control !== "bot" || isAnswered) return told(waiting, cause, at);
        return calling(waiting, asked(waiting, cause, at), conversation, plan, collected.entries);
      }
      if (isTooMany !== null) return { ok: false, refusal: isTooMany };
      const { site, language } = visitor;
      if (state === null && !world.openings.admits(key, request.conversation, at)) {
        return refuse("rate_limited", { detail: "conversations" });
      }
      const opening = state === null ? { open: { site, visitor: visitor.id, language } } : {};
      const place = state ?? newConversation(request, visitor, at);
      const handoff = { ...newHandoff(id, place, cause, at), ...zoneOf(visitor) };
      const called = calling(null, handoff, place.conversation, plan, collected.entries);
      return called.ok ? { ok: true, value: { ...opening, ...called.value } } : called;
    };
  const { conversation } = request;
  return withRoute(world, facts, (plan) =>
    world.storage.change({ conversation, id: request.id, decide: decide(plan) }),
  );
}

/** The lead's score with what is being asked for, which is not in the log yet. */
async function standingWith(
  world: World,
  { id, site }: VisitorActor,
  { conversation, trigger }: RequestHandoff,
): Promise<{ readonly score: number; readonly stage: LeadStage }> {
  const at = world.now();
  const asking = askedFor({ conversation, trigger, createdAt: at });
  const { score, stage } = await readLead(world, { site, visitor: id }, at, asking);
  return { score: score.score, stage };
}

/** Everybody hears that a person is wanted, and the bot falls silent, if anybody is called. */
function calling(
  before: Handoff | null,
  handoff: Handoff,
  conversation: Conversation,
  plan: RoutePlan,
  collected: Change["entries"],
): Decision {
  const entries = signalEntries(handoff);
  const called = callPerson({ before, handoff, conversation, plan, by: VISITOR, entries });
  const timers = [...(called.timers ?? []), { kind: "collect-due", at: null } as const];
  return { ok: true, value: { ...called, entries: [...collected, ...called.entries], timers } };
}

/** There is one already: asking twice does not make two (H3), but what the visitor gave since is not lost. */
function told(handoff: Handoff, { info }: Cause, at: number): Decision {
  const timers = [{ kind: "collect-due", at: null }] as const;
  const isKnown = Object.entries(info).every(([key, value]) => handoff.info[key] === value);
  if (isKnown) return { ok: true, value: { entries: [], timers } };
  const missing = handoff.missing.filter((key) => info[key] === undefined);
  const more = { ...handoff, info: { ...handoff.info, ...info }, missing, updatedAt: at };
  return { ok: true, value: { entries: [], handoff: more, timers } };
}

/** A hot lead in whose conversation the visitor now asks: the same handoff, for that reason, and never less pressing. */
function asked(hotLead: Handoff, cause: Cause, at: number): Handoff {
  const computed = priorityOf({ ...cause, activity: "active" });
  const isMore = priorityRank(computed) < priorityRank(hotLead.priority);
  const priority = isMore ? computed : hotLead.priority;
  return { ...hotLead, ...cause, priority, version: hotLead.version + 1, updatedAt: at };
}

function zoneOf({ zone }: VisitorActor): Pick<Handoff, "zone"> {
  return zone === undefined ? {} : { zone };
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
    composer: null,
    handoff: null,
  };
}

function signalEntries({ trigger: type, evidence, confidence }: Handoff): Change["entries"] {
  if (evidence === null || !isSignal(type)) return [];
  const signal: Signal = { type, confidence, spans: evidence.spans };
  return [{ kind: "signal", message: evidence.message, signal }];
}

function isSignal(type: TriggerType): type is SignalType {
  return SIGNAL_TYPES.some((signal) => signal === type);
}
