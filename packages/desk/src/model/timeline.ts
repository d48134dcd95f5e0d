/** The log as it is drawn: days, turns of one speaker, and the moments at which the right to speak changed hands. */
import type {
  AnswerSource,
  Author,
  ControlEntry,
  Delivery,
  FeedbackEntry,
  LogEntry,
  NoticeEntry,
  ProcedureEntry,
  Receipt,
  SendId,
  Signal,
  Span,
  SurveyEntry,
} from "@sophie/engine";
import { deliveryOf, type Draft } from "./transcript.ts";

/** A pause after which the same speaker is named again. */
const TURN_PAUSE_MS = 10 * 60_000;

export interface TimelineMessage {
  readonly id: SendId;
  readonly text: string;
  readonly at: number;
  /** What Sophie noticed in it, and the words that said so. */
  readonly signals: readonly Signal[];
  readonly marks: readonly Span[];
  /** What an answer of Sophie's came from; null for anything else. */
  readonly source: AnswerSource | null;
  /** Only for what agents wrote. */
  readonly delivery: Delivery | null;
}

export type TimelineItem =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | {
      readonly kind: "turn";
      readonly key: string;
      readonly author: Author;
      readonly messages: readonly TimelineMessage[];
    }
  | { readonly kind: "control"; readonly key: string; readonly entry: ControlEntry }
  /** What the visitor was told, was asked, or said by pressing something. */
  | { readonly kind: "told"; readonly key: string; readonly entry: ToldEntry }
  | { readonly kind: "note"; readonly key: string; readonly note: TimelineNote };

/** Not said by anybody, and yet the visitor's: a notice, a question of the procedure, a press. */
export type ToldEntry = NoticeEntry | ProcedureEntry | FeedbackEntry | SurveyEntry;

/** What an agent wrote down for colleagues. */
export interface TimelineNote {
  readonly id: SendId;
  readonly author: Author;
  readonly text: string;
  readonly at: number;
  /** Until it is in the log. */
  readonly delivery: Delivery | null;
}

export interface TimelineSource {
  readonly entries: readonly LogEntry[];
  readonly drafts: readonly Draft[];
  readonly visitor: Receipt;
  /** In whose name drafts will appear. */
  readonly me: Author;
}

export function timelineOf(source: TimelineSource): readonly TimelineItem[] {
  const signals = new Map<SendId, Signal[]>();
  for (const entry of source.entries) {
    if (entry.kind === "signal")
      signals.set(entry.message, [...(signals.get(entry.message) ?? []), entry.signal]);
  }
  const items: TimelineItem[] = [];
  let turn: { author: Author; messages: TimelineMessage[] } | null = null;
  let day = "";

  function place(at: number): void {
    const today = new Date(at).toDateString();
    if (today === day) return;
    day = today;
    turn = null;
    items.push({ kind: "day", key: `day ${today}`, at });
  }

  function say(author: Author, message: TimelineMessage): void {
    place(message.at);
    const before = turn?.messages.at(-1);
    if (
      turn !== null &&
      before !== undefined &&
      isSame(turn.author, author) &&
      message.at - before.at < TURN_PAUSE_MS
    ) {
      turn.messages.push(message);
      return;
    }
    turn = { author, messages: [message] };
    items.push({ kind: "turn", key: message.id, ...turn });
  }

  function note(written: TimelineNote): void {
    place(written.at);
    turn = null;
    items.push({ kind: "note", key: written.id, note: written });
  }

  for (const entry of source.entries) {
    if (entry.kind === "note") {
      const { id, author, text, at } = entry;
      note({ id, author, text, at, delivery: null });
    }
    if (entry.kind === "control") {
      place(entry.at);
      turn = null;
      items.push({ kind: "control", key: `control ${entry.seq}`, entry });
    }
    if (isTold(entry)) {
      place(entry.at);
      turn = null;
      items.push({ kind: "told", key: `told ${entry.seq}`, entry });
    }
    if (entry.kind !== "message") continue;
    const noticed = signals.get(entry.id) ?? [];
    say(entry.author, {
      id: entry.id,
      text: entry.text,
      at: entry.at,
      signals: noticed,
      marks: noticed.flatMap((signal) => signal.spans),
      source: entry.source ?? null,
      delivery: entry.author.kind === "agent" ? deliveryOf(entry, source.visitor) : null,
    });
  }
  for (const draft of source.drafts) {
    const { id, text, at, delivery } = draft;
    if (draft.isNote) {
      note({ id, author: source.me, text, at, delivery });
      continue;
    }
    say(source.me, {
      id: draft.id,
      text: draft.text,
      at: draft.at,
      signals: [],
      marks: [],
      source: null,
      delivery: draft.delivery,
    });
  }
  return items.map(withNewestDeliveries(items));
}

function isTold(entry: LogEntry): entry is ToldEntry {
  const { kind } = entry;
  return kind === "notice" || kind === "procedure" || kind === "feedback" || kind === "survey";
}

/** "Read" under every line is noise: it is told once, under the newest that has come as far. What failed, always. */
function withNewestDeliveries(items: readonly TimelineItem[]): (item: TimelineItem) => TimelineItem {
  const own = items
    .flatMap((item) => (item.kind === "turn" ? item.messages : []))
    .filter(({ delivery }) => delivery !== null);
  const told = new Set(
    own.filter(
      ({ delivery }, index) =>
        delivery?.state === "failed" || delivery?.state !== own[index + 1]?.delivery?.state,
    ),
  );
  return (item) => {
    if (item.kind !== "turn") return item;
    const messages = item.messages.map((message) =>
      told.has(message) ? message : { ...message, delivery: null },
    );
    return { ...item, messages };
  };
}

function isSame(a: Author, b: Author): boolean {
  return a.kind === b.kind && (a.kind !== "agent" || b.kind !== "agent" || a.id === b.id);
}
