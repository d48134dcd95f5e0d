/** Ready-made things of the domain: valid as they are, with what a test cares about put in its place. */
import type { Agent } from "../domain/agent.ts";
import type { Author } from "../domain/author.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { Handoff } from "../domain/handoff.ts";
import type { AgentId, ConversationId, HandoffId, SendId, SiteId, VisitorId } from "../domain/id.ts";
import type { ControlEntry, MessageEntry } from "../domain/log-entry.ts";
import { RESPONSE_TARGET_MS } from "../domain/priority.ts";
import type { QueueId } from "../domain/queue.ts";
import type { SiteConfig } from "../domain/site.ts";
import { NO_SUMMARY } from "../domain/summary.ts";
import type { VisitorWelcome } from "../protocol/visitor-welcome.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";

/** Monday 5 January 2026, 09:00 UTC: when a `VirtualClock` starts. */
export const MONDAY_NINE = Date.UTC(2026, 0, 5, 9, 0, 0);

/** An agent, as author. */
export const ANA: Extract<Author, { kind: "agent" }> = { kind: "agent", id: "ana" as AgentId, name: "Ana" };
/** Another. */
export const BEN: Extract<Author, { kind: "agent" }> = { kind: "agent", id: "ben" as AgentId, name: "Ben" };

/** Ana, online. */
export function anAgent(more: Partial<Agent> = {}): Agent {
  return { id: ANA.id, name: ANA.name, role: "agent", presence: "online", ...more };
}

/** Dutch, without knowledge, triggers or settings of its own. */
export function aSite(more: Partial<SiteConfig> = {}): SiteConfig {
  return {
    id: "site-1" as SiteId,
    name: "Van Leeuwen",
    language: "nl",
    accent: "#2563eb",
    roleNouns: [],
    productNouns: [],
    triggers: [],
    afterClose: "new_conversation",
    knowledge: [],
    ...more,
  };
}

/** With the bot, empty. */
export function aConversation(more: Partial<Conversation> = {}): Conversation {
  return {
    id: "conversation-1" as ConversationId,
    site: "site-1" as SiteId,
    visitor: "visitor-1" as VisitorId,
    language: "nl",
    control: "bot",
    lastSeq: 0,
    preview: "",
    createdAt: MONDAY_NINE,
    updatedAt: MONDAY_NINE,
    ...more,
  };
}

/** A pending demo request of normal priority. `dueAt` follows from the priority and the time of creation. */
export function aHandoff(more: Partial<Handoff> = {}): Handoff {
  const priority = more.priority ?? "normal";
  const createdAt = more.createdAt ?? MONDAY_NINE;
  const dueAt = more.dueAt ?? createdAt + RESPONSE_TARGET_MS[priority];
  return {
    id: "handoff-1" as HandoffId,
    site: "site-1" as SiteId,
    conversation: "conversation-1" as ConversationId,
    visitor: "visitor-1" as VisitorId,
    language: "nl",
    status: "pending",
    version: 1,
    trigger: "demo_request",
    triggerName: null,
    source: "text",
    channel: "web",
    queue: "general" as QueueId,
    mode: "live",
    rule: null,
    info: {},
    missing: [],
    promise: null,
    confidence: 0.9,
    evidence: null,
    summary: NO_SUMMARY,
    priority,
    score: 0,
    assignee: null,
    previousAssignee: null,
    cancelReason: null,
    contact: null,
    cycle: 1,
    createdAt,
    updatedAt: createdAt,
    dueAt,
    target: {
      ms: RESPONSE_TARGET_MS[priority],
      clock: "wall",
      stopOn: "first_response",
      from: createdAt,
      warnAt: dueAt - 0.25 * RESPONSE_TARGET_MS[priority],
      counted: null,
    },
    pickedUpAt: null,
    firstResponseAt: null,
    warnedAt: null,
    breachedAt: null,
    cycleAt: createdAt,
    cycles: [],
    activity: "active",
    aged: null,
    nudge: null,
    completedAt: null,
    ...more,
  };
}

/** Something that the visitor said. */
export function aMessageEntry(more: Partial<MessageEntry> = {}): MessageEntry {
  const seq = more.seq ?? 1;
  return {
    kind: "message",
    seq,
    at: MONDAY_NINE + seq,
    id: `message-${seq}` as SendId,
    author: { kind: "visitor" },
    text: "Goedemorgen",
    ...more,
  };
}

/** A person was asked for. */
export function aControlEntry(more: Partial<ControlEntry> = {}): ControlEntry {
  const seq = more.seq ?? 1;
  return {
    kind: "control",
    seq,
    at: MONDAY_NINE + seq,
    from: "bot",
    to: "human_pending",
    by: { kind: "visitor" },
    handoff: "handoff-1" as HandoffId,
    ...more,
  };
}

/** The welcome of a visitor who has no conversation yet. */
export function aWelcome(more: Partial<VisitorWelcome> = {}): VisitorWelcome {
  return {
    type: "visitor-welcome",
    protocol: PROTOCOL_VERSION,
    visitor: "visitor-1" as VisitorId,
    token: "token-1",
    conversation: null,
    now: MONDAY_NINE,
    ...more,
  };
}
