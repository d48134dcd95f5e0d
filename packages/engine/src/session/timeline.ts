/** What is shown of a conversation, in order: what the log holds, then what is still on its way. */
import type { Author } from "../domain/author.ts";
import type { SendId } from "../domain/id.ts";
import type { MessageEntry } from "../domain/log-entry.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { RefusalCode } from "../protocol/refusal.ts";
import { replyIdOf } from "./derived-id.ts";
import type { LogCopy } from "./log-copy.ts";
import type { VisitorRequest } from "./saved-session.ts";
import type { Delivery, TimelineItem } from "./snapshot.ts";

/** A message that was refused for good, or was never sent because it could not have been accepted. */
export interface FailedMessage {
  readonly id: SendId;
  readonly text: string;
  readonly at: number;
  readonly reason: RefusalCode;
}

export interface TimelineSource {
  readonly greeting: { readonly text: string; readonly at: number };
  readonly log: LogCopy;
  /** What the log does not hold yet. */
  readonly pending: readonly VisitorRequest[];
  readonly failed: readonly FailedMessage[];
  /** When each pending message was said; epoch ms. */
  readonly saidAt: ReadonlyMap<SendId, number>;
  /** Why the visitor is here, and after which entry that is said; null for who was not taken here. */
  readonly taken: { readonly seq: number; readonly text: string } | null;
  /** What there is of an answer that is being made. */
  readonly partial: { readonly message: SendId; readonly text: string } | null;
  /** Null on a site that does not ask whether its answers help. */
  readonly feedback: ReadonlyMap<SendId, boolean> | null;
}

const VISITOR: Author = { kind: "visitor" };
const BOT: Author = { kind: "bot" };

export function timelineOf(source: TimelineSource): readonly TimelineItem[] {
  const { greeting, log } = source;
  const own = (id: string, text: string, at: number): TimelineItem => ({
    kind: "message",
    id: id as SendId,
    author: BOT,
    text,
    at,
    delivery: null,
    feedback: null,
  });
  // A conversation from yesterday was not greeted today.
  const greetedAt = Math.min(greeting.at, log.transcript.entries[0]?.at ?? greeting.at);
  const items = [own("greeting", greeting.text, greetedAt)];
  const stored = new Set<SendId>();
  for (const entry of log.transcript.entries) {
    if (entry.kind === "message") {
      stored.add(entry.id);
      const { id, author, text, at, intent } = entry;
      const delivery = deliveryOf(entry, log.agentReceipt);
      const feedback = intent === "answer" ? feedbackOn(id, source) : null;
      items.push({ kind: "message", id, author, text, at, delivery, feedback });
    } else if (entry.kind === "notice") {
      const { seq, notice, text, channels, at } = entry;
      items.push({ kind: "notice", id: `notice-${seq}`, notice, text, channels, at });
    } else if (entry.kind === "control") {
      items.push({ kind: "control", id: `control-${entry.seq}`, to: entry.to, by: entry.by, at: entry.at });
    }
    if (entry.seq === source.taken?.seq) items.push(own("taken", source.taken.text, entry.at));
  }
  for (const request of source.pending) {
    if (request.type !== "send-message" && request.type !== "send-reply") continue;
    if (stored.has(request.id)) continue;
    const isOwn = request.type === "send-message";
    items.push({
      kind: "message",
      id: request.id,
      author: isOwn ? VISITOR : BOT,
      text: request.text,
      at: source.saidAt.get(request.id) ?? greeting.at,
      delivery: isOwn ? { state: log.isAccepted(request.id) ? "sent" : "sending" } : null,
      feedback: null,
    });
  }
  if (source.partial !== null && !stored.has(replyIdOf(source.partial.message))) {
    const { message, text } = source.partial;
    const at = items.at(-1)?.at ?? greeting.at;
    const id = replyIdOf(message);
    items.push({ ...own(id, text, at), isPartial: true } as TimelineItem);
  }
  for (const { id, text, at, reason } of source.failed) {
    const delivery = { state: "failed", reason } as const;
    items.push({ kind: "message", id, author: VISITOR, text, at, delivery, feedback: null });
  }
  return items;
}

function feedbackOn(answer: SendId, { feedback }: TimelineSource) {
  const helpful = feedback?.get(answer);
  if (helpful !== undefined) return helpful ? "helpful" : "unhelpful";
  return feedback === null ? null : "asked";
}

function deliveryOf(entry: MessageEntry, agentReceipt: Receipt): Delivery | null {
  if (entry.author.kind !== "visitor") return null;
  if (entry.seq <= agentReceipt.read) return { state: "read" };
  if (entry.seq <= agentReceipt.delivered) return { state: "delivered" };
  return { state: "sent" };
}
