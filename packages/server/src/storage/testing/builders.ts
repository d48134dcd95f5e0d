/** Conversations, messages and handoffs for the tests of storage, valid and no longer than they must be. */
import {
  AgentId,
  type Contact,
  ContactId,
  ConversationId,
  type Handoff,
  HandoffId,
  NO_SUMMARY,
  QueueId,
  SendId,
  SiteId,
  VisitorId,
  accept,
  refuse,
} from "@sophie/engine";
import type { Change, ChangeOutcome, ChangeRequest, ContactChange, DraftEntry } from "../storage.ts";

export const SITE = SiteId.parse("site-1");
export const VISITOR = VisitorId.parse("visitor-1");

let made = 0;

/** A conversation that nobody has used yet. */
export function newConversation(): ConversationId {
  made += 1;
  return ConversationId.parse(`conversation-${made}`);
}

const sendId = (text: string): SendId => SendId.parse(text);

export function message(id: string, text = `Text of ${id}.`): DraftEntry {
  return { kind: "message", id: sendId(id), author: { kind: "visitor" }, text };
}

/** Says one thing; opens the conversation if there is none. */
export function saying(conversation: ConversationId, id: string, text?: string): ChangeRequest {
  return changing(conversation, { entries: [message(id, text)] }, id);
}

/** Makes `change` whatever the state is, and opens the conversation if there is none. */
export function changing(
  conversation: ConversationId,
  change: Partial<Change>,
  id: string | null = null,
  site: SiteId = SITE,
): ChangeRequest {
  return {
    conversation,
    id: id === null ? null : sendId(id),
    decide: (state) =>
      accept({
        ...(state === null ? { open: { site, visitor: VISITOR, language: "nl" } as const } : {}),
        entries: [],
        ...change,
      }),
  };
}

export function handoffOf(conversation: ConversationId, more: Partial<Handoff> = {}): Handoff {
  return {
    id: HandoffId.parse(`handoff-of-${conversation}`),
    site: SITE,
    conversation,
    visitor: VISITOR,
    language: "nl",
    status: "pending",
    version: 1,
    trigger: "demo_request",
    triggerName: null,
    source: "text",
    channel: "web",
    queue: QueueId.parse("general"),
    mode: "live",
    rule: null,
    info: {},
    missing: [],
    promise: null,
    confidence: 0.9,
    evidence: null,
    summary: NO_SUMMARY,
    priority: "high",
    score: 0,
    assignee: null,
    previousAssignee: null,
    cancelReason: null,
    contact: null,
    cycle: 1,
    createdAt: 1,
    updatedAt: 1,
    dueAt: 2,
    target: { ms: 1, clock: "wall", stopOn: "first_response", from: 1, warnAt: 1, counted: null },
    pickedUpAt: null,
    firstResponseAt: null,
    warnedAt: null,
    breachedAt: null,
    cycleAt: 1,
    cycles: [],
    activity: "active",
    aged: null,
    nudge: null,
    completedAt: null,
    ...more,
  };
}

export function contactOf(handoff: Handoff): Contact {
  return {
    id: ContactId.parse(`contact-of-${handoff.id}`),
    site: handoff.site,
    version: 1,
    firstName: "Anna",
    lastName: "de Vries",
    email: "anna@example.org",
    phone: "",
    company: "",
    notes: "",
    stage: "opportunity",
    lead: null,
    createdAt: 1,
    updatedAt: 1,
  };
}

/** The change with which a handoff makes the contact. */
export function madeContact(handoff: Handoff, more: Partial<Contact> = {}): ContactChange {
  const contact = { ...contactOf(handoff), ...more };
  const { id, site, conversation, visitor } = handoff;
  return {
    contact,
    link: { contact: contact.id, site, handoff: id, conversation, visitor, at: contact.createdAt, notes: "" },
  };
}

/** Starts the conversation's handoff if it still has the version that this agent saw. */
export function claiming(
  conversation: ConversationId,
  agentName: string,
  seenVersion: number,
): ChangeRequest {
  const agent = { id: AgentId.parse(agentName), name: agentName };
  return {
    conversation,
    id: sendId(`claim-of-${agentName}`),
    decide(state, at) {
      const handoff = state?.handoff;
      if (handoff === null || handoff === undefined) return refuse("not_found");
      if (handoff.version !== seenVersion) return refuse("stale_version", { handoff });
      const version = handoff.version + 1;
      return accept({
        entries: [
          {
            kind: "handoff",
            handoff: handoff.id,
            action: "start",
            from: handoff.status,
            to: "in_progress",
            by: { kind: "agent", ...agent },
            assignee: agent.name,
            reason: null,
            version,
          },
        ],
        control: "human",
        controller: agent.id,
        handoff: { ...handoff, status: "in_progress", assignee: agent, version, updatedAt: at },
      });
    },
  };
}

/** The outcome of a change that must have been made. */
export function madeOf(outcome: ChangeOutcome): Extract<ChangeOutcome, { duplicate: false }> {
  if (!outcome.ok || outcome.duplicate) throw new Error(`Not made: ${JSON.stringify(outcome)}`);
  return outcome;
}
