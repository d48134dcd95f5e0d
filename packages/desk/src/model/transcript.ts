/**
 * One conversation as this desk holds it: the log without a hole, what this agent wrote and is not in it yet, and how
 * far the visitor has read. A gap is never shown; it is asked for.
 */
import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import {
  type Author,
  type Clock,
  type ConversationId,
  type Delivery,
  LIMITS,
  type LogEntry,
  type MessageEntry,
  type Receipt,
  type SendId,
  type Side,
} from "@sophie/engine";
import type { DeskAnswer, DeskRequest, DeskTelling } from "./desk-line.ts";
import { createTypingNotice } from "./typing-notice.ts";

/** What is on its way needs no asking for; what is still missing after this does. */
const PATIENCE_MS = 2_000;
/** Somebody who stopped typing without saying so, stops here. */
const TYPING_FADES_MS = 8_000;

/** Written here and not in the log yet. */
export interface Draft {
  readonly id: SendId;
  readonly text: string;
  readonly at: number;
  readonly delivery: Delivery;
  /** For colleagues, not for the visitor. */
  readonly isNote: boolean;
}

export interface Transcript {
  readonly conversation: ConversationId;
  readonly entries: ReadonlySignal<readonly LogEntry[]>;
  readonly drafts: ReadonlySignal<readonly Draft[]>;
  readonly visitorReceipt: ReadonlySignal<Receipt>;
  readonly isVisitorTyping: ReadonlySignal<boolean>;
  /** Whether the log has been heard of at all. */
  readonly isLoaded: ReadonlySignal<boolean>;
  /** The `seq` up to which nothing is missing. */
  readonly lastSeq: ReadonlySignal<number>;
  watch(): void;
  unwatch(): void;
  /** The line is new: follow again from where this copy ends. */
  resume(): void;
  say(text: string): void;
  /** For colleagues: the visitor never gets it. */
  addNote(text: string): void;
  retry(id: SendId): void;
  noteTyping(): void;
  stopTyping(): void;
  markRead(): void;
  take(entries: readonly LogEntry[]): void;
  /** The log is known to reach this far. */
  expect(lastSeq: number): void;
  takeReceipt(side: Side, receipt: Receipt): void;
  takeTyping(author: Author, typing: boolean): void;
  takeAnswer(request: DeskRequest, answer: DeskAnswer): void;
}

export interface TranscriptPorts {
  readonly conversation: ConversationId;
  readonly clock: Clock;
  readonly newId: () => SendId;
  readonly request: (request: DeskRequest) => void;
  readonly tell: (telling: DeskTelling) => void;
  /** What was not taken and stands nowhere else: while a colleague answered, or sent before the page was loaded anew. */
  readonly giveBack: (text: string, isNote: boolean) => void;
}

export function createTranscript(ports: TranscriptPorts): Transcript {
  const { conversation, clock } = ports;
  const entries = signal<readonly LogEntry[]>([]);
  const drafts = signal<readonly Draft[]>([]);
  const visitorReceipt = signal<Receipt>({ delivered: 0, read: 0 });
  const isVisitorTyping = signal(false);
  const isLoaded = signal(false);
  const lastSeq = computed(() => entries.value.at(-1)?.seq ?? 0);
  /** Entries that came before the ones they follow. */
  const early = new Map<number, LogEntry>();
  let isWatched = false;
  let expectedSeq = 0;
  let askedSince = -1;
  let readTold = 0;
  let cancelFade: (() => void) | null = null;
  let cancelCheck: (() => void) | null = null;
  const typing = createTypingNotice(clock, (isTyping) =>
    ports.tell({ type: "set-typing", conversation, typing: isTyping }),
  );

  function askForMissing(): void {
    const since = lastSeq.peek();
    if (!isWatched || since >= expectedSeq || askedSince === since) return;
    askedSince = since;
    ports.tell({ type: "fetch-entries", conversation, since });
  }

  /** Asks later, unless it has come by then. */
  function waitFor(seq: number): void {
    expectedSeq = Math.max(expectedSeq, seq);
    cancelCheck?.();
    if (expectedSeq > lastSeq.peek()) cancelCheck = clock.after(PATIENCE_MS, askForMissing);
  }

  function take(incoming: readonly LogEntry[]): void {
    for (const entry of incoming) if (entry.seq > lastSeq.peek()) early.set(entry.seq, entry);
    const grown = [...entries.peek()];
    let next = (grown.at(-1)?.seq ?? 0) + 1;
    for (let entry = early.get(next); entry !== undefined; entry = early.get(next)) {
      grown.push(entry);
      early.delete(next);
      next += 1;
    }
    batch(() => {
      isLoaded.value = true;
      if (grown.length === entries.peek().length) return;
      entries.value = grown;
      const stored = new Set(
        grown.filter((entry) => entry.kind === "message" || entry.kind === "note").map((entry) => entry.id),
      );
      drafts.value = drafts.peek().filter((draft) => !stored.has(draft.id));
      const last = grown.at(-1);
      if (last?.kind === "message" && last.author.kind === "visitor") isVisitorTyping.value = false;
    });
    for (const seq of early.keys()) if (seq < next) early.delete(seq);
    if (early.size > 0) {
      // Something came before what it follows: that is a hole, and nothing on its way fills it.
      expectedSeq = Math.max(expectedSeq, ...early.keys());
      askForMissing();
    } else {
      // A full page says nothing about what comes after it.
      waitFor(incoming.length >= LIMITS.entriesPerFetch ? next : expectedSeq);
    }
  }

  function follow(): void {
    askedSince = -1;
    ports.request({ type: "watch-conversation", id: ports.newId(), conversation, since: lastSeq.peek() });
  }

  function write(text: string, isNote: boolean): void {
    const said = text.trim();
    if (said === "") return;
    const isTooLong = said.length > LIMITS.textChars;
    const delivery: Delivery = isTooLong
      ? { state: "failed", reason: "text_too_long" }
      : { state: "sending" };
    const draft: Draft = { id: ports.newId(), text: said, at: clock.now(), delivery, isNote };
    drafts.value = [...drafts.peek(), draft];
    if (!isTooLong) send(draft);
  }

  function send({ id, text, isNote }: Draft): void {
    ports.request({ type: isNote ? "add-note" : "send-message", id, conversation, text });
  }

  function setDraft(id: SendId, delivery: Delivery): void {
    drafts.value = drafts.peek().map((draft) => (draft.id === id ? withDelivery(draft, delivery) : draft));
  }

  return {
    conversation,
    entries,
    drafts,
    visitorReceipt,
    isVisitorTyping,
    isLoaded,
    lastSeq,
    watch() {
      if (isWatched) return;
      isWatched = true;
      follow();
    },
    unwatch() {
      if (!isWatched) return;
      isWatched = false;
      typing.stop();
      cancelCheck?.();
      ports.tell({ type: "unwatch-conversation", conversation });
    },
    resume() {
      isVisitorTyping.value = false;
      readTold = 0;
      if (isWatched) follow();
    },
    say(text) {
      typing.stop();
      write(text, false);
    },
    addNote: (text) => write(text, true),
    retry(id) {
      const draft = drafts.peek().find((candidate) => candidate.id === id);
      if (draft?.delivery.state !== "failed") return;
      setDraft(id, { state: "sending" });
      send(draft);
    },
    noteTyping: () => typing.note(),
    stopTyping: () => typing.stop(),
    markRead() {
      const read = lastSeq.peek();
      if (read <= readTold) return;
      readTold = read;
      ports.tell({ type: "mark-received", conversation, receipt: { delivered: read, read } });
    },
    take,
    expect: waitFor,
    takeReceipt(side, receipt) {
      if (side !== "visitor") return;
      const held = visitorReceipt.peek();
      visitorReceipt.value = {
        delivered: Math.max(held.delivered, receipt.delivered),
        read: Math.max(held.read, receipt.read),
      };
    },
    takeTyping(author, isTyping) {
      if (author.kind !== "visitor") return;
      cancelFade?.();
      isVisitorTyping.value = isTyping;
      if (isTyping) cancelFade = clock.after(TYPING_FADES_MS, () => (isVisitorTyping.value = false));
    },
    takeAnswer(request, answer) {
      if (request.type === "watch-conversation") {
        const reachesTo = answer.ok ? (answer.seq ?? 0) : 0;
        if (reachesTo <= lastSeq.peek()) isLoaded.value = true;
        waitFor(reachesTo);
      }
      if (request.type !== "send-message" && request.type !== "add-note") return;
      const isShown = drafts.peek().some(({ id }) => id === request.id);
      if (!answer.ok && (answer.refusal.code === "being_answered" || !isShown)) {
        drafts.value = drafts.peek().filter(({ id }) => id !== request.id);
        ports.giveBack(request.text, request.type === "add-note");
      } else if (!answer.ok) setDraft(request.id, { state: "failed", reason: answer.refusal.code });
      else setDraft(request.id, { state: "sent" });
    },
  };
}

/** How far a message of an agent that is in the log has come. */
export function deliveryOf(entry: MessageEntry, visitor: Receipt): Delivery {
  if (entry.seq <= visitor.read) return { state: "read" };
  if (entry.seq <= visitor.delivered) return { state: "delivered" };
  return { state: "sent" };
}

function withDelivery(draft: Draft, delivery: Delivery): Draft {
  return { ...draft, delivery };
}
