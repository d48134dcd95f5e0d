/** Handoffs, conversations and people for tests and for the preview: whole by default, changed where it matters. */
import {
  AgentId,
  type Agent,
  type Author,
  type Conversation,
  ConversationId,
  type Handoff,
  HandoffId,
  type Lead,
  type LeadPoint,
  SendId,
  SiteId,
  type Span,
  VisitorId,
  NO_SUMMARY,
} from "@sophie/engine";
import { aHandoff as anyHandoff } from "@sophie/engine/testing";

export const SITE = { id: SiteId.parse("dorpstraat"), name: "Makelaardij Dorpstraat" };

export const ANA: Agent = {
  id: AgentId.parse("ana"),
  name: "Ana Pereira",
  role: "agent",
  presence: "online",
};
export const BRAM: Agent = {
  id: AgentId.parse("bram"),
  name: "Bram de Wit",
  role: "agent",
  presence: "online",
};
export const SUPERVISOR: Agent = {
  id: AgentId.parse("carla"),
  name: "Carla Jansen",
  role: "supervisor",
  presence: "away",
};

export const VISITOR: Author = { kind: "visitor" };
export const SOPHIE: Author = { kind: "bot" };

export function authorOf({ id, name }: Pick<Agent, "id" | "name">): Author {
  return { kind: "agent", id, name };
}

/** Where `word` stands in `text`, as a signal would tell it. */
function spanOf(text: string, word: string): Span {
  const start = text.indexOf(word);
  if (start === -1) throw new Error(`spanOf: "${word}" does not stand in "${text}".`);
  return { start, end: start + word.length };
}

/** A handoff that waits, made at `createdAt`, with everything that hangs together made to fit. */
export function aHandoff(id: string, createdAt: number, changes: Partial<Handoff> = {}): Handoff {
  const text = "Kan ik het huis bezichtigen?";
  const message = SendId.parse(`${id}-said`);
  return anyHandoff({
    id: HandoffId.parse(id),
    site: SITE.id,
    conversation: ConversationId.parse(`${id}-conversation`),
    visitor: VisitorId.parse(`${id}-visitor`),
    confidence: 0.874,
    evidence: { message, text, spans: [spanOf(text, "bezichtigen")] },
    summary: { ...NO_SUMMARY, lines: [{ text, message }] },
    priority: "high",
    score: 50,
    createdAt,
    updatedAt: createdAt,
    ...changes,
  });
}

export function aConversation(id: string, at: number, changes: Partial<Conversation> = {}): Conversation {
  return {
    id: ConversationId.parse(id),
    site: SITE.id,
    visitor: VisitorId.parse(`${id}-visitor`),
    language: "nl",
    control: "bot",
    lastSeq: 0,
    preview: "",
    createdAt: at,
    updatedAt: at,
    ...changes,
  };
}

/** A visitor of whom nothing is known. */
export function aLead(at: number, changes: Partial<Lead> = {}): Lead {
  return {
    score: 0,
    grade: "D",
    band: "cold",
    fields: 0,
    behaviour: 0,
    points: [],
    configVersion: "default-1",
    at,
    consent: "unknown",
    stage: "top_of_funnel",
    source: null,
    pages: null,
    ...changes,
  };
}

/** A point of behaviour that counts whole. */
export function aPoint(rule: string, at: number, changes: Partial<LeadPoint> = {}): LeadPoint {
  const points = changes.points ?? 5;
  return {
    part: "behaviour",
    rule,
    source: `${rule} at ${at}`,
    points,
    current: points,
    counted: points,
    expiry: { kind: "half_life", since: at, halfLifeMs: 7 * 24 * 60 * 60_000 },
    at,
    about: null,
    ...changes,
  };
}
