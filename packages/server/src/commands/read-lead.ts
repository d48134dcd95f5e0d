/** A visitor's score as the server knows it: made again from what is stored each time, never taken from a browser (design §3.3). */
import {
  advanceStage,
  type BehaviourEvent,
  countConversions,
  DEFAULT_SCORING_CONFIG,
  type LeadFields,
  type LeadScore,
  type LeadStage,
  NEVER_HOT,
  scoreLead,
  type ScoringConfig,
  statedFields,
} from "@sophie/engine";
import type { ConversationState, LeadRecord, TalkEntry, VisitorKey } from "../storage/storage.ts";
import { chatBehaviour } from "./chat-behaviour.ts";
import type { World } from "./world.ts";

/** More than any cap can use. */
const EVENTS_MAX = 500;
const TALK_MAX = 200;

/** Of a visitor whom nobody has asked. */
const UNKNOWN: LeadRecord = {
  consent: "unknown",
  consentAt: null,
  withdrawnAt: null,
  hot: NEVER_HOT,
  stage: "top_of_funnel",
};

export interface LeadReading {
  readonly record: LeadRecord;
  readonly config: ScoringConfig;
  readonly score: LeadScore;
  readonly stage: LeadStage;
  /** What was recorded on the site, oldest first; empty without consent. */
  readonly behaviour: readonly BehaviourEvent[];
  readonly talk: readonly TalkEntry[];
  /** The visitor's newest conversation; null if there was none. */
  readonly newest: ConversationState | null;
  /** Epoch ms; null for a visitor who did nothing yet. */
  readonly lastActivityAt: number | null;
}

/** `asking`: what is just being asked for, and not in the log yet. */
export async function readLead(
  { storage, siteOf }: World,
  key: VisitorKey,
  at: number,
  asking: readonly BehaviourEvent[] = [],
): Promise<LeadReading> {
  const config = siteOf(key.site)?.scoring ?? DEFAULT_SCORING_CONFIG;
  const [stored, talk, contact, id] = await Promise.all([
    storage.lead(key),
    storage.talkOf(key, TALK_MAX),
    storage.contactOf(key),
    storage.newestConversationOf(key),
  ]);
  const record = stored ?? UNKNOWN;
  const newest = id === null ? null : await storage.stateOf(id);
  const behaviour = record.consent === "given" ? await storage.behaviourOf(key, EVENTS_MAX) : [];
  const chat = [...chatBehaviour(talk, newest?.handoff ?? null), ...asking];
  const fields = statedFields([...saidIn(talk), ...givenIn(newest, record)], contact);
  const events = scoredEvents(record, behaviour, chat);
  const score = scoreLead(fields, events, config, at);
  // Nothing but a person makes a customer, and a person does so on the contact (T32).
  const stage =
    contact?.stage === "customer" ? "customer" : stageOf(record, fields, events, score, newest, config);
  const lastActivityAt = lastOf([...behaviour, ...chat.filter(({ kind }) => kind === "message_sent")]);
  return { record, config, score, stage, behaviour, talk, newest, lastActivityAt };
}

/**
 * Nobody who has said no is scored by what they do, not even by what they write to Sophie. Who said yes again
 * afterwards begins anew.
 */
function scoredEvents(
  { consent, withdrawnAt }: LeadRecord,
  behaviour: readonly BehaviourEvent[],
  chat: readonly BehaviourEvent[],
): readonly BehaviourEvent[] {
  if (consent === "withdrawn") return [];
  if (withdrawnAt === null) return [...behaviour, ...chat];
  const end: BehaviourEvent = {
    id: "consent",
    at: withdrawnAt,
    session: "consent",
    kind: "consent_withdrawn",
  };
  return [end, ...behaviour, ...chat];
}

function stageOf(
  { stage }: LeadRecord,
  { email, phone }: LeadFields,
  events: readonly BehaviourEvent[],
  { score, at }: LeadScore,
  newest: ConversationState | null,
  config: ScoringConfig,
): LeadStage {
  const handoff = newest?.handoff ?? null;
  const hasAcceptedHandoff =
    handoff !== null &&
    ["demo_request", "price_question", "human_request"].includes(handoff.trigger) &&
    (handoff.status === "in_progress" || handoff.status === "completed");
  const hasContactDetail = email !== null || phone !== null;
  const conversions = countConversions(events, at);
  return advanceStage(stage, { score, hasContactDetail, conversions, hasAcceptedHandoff }, config);
}

function saidIn(talk: readonly TalkEntry[]): readonly string[] {
  return talk.flatMap(({ entry }) =>
    entry.kind === "message" && entry.author.kind === "visitor" ? [entry.text] : [],
  );
}

/** What was filled in before a person was called, as good as said; what was withdrawn since is forgotten. */
function givenIn(newest: ConversationState | null, { withdrawnAt }: LeadRecord): readonly string[] {
  const handoff = newest?.handoff;
  if (handoff == null || handoff.createdAt < (withdrawnAt ?? 0)) return [];
  return Object.values(handoff.info);
}

function lastOf(events: readonly BehaviourEvent[]): number | null {
  return events.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null);
}
