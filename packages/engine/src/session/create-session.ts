/** One visitor's conversation, whole: it listens, lets the conversation machine decide, and keeps the line and the log. */
import { createActor, fromPromise } from "xstate";
import type { Clock } from "../domain/clock.ts";
import { createConnection } from "../connection/create-connection.ts";
import type { OpenSocketPort } from "../connection/socket.ts";
import { consider } from "../conversation/consider.ts";
import { conversationMachine, type ConversationEffect } from "../conversation/machine.ts";
import type { AnswerPort, DetectorPort, TriggersPort } from "../conversation/ports.ts";
import { withPatience } from "../conversation/patience.ts";
import { botMaySpeak } from "../domain/control.ts";
import { ConversationId, SendId } from "../domain/id.ts";
import type { Language } from "../domain/language.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import type { SiteConfig } from "../domain/site.ts";
import type { VisitorMessage } from "../protocol/client-message.ts";
import { CLOSE } from "../protocol/close-codes.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { ToVisitor } from "../protocol/server-message.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { wordsOf } from "../words/words-of.ts";
import { connectionStateOf } from "./connection-state.ts";
import { handoffIdOf, messageOf, movedMessageId, nextConversationId, replyIdOf } from "./derived-id.ts";
import { LogCopy } from "./log-copy.ts";
import type { SavedSession, VisitorRequest } from "./saved-session.ts";
import type { Session } from "./session.ts";
import type { SessionSnapshot } from "./snapshot.ts";
import { type FailedMessage, timelineOf } from "./timeline.ts";
import { OtherTyping, OwnTyping } from "./typing-signal.ts";
import { lastWordsIn, unansweredIn } from "./unanswered.ts";

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
  /** Absent where the site has no words of its own. */
  readonly triggers?: TriggersPort;
  readonly answer: AnswerPort;
}

/** Receipts wait this long, so that a burst of messages is acknowledged once. */
const RECEIPT_DELAY_MS = 200;

export function createSession({ site, language }: SessionOptions, ports: SessionPorts): Session {
  const { clock, saved } = ports;
  const words = wordsOf(language);
  const greeting = { text: words.greeting(site.name), at: clock.now() };
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();
  const saidAt = new Map<SendId, number>();
  const log = new LogCopy();
  /** Messages that the machine has been given, so that none is answered twice. */
  const considered = new Set<SendId>();

  let token: string | null = null;
  let conversation: ConversationId | null = null;
  let failed: readonly FailedMessage[] = [];
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
      resume: conversation === null ? null : { conversation, since: log.transcript.lastSeq },
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
      // What was still on its way to a conversation that was left is not shown in this one.
      else if (item.conversation === conversation) log.accept(item, answer.seq ?? 0);
      changed();
    },
  });

  const brain = createActor(
    conversationMachine.provide({
      actors: {
        consider: fromPromise(({ input }) => {
          const question = { ...input.said, language, hasOffered: input.hasOffered || hasOffered() };
          const { detector, triggers, answer } = ports;
          const world = { detector, triggers, answer, nouns: site };
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
        log.welcomed(message.conversation?.id === conversation ? message.conversation : null);
        if (log.transcript.lastSeq > 0) receiptDue();
        catchUp();
        break;
      case "entries":
        if (message.conversation === conversation) extend(message.entries);
        break;
      case "typing":
        if (message.conversation === conversation) otherTyping.note(message.typing ? message.author : null);
        break;
      case "received":
        if (message.conversation === conversation && message.side === "agent")
          log.agentReceipt = message.receipt;
        break;
      case "accepted":
      case "refused":
      case "pong":
        break;
    }
    changed();
  }

  function extend(entries: readonly LogEntry[]): void {
    const before = log.transcript.control;
    const extended = log.extend(entries);
    const { control, lastSeq } = extended.transcript;
    if (!botMaySpeak(control)) dropReplies();
    if (extended.isGapped && conversation !== null) {
      connection.tell({
        type: "fetch-entries",
        conversation,
        since: lastSeq,
      } satisfies VisitorMessage);
    }
    for (const entry of extended.added) {
      if (entry.kind === "message") connection.outbox.settle(entry.id);
      if (entry.kind === "message" && entry.author.kind !== "visitor") otherTyping.note(null);
    }
    if (control !== before) {
      // Whoever typed has handed over, or has ended it.
      otherTyping.note(null);
      brain.send({ type: "CONTROL_CHANGED", control });
    }
    if (extended.added.length > 0) receiptDue();
    catchUp();
  }

  /** After a resume: what the visitor said and nobody has reacted to is considered now, in whichever tab lives. */
  function catchUp(): void {
    if (!log.catchesUp() || log.transcript.control !== "bot") return;
    for (const { id, text } of unansweredIn(log.transcript, unlogged())) {
      if (!considered.has(id)) considerSaid(id, text);
    }
  }

  /** What the log does not hold yet, oldest first: answered by `accepted` only, and not answered at all. */
  function unlogged(): readonly VisitorRequest[] {
    return [...log.accepted, ...connection.outbox.pending];
  }

  /** A reply that is still on its way when a person has the conversation comes too late (F19, T15). */
  function dropReplies(): void {
    for (const { id, type } of connection.outbox.pending) {
      if (type === "send-reply") connection.outbox.settle(id);
    }
  }

  /** Whether Sophie's last words, perhaps on an earlier page, were an offer to fetch a person. */
  function hasOffered(): boolean {
    return lastWordsIn(log.transcript, unlogged()) === words.admit;
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
      const said = effect.type === "reply" ? effect.answer : { text: words.admit };
      connection.request({ type: "send-reply", id, conversation, ...said });
    }
    changed();
  }

  function refused(item: VisitorRequest, refusal: Refusal): void {
    const isOver = refusal.code === "conversation_closed" || refusal.code === "not_found";
    const isCurrent = item.conversation === conversation;
    if (item.type === "send-message") {
      // A new id, so that a late answer about the old conversation is not taken for one about this.
      const movedId = isOver ? movedMessageId(item.id) : null;
      if (movedId !== null) {
        if (isCurrent) startConversation();
        sendMessage(movedId, item.text);
      } else {
        failed = [...failed, { id: item.id, text: item.text, at: clock.now(), reason: refusal.code }];
      }
    }
    if (item.type === "request-handoff" && isCurrent) {
      brain.send({ type: "HANDOFF_REFUSED", answers: messageOf(item.id) });
    }
  }

  function startConversation(): void {
    // Not in place of one that was just found void: it may be the same.
    if (conversation === null) token ??= saved.knownToken();
    conversation =
      conversation === null ? ConversationId.parse(ports.newId()) : nextConversationId(conversation);
    log.startOver();
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
    if (log.isCaughtUp && log.transcript.control === "bot") considerSaid(id, text);
  }

  function receiptDue(): void {
    if (isReceiptDue) return;
    isReceiptDue = true;
    cancelReceipt = clock.after(RECEIPT_DELAY_MS, () => {
      isReceiptDue = false;
      if (conversation === null) return;
      connection.tell({
        type: "mark-received",
        conversation,
        receipt: log.receipt,
      } satisfies VisitorMessage);
    });
  }

  function changed(): void {
    if (isClosed) return;
    snapshot = takeSnapshot();
    for (const listener of listeners) listener(snapshot);
  }

  function takeSnapshot(): SessionSnapshot {
    const { control, controller } = log.transcript;
    const isThinking = control === "bot" && brain.getSnapshot().matches({ bot: "considering" });
    const isAsking = control === "bot" && brain.getSnapshot().matches("procedure");
    return {
      language,
      connection: connectionStateOf(connection.state),
      conversation,
      control,
      agent: controller?.kind === "agent" ? { name: controller.name } : null,
      timeline: timelineOf({
        greeting,
        log,
        pending: unlogged(),
        failed,
        saidAt,
      }),
      quickReplies: control === "bot" && !isAsking ? ["talk_to_person"] : [],
      isAsking,
      typing: otherTyping.author ?? (isThinking ? { kind: "bot" } : null),
      unread: log.unread,
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
      log.expectLog();
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
        if (log.transcript.control === "closed" && site.afterClose === "new_conversation")
          startConversation();
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
      if (!log.markRead()) return;
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
    if (conversation === null || log.transcript.control === "closed") startConversation();
    connection.start();
    brain.send({ type: "PERSON_ASKED", trigger });
    changed();
  }
}
