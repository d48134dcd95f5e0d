/** One visitor's conversation, whole: it listens, lets the conversation machine decide, and keeps the line and the log. */
import { createActor, fromPromise } from "xstate";
import type { Clock } from "../connection/clock.ts";
import { createConnection } from "../connection/create-connection.ts";
import type { OpenSocketPort } from "../connection/socket.ts";
import { type Considered, consider } from "../conversation/consider.ts";
import { conversationMachine, type ConversationEffect } from "../conversation/machine.ts";
import type { AnswerPort, DetectorPort } from "../conversation/ports.ts";
import { EMPTY_TRANSCRIPT, extendTranscript } from "../conversation/transcript.ts";
import { botMaySpeak } from "../domain/control.ts";
import { ConversationId, SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { SiteConfig } from "../domain/site.ts";
import type { VisitorMessage } from "../protocol/client-message.ts";
import { CLOSE } from "../protocol/close-codes.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { ToVisitor } from "../protocol/server-message.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { wordsOf } from "../words/words-of.ts";
import type { SavedSession, VisitorRequest } from "./saved-session.ts";
import type { Session } from "./session.ts";
import type { ConnectionState, SessionSnapshot } from "./snapshot.ts";
import { type FailedMessage, timelineOf } from "./timeline.ts";
import { OtherTyping, OwnTyping } from "./typing-signal.ts";

export interface SessionOptions {
  readonly site: SiteConfig;
  readonly language: Language;
}

/** The world, as far as a session needs it. */
export interface SessionPorts {
  readonly openSocket: OpenSocketPort;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** A new, unguessable id, such as `crypto.randomUUID()`. */
  readonly newId: () => string;
  readonly saved: SavedSession;
  readonly detector: DetectorPort;
  readonly answer: AnswerPort;
}

/** Receipts wait this long, so that a burst of messages is acknowledged once. */
const RECEIPT_DELAY_MS = 200;
/** A detector or an answer that takes longer counts as not knowing: nobody waits for ever (F1). */
const CONSIDER_MS = 8_000;
const NOTHING_RECEIVED: Receipt = { delivered: 0, read: 0 };

export function createSession({ site, language }: SessionOptions, ports: SessionPorts): Session {
  const { clock, saved } = ports;
  const words = wordsOf(language);
  const greeting = { text: words.greeting(site.name), at: clock.now() };
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();
  const saidAt = new Map<SendId, number>();
  /** Accepted, but not in the copy of the log yet: shown as sent until they are. */
  const accepted = new Map<SendId, { readonly seq: number; readonly item: VisitorRequest }>();
  /** Messages that the machine has been given, so that none is answered twice. */
  const considered = new Set<SendId>();

  let token: string | null = null;
  let conversation: ConversationId | null = null;
  let transcript = EMPTY_TRANSCRIPT;
  let agentReceipt = NOTHING_RECEIVED;
  let readSeq = 0;
  let failed: readonly FailedMessage[] = [];
  /** Whether the log is as far as the server's was at the last welcome. While it is not, nobody knows who may speak. */
  let isCaughtUp = true;
  /** The server's newest `seq` at the last welcome; null before the first one. */
  let welcomeSeq: number | null = null;
  let isReceiptDue = false;
  let cancelReceipt: () => void = () => {};
  let isClosed = false;

  const connection = createConnection<ToVisitor, VisitorRequest>({
    openSocket: ports.openSocket,
    clock,
    random: ports.random,
    schema: ToVisitor,
    welcome: "visitor-welcome",
    store: saved,
    hello: () => ({
      type: "visitor-hello",
      protocol: PROTOCOL_VERSION,
      token,
      language,
      resume: conversation === null ? null : { conversation, since: transcript.lastSeq },
    }),
    onMessage: receive,
    onState: (state) => {
      const identityIsGone =
        state.state === "stopped" &&
        (state.code === CLOSE.tokenExpired.code || state.code === CLOSE.tokenRefused.code);
      if (identityIsGone && token !== null) {
        token = null;
        moveToNewConversation();
        connection.start();
        return;
      }
      changed();
    },
    onAnswer: (item, answer) => {
      if (!answer.ok) refused(item, answer.refusal);
      else if ((answer.seq ?? 0) > transcript.lastSeq) accepted.set(item.id, { seq: answer.seq ?? 0, item });
      changed();
    },
  });

  const brain = createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(({ input }) => {
          const question = { text: input.said.text, language, hasOffered: input.hasOffered || hasOffered() };
          const world = { detector: ports.detector, answer: ports.answer, nouns: site };
          return withPatience(consider(question, world), clock);
        }),
      },
    }),
  );
  for (const type of ["reply", "admit", "escalate"] as const) brain.on(type, carryOut);

  const ownTyping = new OwnTyping(clock, (typing) => {
    if (conversation !== null)
      connection.tell({ type: "set-typing", conversation, typing } satisfies VisitorMessage);
  });
  const otherTyping = new OtherTyping(clock, changed);

  let snapshot = takeSnapshot();
  brain.subscribe(changed);
  brain.start();

  function receive(message: ToVisitor): void {
    switch (message.type) {
      case "visitor-welcome":
        token = message.token;
        if (conversation !== null) saved.save({ token, conversation });
        // Another conversation may have begun since the hello that named the old one.
        welcomeSeq = 0;
        if (message.conversation !== null && message.conversation.id === conversation) {
          welcomeSeq = message.conversation.lastSeq;
          agentReceipt = message.conversation.agent;
          readSeq = Math.max(readSeq, message.conversation.visitor.read);
        }
        isCaughtUp = false;
        if (transcript.lastSeq > 0) receiptDue();
        catchUp();
        break;
      case "entries":
        if (message.conversation === conversation) extend(message.entries);
        break;
      case "typing":
        if (message.conversation === conversation) otherTyping.note(message.typing ? message.author : null);
        break;
      case "received":
        if (message.conversation === conversation && message.side === "agent") agentReceipt = message.receipt;
        break;
      case "accepted":
      case "refused":
      case "pong":
        break;
    }
    changed();
  }

  function extend(entries: readonly LogEntry[]): void {
    const before = transcript.control;
    const extended = extendTranscript(transcript, entries);
    transcript = extended.transcript;
    if (!botMaySpeak(transcript.control)) dropReplies();
    if (extended.isGapped && conversation !== null) {
      connection.tell({
        type: "fetch-entries",
        conversation,
        since: transcript.lastSeq,
      } satisfies VisitorMessage);
    }
    for (const entry of extended.added) {
      if (entry.kind === "message") connection.outbox.settle(entry.id);
      if (entry.kind === "message" && entry.author.kind !== "visitor") otherTyping.note(null);
    }
    for (const [id, { seq }] of accepted) if (seq <= transcript.lastSeq) accepted.delete(id);
    if (transcript.control !== before) brain.send({ type: "CONTROL_CHANGED", control: transcript.control });
    if (extended.added.length > 0) receiptDue();
    catchUp();
  }

  /** After a resume: what the visitor said and nobody has reacted to is considered now, in whichever tab lives. */
  function catchUp(): void {
    if (isCaughtUp || welcomeSeq === null || transcript.lastSeq < welcomeSeq) return;
    isCaughtUp = true;
    if (transcript.control !== "bot") return;
    const pending = unlogged();
    const said = [...transcript.entries.filter((entry) => entry.kind === "message"), ...pending];
    const isHandled = (id: SendId) =>
      considered.has(id) || said.some((other) => other.id === replyIdOf(id) || other.id === handoffIdOf(id));
    for (const item of said) {
      const isVisitors = "author" in item ? item.author.kind === "visitor" : item.type === "send-message";
      if (isVisitors && "text" in item && !isHandled(item.id)) considerSaid(item.id, item.text);
    }
  }

  /** What the log does not hold yet, oldest first: answered by `accepted` only, and not answered at all. */
  function unlogged(): readonly VisitorRequest[] {
    return [...[...accepted.values()].map(({ item }) => item), ...connection.outbox.pending];
  }

  /** A reply that is still on its way when a person has the conversation comes too late (F19, T15). */
  function dropReplies(): void {
    for (const { id, type } of connection.outbox.pending) {
      if (type === "send-reply") connection.outbox.settle(id);
    }
  }

  /** Whether Sophie's last words, perhaps on an earlier page, were an offer to fetch a person. */
  function hasOffered(): boolean {
    const pending = unlogged().findLast(({ type }) => type === "send-reply");
    if (pending !== undefined && "text" in pending) return pending.text === words.admit;
    const logged = transcript.entries.findLast(
      (entry) => entry.kind === "message" && entry.author.kind === "bot",
    );
    return logged?.kind === "message" && logged.text === words.admit;
  }

  function considerSaid(id: SendId, text: string): void {
    considered.add(id);
    brain.send({ type: "VISITOR_SAID", said: { id, text } });
  }

  function carryOut(effect: ConversationEffect): void {
    if (conversation === null) return;
    if (effect.type === "escalate") {
      const { trigger, source, answers } = effect;
      const id = handoffIdOf(answers ?? SendId.parse(ports.newId()));
      const message = source === "text" ? answers : null;
      connection.request({ type: "request-handoff", id, conversation, trigger, source, message });
    } else {
      const id = replyIdOf(effect.answers);
      saidAt.set(id, clock.now());
      const text = effect.type === "reply" ? effect.text : words.admit;
      connection.request({ type: "send-reply", id, conversation, text });
    }
    changed();
  }

  function refused(item: VisitorRequest, refusal: Refusal): void {
    const isOver = refusal.code === "conversation_closed" || refusal.code === "not_found";
    const isCurrent = item.conversation === conversation;
    if (item.type === "send-message") {
      if (isOver && placeOf(item.id) <= MOVES_MAX) {
        if (isCurrent) startConversation();
        // A new id, so that a late answer about the old conversation is not taken for one about this.
        sendMessage(SendId.parse(successorOf(item.id)), item.text);
      } else {
        failed = [...failed, { id: item.id, text: item.text, at: clock.now(), reason: refusal.code }];
      }
    }
    if (item.type === "request-handoff" && isCurrent) {
      brain.send({ type: "HANDOFF_REFUSED", answers: messageOf(item.id) });
    }
  }

  function startConversation(): void {
    conversation = ConversationId.parse(conversation === null ? ports.newId() : successorOf(conversation));
    transcript = EMPTY_TRANSCRIPT;
    agentReceipt = NOTHING_RECEIVED;
    readSeq = 0;
    welcomeSeq = null;
    isCaughtUp = true;
    accepted.clear();
    considered.clear();
    saved.save({ token, conversation });
    brain.send({ type: "STARTED_OVER" });
  }

  /** The old identity is void: what is unsent goes into a new conversation under a new one. */
  function moveToNewConversation(): void {
    const unsent = connection.outbox.pending;
    startConversation();
    for (const item of unsent) {
      connection.outbox.settle(item.id);
      if (conversation !== null) connection.outbox.add({ ...item, conversation });
    }
  }

  function sendMessage(id: SendId, text: string): void {
    if (conversation === null) startConversation();
    if (conversation === null) return;
    saidAt.set(id, clock.now());
    connection.request({ type: "send-message", id, conversation, text });
    connection.start();
    if (isCaughtUp && transcript.control === "bot") considerSaid(id, text);
  }

  function receiptDue(): void {
    if (isReceiptDue) return;
    isReceiptDue = true;
    cancelReceipt = clock.after(RECEIPT_DELAY_MS, () => {
      isReceiptDue = false;
      if (conversation === null) return;
      const receipt: Receipt = { delivered: transcript.lastSeq, read: readSeq };
      connection.tell({ type: "mark-received", conversation, receipt } satisfies VisitorMessage);
    });
  }

  function changed(): void {
    if (isClosed) return;
    snapshot = takeSnapshot();
    for (const listener of listeners) listener(snapshot);
  }

  function takeSnapshot(): SessionSnapshot {
    const { control, controller } = transcript;
    const isThinking = control === "bot" && brain.getSnapshot().matches({ bot: "considering" });
    const isAsking = control === "bot" && brain.getSnapshot().matches("procedure");
    return {
      language,
      connection: connectionState(connection.state),
      conversation,
      control,
      agent: controller?.kind === "agent" ? { name: controller.name } : null,
      timeline: timelineOf({
        greeting,
        transcript,
        agentReceipt,
        pending: unlogged(),
        accepted,
        failed,
        saidAt,
      }),
      quickReplies: control === "bot" && !isAsking ? ["talk_to_person"] : [],
      isAsking,
      typing: otherTyping.author ?? (isThinking ? { kind: "bot" } : null),
      unread: transcript.entries.filter(
        (entry) => entry.kind === "message" && entry.author.kind !== "visitor" && entry.seq > readSeq,
      ).length,
    };
  }

  return {
    get snapshot() {
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      const identity = saved.load();
      if (identity === null || conversation !== null) return;
      ({ token, conversation } = identity);
      isCaughtUp = false;
      connection.start();
      changed();
    },
    say(text) {
      const trimmed = text.trim();
      if (trimmed === "") return;
      ownTyping.stop();
      const id = SendId.parse(ports.newId());
      if (trimmed.length > LIMITS.textChars) {
        failed = [...failed, { id, text: trimmed, at: clock.now(), reason: "text_too_long" }];
      } else {
        if (transcript.control === "closed" && site.afterClose === "new_conversation") startConversation();
        sendMessage(id, trimmed);
      }
      changed();
    },
    retry(id) {
      const message = failed.find((candidate) => candidate.id === id);
      if (message === undefined || message.text.length > LIMITS.textChars) return;
      failed = failed.filter((candidate) => candidate.id !== id);
      sendMessage(id, message.text);
      changed();
    },
    choose(reply) {
      askForPerson(reply === "request_demo" ? "demo_request" : "human_request");
    },
    requestHuman() {
      askForPerson("human_request");
    },
    noteTyping: () => ownTyping.key(),
    markRead() {
      if (readSeq >= transcript.lastSeq) return;
      readSeq = transcript.lastSeq;
      receiptDue();
      changed();
    },
    reconnect: () => connection.retry(),
    close() {
      isClosed = true;
      cancelReceipt();
      ownTyping.stop();
      otherTyping.close();
      brain.stop();
      connection.stop();
    },
  };

  function askForPerson(trigger: "demo_request" | "human_request"): void {
    if (conversation === null || transcript.control === "closed") startConversation();
    connection.start();
    brain.send({ type: "PERSON_ASKED", trigger });
    changed();
  }
}

/** Derived, so that two tabs, or a tab and its successor, give one answer to one message. */
function replyIdOf(message: SendId): SendId {
  return `re:${message}` as SendId;
}

function handoffIdOf(message: SendId): SendId {
  return `ho:${message}` as SendId;
}

/** How often one message is moved on before it counts as failed. */
const MOVES_MAX = 3;

/**
 * The id of what takes the place of a conversation that is over, or of a message that it refused: `a`, `a:2`, `a:3`.
 * Derived, so that two tabs with one unsent message move it to the same place under the same id.
 */
function successorOf(id: string): string {
  return `${originOf(id)}:${placeOf(id) + 1}`;
}

function originOf(id: string): string {
  return id.replace(/:\d+$/, "");
}

/** 1 for what has taken nobody's place. */
function placeOf(id: string): number {
  return Number(/:(\d+)$/.exec(id)?.[1] ?? 1);
}

/** What `ho:…` was derived from. */
function messageOf(request: SendId): SendId {
  return request.replace(/^ho:/, "") as SendId;
}

function withPatience(considered: Promise<Considered>, clock: Clock): Promise<Considered> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(CONSIDER_MS, () => resolve({ kind: "unknown" }));
    considered.then(resolve, reject).finally(cancel);
  });
}

function connectionState(line: { state: string; nextTryAt?: number; code?: number }): ConnectionState {
  switch (line.state) {
    case "idle":
    case "connecting":
    case "online":
      return { state: line.state };
    case "waiting":
      return { state: "offline", nextTryAt: line.nextTryAt ?? 0 };
    default:
      return { state: "stopped", code: line.code ?? 0 };
  }
}
