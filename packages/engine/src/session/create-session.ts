/** One visitor's conversation, whole: it listens, lets the conversation machine decide, and keeps the line and the log. */
import { createActor, fromPromise } from "xstate";
import type { Clock } from "../connection/clock.ts";
import { createConnection } from "../connection/create-connection.ts";
import type { OpenSocketPort } from "../connection/socket.ts";
import { consider } from "../conversation/consider.ts";
import { conversationMachine, type ConversationEffect } from "../conversation/machine.ts";
import type { AnswerPort, DetectorPort } from "../conversation/ports.ts";
import { EMPTY_TRANSCRIPT, extendTranscript } from "../conversation/transcript.ts";
import { ConversationId, SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { SiteConfig } from "../domain/site.ts";
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
const NOTHING_RECEIVED: Receipt = { delivered: 0, read: 0 };

export function createSession({ site, language }: SessionOptions, ports: SessionPorts): Session {
  const { clock, saved } = ports;
  const words = wordsOf(language);
  const greeting = { text: words.greeting(site.name), at: clock.now() };
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();
  const saidAt = new Map<SendId, number>();
  /** Messages that the machine has been given, so that none is answered twice. */
  const considered = new Set<SendId>();

  let token: string | null = null;
  let conversation: ConversationId | null = null;
  let transcript = EMPTY_TRANSCRIPT;
  let agentReceipt = NOTHING_RECEIVED;
  let readSeq = 0;
  let failed: readonly FailedMessage[] = [];
  /** The server's newest `seq` at the last welcome; the log is caught up once it is reached. */
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
      }
      changed();
    },
    onAnswer: (item, answer) => {
      if (!answer.ok) refused(item, answer.refusal);
      changed();
    },
  });

  const brain = createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(({ input }) =>
          consider(
            { text: input.said.text, language, hasOffered: input.hasOffered },
            { detector: ports.detector, answer: ports.answer, nouns: site },
          ),
        ),
      },
    }),
  );
  for (const type of ["reply", "admit", "escalate"] as const) brain.on(type, carryOut);
  brain.subscribe(changed);
  brain.start();

  const ownTyping = new OwnTyping(clock, (typing) => {
    if (conversation !== null)
      connection.tell({ type: "set-typing", conversation, typing } as { type: string });
  });
  const otherTyping = new OtherTyping(clock, changed);

  let snapshot = takeSnapshot();

  function receive(message: ToVisitor): void {
    switch (message.type) {
      case "visitor-welcome":
        token = message.token;
        if (conversation !== null) saved.save({ token, conversation });
        if (message.conversation !== null && message.conversation.id === conversation) {
          agentReceipt = message.conversation.agent;
          readSeq = Math.max(readSeq, message.conversation.visitor.read);
        }
        welcomeSeq = message.conversation?.lastSeq ?? 0;
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
    if (extended.isGapped && conversation !== null) {
      connection.tell({ type: "fetch-entries", conversation, since: transcript.lastSeq } as { type: string });
    }
    for (const entry of extended.added) {
      if (entry.kind === "message") connection.outbox.settle(entry.id);
      if (entry.kind === "message" && entry.author.kind !== "visitor") otherTyping.note(null);
    }
    if (transcript.control !== before) brain.send({ type: "CONTROL_CHANGED", control: transcript.control });
    if (extended.added.length > 0) receiptDue();
    catchUp();
  }

  /** After a resume: what the visitor said and nobody has reacted to is considered now, in whichever tab lives. */
  function catchUp(): void {
    if (welcomeSeq === null || transcript.lastSeq < welcomeSeq) return;
    welcomeSeq = null;
    if (transcript.control !== "bot") return;
    const pending = connection.outbox.pending;
    const said = [...transcript.entries.filter((entry) => entry.kind === "message"), ...pending];
    const isHandled = (id: SendId) =>
      considered.has(id) || said.some((other) => other.id === replyIdOf(id) || other.id === handoffIdOf(id));
    for (const item of said) {
      const isVisitors = "author" in item ? item.author.kind === "visitor" : item.type === "send-message";
      if (isVisitors && "text" in item && !isHandled(item.id)) considerSaid(item.id, item.text);
    }
  }

  function considerSaid(id: SendId, text: string): void {
    considered.add(id);
    brain.send({ type: "VISITOR_SAID", said: { id, text } });
  }

  function carryOut(effect: ConversationEffect): void {
    if (conversation === null) return;
    if (effect.type === "escalate") {
      const { trigger, message } = effect;
      const id = message === null ? (`ho:${ports.newId()}` as SendId) : handoffIdOf(message);
      const source = message === null ? "button" : "text";
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
    if (item.type === "send-message" && isOver && item.conversation === conversation) {
      startConversation();
      sendMessage(item.id, item.text);
      return;
    }
    if (item.type === "send-message") {
      failed = [...failed, { id: item.id, text: item.text, at: clock.now(), reason: refusal.code }];
    }
    if (item.type === "request-handoff") brain.send({ type: "HANDOFF_REFUSED" });
  }

  function startConversation(): void {
    conversation = ConversationId.parse(ports.newId());
    transcript = EMPTY_TRANSCRIPT;
    agentReceipt = NOTHING_RECEIVED;
    readSeq = 0;
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
    if (transcript.control === "bot") considerSaid(id, text);
  }

  function receiptDue(): void {
    if (isReceiptDue) return;
    isReceiptDue = true;
    cancelReceipt = clock.after(RECEIPT_DELAY_MS, () => {
      isReceiptDue = false;
      if (conversation === null) return;
      const receipt: Receipt = { delivered: transcript.lastSeq, read: readSeq };
      connection.tell({ type: "mark-received", conversation, receipt } as { type: string });
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
    const pending = connection.outbox.pending;
    return {
      language,
      connection: connectionState(connection.state),
      conversation,
      control,
      agent: controller?.kind === "agent" ? { name: controller.name } : null,
      timeline: timelineOf({ greeting, transcript, agentReceipt, pending, failed, saidAt }),
      quickReplies: control === "bot" ? ["talk_to_person"] : [],
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
      if (readSeq === transcript.lastSeq) return;
      readSeq = transcript.lastSeq;
      receiptDue();
      changed();
    },
    reconnect: () => connection.retry(),
    close() {
      isClosed = true;
      cancelReceipt();
      otherTyping.close();
      brain.stop();
      connection.stop();
    },
  };

  function askForPerson(trigger: "demo_request" | "human_request"): void {
    if (conversation === null) startConversation();
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
