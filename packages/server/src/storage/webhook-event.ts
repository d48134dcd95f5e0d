/** What a webhook tells of a step in a handoff's life, as it is written beside that step in the same commit (F22). */
import type { Contact, Handoff, HandoffEntry, LogEntry } from "@sophie/engine";
import type { ConversationId, SiteId } from "@sophie/engine";
import { WEBHOOK_EVENTS, type WebhookEvent } from "@sophie/engine";

/** A row of the outbox, before it is known whether anybody wants it. */
export interface WebhookRow {
  /** Always the same for the same step, so that whoever gets it twice can tell. */
  readonly id: string;
  readonly site: SiteId;
  /** What is told in order. */
  readonly subject: ConversationId;
  readonly place: number;
  readonly event: WebhookEvent;
  readonly at: number;
  readonly body: string;
}

/** Which steps are told, and as what. A new request on an open handoff, a score, a warning are not. */
const EVENT_OF: Partial<Readonly<Record<HandoffEntry["action"], WebhookEvent>>> = {
  create: "handoff.created",
  assign: "handoff.assigned",
  start: "handoff.started",
  release: "handoff.released",
  complete: "handoff.completed",
  create_contact: "handoff.completed",
  cancel: "handoff.cancelled",
  reopen: "handoff.reopened",
  breach: "handoff.breached",
};

/** What was told before is not taken back; how it stands since is told. */
const UNDONE_AS: Readonly<Record<string, WebhookEvent>> = {
  assign: "handoff.released",
  release: "handoff.assigned",
  complete: "handoff.reopened",
  cancel: "handoff.reopened",
};

/** In the order of the log; a contact that was made comes after the step that made it. */
export function webhookRows(
  entries: readonly LogEntry[],
  handoff: Handoff | undefined,
  contact: Contact | undefined,
): readonly WebhookRow[] {
  if (handoff === undefined || handoff.mode === "none") return [];
  return entries.flatMap((entry): WebhookRow[] => {
    if (entry.kind !== "handoff" || entry.handoff !== handoff.id) return [];
    const event = entry.action === "undo" ? UNDONE_AS[entry.undone ?? ""] : EVENT_OF[entry.action];
    const told = event === undefined ? [] : [rowOf(event, entry, handoff, handoffData(entry, handoff))];
    const isMade = entry.action === "create_contact" && contact?.version === 1;
    return isMade
      ? [
          ...told,
          rowOf("contact.created", entry, handoff, { handoff: handoff.id, contact: contactData(contact) }),
        ]
      : told;
  });
}

function rowOf(event: WebhookEvent, { seq, at }: HandoffEntry, handoff: Handoff, data: object): WebhookRow {
  const { conversation, site } = handoff;
  return {
    id: `evt_${conversation}_${seq}_${WEBHOOK_EVENTS.indexOf(event)}`,
    site,
    subject: conversation,
    place: seq * 2 + (event === "contact.created" ? 1 : 0),
    event,
    at,
    body: JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data }),
  };
}

function handoffData({ by, from }: HandoffEntry, handoff: Handoff): object {
  const { id, site, conversation, visitor, language, status, version, trigger, triggerName } = handoff;
  return {
    id,
    site,
    conversation,
    visitor,
    language,
    status,
    version,
    mode: handoff.mode,
    queue: handoff.queue,
    channel: handoff.channel,
    trigger,
    triggerName,
    confidence: handoff.confidence,
    priority: handoff.priority,
    score: handoff.score,
    from,
    by: by.kind === "agent" ? { kind: by.kind, id: by.id, name: by.name } : { kind: by.kind },
    assignee: handoff.assignee,
    cancelReason: handoff.cancelReason,
    contact: handoff.contact,
    info: handoff.info,
    quote: handoff.evidence?.text ?? null,
    summary: handoff.summary.lines.map(({ text }) => text),
    createdAt: handoff.createdAt,
    dueAt: handoff.dueAt,
    completedAt: handoff.completedAt,
  };
}

function contactData(contact: Contact): object {
  const { lead, ...fields } = contact;
  return { ...fields, score: lead?.score ?? null, grade: lead?.grade ?? null };
}
