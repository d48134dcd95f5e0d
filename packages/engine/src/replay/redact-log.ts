/**
 * A log that can be shown to strangers, for a bug report: its structure, its times and its decisions stay; names, texts,
 * addresses and ids are replaced. The same id becomes the same placeholder everywhere, so what hangs together still does.
 */
import type { Author } from "../domain/author.ts";
import type { ContactChannel } from "../domain/contact-channel.ts";
import type { AgentId, HandoffId, SendId } from "../domain/id.ts";
import type { HandoffEntry, LogEntry, MessageEntry } from "../domain/log-entry.ts";
import type { QueueId } from "../domain/queue.ts";
import type { RequiredField } from "../domain/required-field.ts";
import { shapeOf } from "./shape-of.ts";

/**
 * The same entries with shapes and placeholders in place of what anybody said or is called. Redacting twice
 * changes nothing more.
 */
export function redactLog(entries: readonly LogEntry[]): readonly LogEntry[] {
  const names = createPlaceholders();
  return entries.map((entry) => redacted(entry, names));
}

type Placeholders = ReturnType<typeof createPlaceholders>;

/** `agent-1`, `agent-2`, …, in the order in which they first appear. */
function createPlaceholders() {
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  return function placeholder(kind: string, original: string): string {
    const key = `${kind} ${original}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    given.set(key, `${kind}-${count}`);
    return `${kind}-${count}`;
  };
}

function redacted(entry: LogEntry, name: Placeholders): LogEntry {
  switch (entry.kind) {
    case "message":
      return messageWithout(entry, name);
    case "control":
      return {
        ...entry,
        by: authorWithout(entry.by, name),
        handoff: entry.handoff === null ? null : (name("handoff", entry.handoff) as HandoffId),
      };
    case "signal":
      return { ...entry, message: name("message", entry.message) as SendId };
    case "note":
      return {
        ...entry,
        id: name("message", entry.id) as SendId,
        author: authorWithout(entry.author, name),
        text: shapeOf(entry.text),
      };
    case "handoff":
      return handoffWithout(entry, name);
    case "notice":
      return { ...entry, text: shapeOf(entry.text), channels: entry.channels.map(channelWithout) };
    case "procedure":
      return {
        ...entry,
        request: name("request", entry.request) as SendId,
        message: entry.message === null ? null : (name("message", entry.message) as SendId),
        fields: entry.fields.map((field) => fieldWithout(field, name)),
      };
    case "feedback":
      return { ...entry, message: name("message", entry.message) as SendId };
    case "survey":
      return { ...entry, comment: shapeOf(entry.comment) };
    case "hidden":
      return entry;
  }
}

function messageWithout(entry: MessageEntry, name: Placeholders): MessageEntry {
  const { source } = entry;
  return {
    ...entry,
    id: name("message", entry.id) as SendId,
    author: authorWithout(entry.author, name),
    text: shapeOf(entry.text),
    ...(source === undefined
      ? {}
      : { source: { ...source, entries: source.entries.map((id) => name("knowledge", id)) } }),
  };
}

function handoffWithout(entry: HandoffEntry, name: Placeholders): HandoffEntry {
  const { assignee, reason, routed, overflow, passedOver } = entry;
  return {
    ...entry,
    handoff: name("handoff", entry.handoff) as HandoffId,
    by: authorWithout(entry.by, name),
    assignee: assignee === null ? null : name("agent", assignee),
    reason: reason === null ? null : shapeOf(reason),
    ...(overflow === undefined ? {} : { overflow: { ...overflow, from: name("agent", overflow.from) } }),
    ...(passedOver === undefined ? {} : { passedOver: name("handoff", passedOver) as HandoffId }),
    ...(routed === undefined
      ? {}
      : {
          routed: {
            ...routed,
            queue: routed.queue === null ? null : (name("queue", routed.queue) as QueueId),
            rule: routed.rule === null ? null : name("rule", routed.rule),
          },
        }),
  };
}

/** By name, because that is what the entries of a handoff know of an agent. */
function authorWithout(author: Author, name: Placeholders): Author {
  if (author.kind !== "agent") return author;
  const placeholder = name("agent", author.name);
  return { kind: "agent", id: placeholder as AgentId, name: placeholder };
}

function fieldWithout({ key, kind }: RequiredField, name: Placeholders): RequiredField {
  return { key: name("field", key).replace("-", "_"), kind, label: {}, pattern: null };
}

/** Numbers and addresses that lead nowhere, in the form that the schema asks for. */
function channelWithout({ kind }: ContactChannel): ContactChannel {
  const label = {};
  if (kind === "callback") return { kind, label };
  if (kind === "mail") return { kind, address: "name@example.org", label };
  return kind === "link"
    ? { kind, url: "https://example.org/", label }
    : { kind, number: "+10000000", label };
}
