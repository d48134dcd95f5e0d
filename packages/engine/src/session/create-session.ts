/** One visitor's conversation, whole: it listens, lets the conversation machine decide, and keeps the line and the log. */
import { createConnection } from "../connection/create-connection.ts";
import type { ConversationEffect } from "../conversation/conversation-event.ts";
import type { BotState } from "../domain/bot-state.ts";
import { botMaySpeak } from "../domain/control.ts";
import { ConversationId, SendId } from "../domain/id.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import type { SurveyAnswer } from "../domain/survey-answer.ts";
import type { VisitorMessage } from "../protocol/client-message.ts";
import { CLOSE } from "../protocol/close-codes.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { QueuePlace } from "../protocol/queue-position.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { ToVisitor } from "../protocol/server-message.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { createBrain } from "./brain.ts";
import { messageOf, movedMessageId, nextConversationId } from "./derived-id.ts";
import { DueReceipt } from "./due-receipt.ts";
import { FarAnswers } from "./far-answers.ts";
import { LogCopy } from "./log-copy.ts";
import { callbackRequest, feedbackRequest, fieldsAskedIn, requestOf, surveyRequest } from "./request-of.ts";
import type { VisitorRequest } from "./saved-session.ts";
import type { Session } from "./session.ts";
import type { SessionOptions, SessionPorts } from "./session-ports.ts";
import type { SessionSnapshot } from "./snapshot.ts";
import { standingOf } from "./standing.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import type { FailedMessage } from "./timeline.ts";
import { OtherTyping, OwnTyping } from "./typing-signal.ts";
import { unansweredIn } from "./unanswered.ts";
import { Voice } from "./voice.ts";

/** A server learns of a pause, and of its end, within seconds (S1). */
const GO_ON_AGAIN_MS = 5_000;

/**
 * One visitor's conversation. Sends and stores nothing until somebody writes, asks for a person, or `open`
 * finds a saved one.
 *
 * @param options the site, the language to begin with, and Sophie's words in it
 * @param ports the world, as far as a session needs it; see `docs/sdk.md`
 * @example
 * const session = createSession({ site, language: "nl", words: wordsOf("nl") }, ports);
 * session.subscribe(({ timeline }) => draw(timeline));
 * session.say("Kan ik het huis bezichtigen?");
 */
export function createSession(options: SessionOptions, ports: SessionPorts): Session {
  const { site } = options;
  const { clock, saved } = ports;
  const voice = new Voice(options, ports, changed);
  const greeting = { text: voice.words.greeting(site.name), at: clock.now() };
  const listeners = new Set<(snapshot: SessionSnapshot) => void>();
  const saidAt = new Map<SendId, number>();
  const log = new LogCopy();
  /** Messages that the machine has been given, so that none is answered twice. */
  const considered = new Set<SendId>();

  let token: string | null = null;
  let conversation: ConversationId | null = null;
  let failed: readonly FailedMessage[] = [];
  let position: QueuePlace | null = null;
  let bot: BotState = site.handoff?.paused === true ? "paused" : "answers";
  /** After which entry the visitor was taken here from another conversation; `asked` until the log has come. */
  let takenTo: number | "asked" | null = null;
  let goneOnAt = Number.NEGATIVE_INFINITY;
  let isClosed = false;

  const connection = createConnection<ToVisitor, VisitorRequest>({
    openSocket: ports.openSocket,
    clock,
    random: ports.random,
    schema: ToVisitor,
    welcome: "visitor-welcome",
    store: saved,
    hello: () => {
      joinOtherTab();
      return {
        type: "visitor-hello",
        protocol: PROTOCOL_VERSION,
        token,
        language: voice.language,
        ...(options.zone === undefined ? {} : { zone: options.zone }),
        ...(site.handoff?.noReply ? { page: options.page?.() } : {}),
        resume: conversation === null ? null : { conversation, since: log.transcript.lastSeq },
      };
    },
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
      else if (item.conversation === conversation) accepted(item, answer.seq);
      changed();
    },
  });

  const far = new FarAnswers({
    clock,
    patienceMs: site.assistant?.patienceMs ?? null,
    near: ports.answer,
    ask: (message) => conversation !== null && tell({ type: "ask-answer", conversation, message }),
    onChange: changed,
  });
  const brain = createBrain(options, { ...ports, answer: far.answer }, voice, () => bot);
  for (const type of ["reply", "say", "restate", "begin", "escalate"] as const) brain.on(type, carryOut);

  const receipt = new DueReceipt(clock, () => {
    if (conversation !== null) tell({ type: "mark-received", conversation, receipt: log.receipt });
  });
  const ownTyping = new OwnTyping(clock, (typing) => {
    if (conversation !== null) tell({ type: "set-typing", conversation, typing });
  });
  const otherTyping = new OtherTyping(clock, changed);

  let snapshot = look();
  brain.subscribe(changed);
  brain.start();

  function tell(message: VisitorMessage): void {
    connection.tell(message);
  }

  function receive(message: ToVisitor): void {
    switch (message.type) {
      case "visitor-welcome":
        token = message.token;
        if (conversation !== null) saved.save({ token, conversation });
        // Another conversation may have begun since the hello that named the old one.
        log.welcomed(message.conversation?.id === conversation ? message.conversation : null);
        position = message.conversation?.place ?? position;
        bot = message.bot ?? bot;
        if (log.transcript.lastSeq > 0) receipt.isDue();
        far.lineIsBack();
        catchUp();
        break;
      case "entries":
        if (message.conversation === conversation) extend(message.entries);
        break;
      case "typing":
        if (message.conversation === conversation) otherTyping.note(message.typing ? message.author : null);
        break;
      case "answer-part":
      case "answer-over":
        if (message.conversation === conversation) far.hear(message);
        break;
      case "queue-position":
        if (message.conversation === conversation) position = message;
        break;
      case "received":
        if (message.conversation === conversation && message.side === "agent")
          log.agentReceipt = message.receipt;
        break;
      case "bot-changed":
        ({ bot } = message);
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
    if (extended.isGapped && conversation !== null)
      tell({ type: "fetch-entries", conversation, since: lastSeq });
    for (const entry of extended.added) {
      if (entry.kind === "message") connection.outbox.settle(entry.id);
      if (entry.kind === "message" && entry.author.kind !== "visitor") otherTyping.note(null);
      if (entry.kind === "procedure" && log.isCaughtUp) askFields();
      if (entry.kind === "notice" && entry.notice === "nobody")
        brain.send({ type: "NOBODY_CALLED", isTold: true });
    }
    if (control !== before) {
      // Whoever typed has handed over, or has ended it.
      otherTyping.note(null);
      if (control !== "human_pending") position = null;
      brain.send({ type: "CONTROL_CHANGED", control });
    }
    if (extended.added.length > 0) receipt.isDue();
    catchUp();
  }

  /** After a resume: what the visitor said and nobody has reacted to is considered now, in whichever tab lives. */
  function catchUp(): void {
    if (!log.catchesUp()) return;
    if (takenTo === "asked") takenTo = log.transcript.lastSeq;
    if (log.transcript.control !== "bot") return;
    resume();
    askFields();
    considerUnanswered();
  }

  /** The machine takes up where the log stands. */
  function resume(): void {
    const { offer, unknowns, notice } = standing();
    brain.send({ type: "RESUMED", offer, unknowns, nobody: notice?.notice === "nobody" });
  }

  function considerUnanswered(): void {
    if (isClosed || log.transcript.control !== "bot") return;
    for (const { id, text } of unansweredIn(log.transcript, unlogged())) {
      if (!considered.has(id)) considerSaid(id, text);
    }
  }

  /** What the log does not hold yet, oldest first: answered by `accepted` only, and not answered at all. */
  function unlogged(): readonly VisitorRequest[] {
    return [...log.accepted, ...connection.outbox.pending];
  }

  function standing() {
    return standingOf(log.transcript, unlogged());
  }

  /** Lets the machine know what the log says that the visitor is being asked for. */
  function askFields(): void {
    const event = fieldsAskedIn(standing());
    if (event !== null) brain.send(event);
  }

  /** A reply that is still on its way when a person has the conversation comes too late (F19, T15). */
  function dropReplies(): void {
    for (const { id, type } of connection.outbox.pending) {
      if (type === "send-reply" || type === "begin-handoff") connection.outbox.settle(id);
    }
  }

  function considerSaid(id: SendId, text: string): void {
    considered.add(id);
    brain.send({ type: "VISITOR_SAID", said: { id, text } });
  }

  function carryOut(effect: ConversationEffect): void {
    if (conversation === null) return;
    const request = requestOf(effect, conversation, voice, standing().notice?.text);
    saidAt.set(request.id, clock.now());
    connection.request(request);
    changed();
  }

  function accepted(item: VisitorRequest, seq: number | null): void {
    log.accept(item, seq ?? 0);
    // Somebody was asked for already, by this message or another, and the bot has the conversation still: nobody is called.
    const isKnown = seq === null || seq <= log.transcript.lastSeq;
    const isAsking =
      item.type === "request-handoff" ? isKnown : item.type === "begin-handoff" && seq === null;
    if (isAsking && log.transcript.control === "bot")
      brain.send({ type: "NOBODY_CALLED", isTold: seq !== null });
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
    if (!isCurrent) return;
    if (item.type === "request-handoff" || item.type === "begin-handoff") {
      if (item.trigger === "bot_paused" && refusal.code === "signal_not_found") return goOn();
      const there = refusal.code === "already_waiting" ? ConversationId.safeParse(refusal.detail) : null;
      if (there?.success === true) return goTo(there.data, item.message);
      const request = item.type === "begin-handoff" ? item.request : item.id;
      brain.send({ type: "HANDOFF_REFUSED", answers: messageOf(request) });
    }
    // The bot was paused since this page was opened: whoever waits for its answer is for a person (S5).
    const isSilenced = item.type === "send-reply" && refusal.code === "bot_silenced";
    if (!isSilenced || log.transcript.control !== "bot" || bot === "no_reply") return;
    bot = "paused";
    askForPerson("bot_paused");
  }

  /**
   * The bot was paused when this page was loaded, and answers again (S5). Two processes may not agree for a moment: who
   * has just been sent from one to the other waits until they do.
   */
  function goOn(): void {
    bot = "answers";
    brain.send({ type: "NOT_PAUSED" });
    considered.clear();
    const waitMs = goneOnAt + GO_ON_AGAIN_MS - clock.now();
    goneOnAt = clock.now();
    if (waitMs > 0) clock.after(waitMs, considerUnanswered);
    else considerUnanswered();
  }

  /** What the visitor asked before is with people: they read so, and go on there, with what they have just asked. */
  function goTo(there: ConversationId, asked: SendId | null): void {
    const message = log.transcript.entries.find((entry) => entry.kind === "message" && entry.id === asked);
    enter(there);
    log.expectLog();
    takenTo = "asked";
    connection.stop();
    connection.start();
    const id = message?.kind === "message" ? movedMessageId(message.id) : null;
    if (message?.kind === "message" && id !== null) sendMessage(id, message.text);
  }

  function startConversation(): void {
    // Not in place of one that was just found void: it may be the same.
    if (conversation === null) token ??= saved.knownToken();
    enter(conversation === null ? ConversationId.parse(ports.newId()) : nextConversationId(conversation));
  }

  function enter(next: ConversationId): void {
    conversation = next;
    takenTo = null;
    log.startOver();
    considered.clear();
    position = null;
    saved.save({ token, conversation });
    brain.send({ type: "STARTED_OVER" });
  }

  /** The old identity is void: what is unsent goes into a new conversation under a new one. */
  function moveToNewConversation(): void {
    takeAlong(startConversation);
  }

  /** Another tab was quicker to learn who the visitor is: there is one visitor, and one conversation (Q1). */
  function joinOtherTab(): void {
    const known = token === null ? saved.load() : null;
    if (known?.token == null) return;
    ({ token } = known);
    if (conversation === null || conversation === known.conversation) return;
    takeAlong(() => enter(known.conversation));
    log.expectLog();
  }

  /** What is unsent goes where `move` leads. */
  function takeAlong(move: () => void): void {
    const unsent = connection.outbox.pending;
    move();
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
    if (!log.isCaughtUp || log.transcript.control !== "bot") return;
    // Another tab's conversation has gone on in the log alone: what was offered there is answered here.
    resume();
    considerSaid(id, text);
  }

  function askForPerson(trigger: "demo_request" | "human_request" | "bot_paused"): void {
    if (conversation === null || log.transcript.control === "closed") startConversation();
    connection.start();
    brain.send({ type: "PERSON_ASKED", trigger, press: SendId.parse(ports.newId()) });
    changed();
  }

  function changed(): void {
    if (isClosed) return;
    if (connection.state.state === "online") far.stored((id) => log.holds(id));
    snapshot = look();
    for (const listener of listeners) listener(snapshot);
  }

  function look(): SessionSnapshot {
    const line = connection.state;
    const takenSeq = takenTo === "asked" ? null : takenTo;
    const parts = {
      takenSeq,
      site,
      voice,
      greeting,
      line,
      conversation,
      log,
      failed,
      saidAt,
      brain,
      position,
      far,
    };
    return takeSnapshot({ ...parts, unlogged: unlogged(), typing: otherTyping });
  }

  function say(text: string): void {
    const trimmed = text.trim();
    if (trimmed === "") return;
    ownTyping.stop();
    const id = SendId.parse(ports.newId());
    const { control } = log.transcript;
    const { surveySeq } = standing();
    if (trimmed.length > LIMITS.textChars) {
      failed = [...failed, { id, text: trimmed, at: clock.now(), reason: "text_too_long" }];
    } else if (surveySeq !== null && /^[1-5]$/.test(trimmed)) {
      return answerSurvey({ rating: Number(trimmed), comment: "" });
    } else {
      const isOver = control === "closed" || control === "survey";
      if (isOver && site.afterClose === "new_conversation") startConversation();
      if (control === "bot") voice.hear(trimmed);
      sendMessage(id, trimmed);
    }
    changed();
  }

  function answerSurvey(answer: SurveyAnswer): void {
    const { surveySeq } = standing();
    if (conversation === null || surveySeq === null) return;
    connection.request(surveyRequest(surveySeq, conversation, answer));
    changed();
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
    say,
    retry(id) {
      const message = failed.find((candidate) => candidate.id === id);
      if (message === undefined || message.text.length > LIMITS.textChars) return;
      failed = failed.filter((candidate) => candidate.id !== id);
      sendMessage(id, message.text);
      changed();
    },
    choose(reply) {
      if (reply === "accept_offer") say(voice.words.accept);
      else if (reply === "decline_offer") say(voice.words.decline);
      else askForPerson(reply === "request_demo" ? "demo_request" : "human_request");
    },
    requestHuman: () => askForPerson("human_request"),
    giveInfo(info) {
      const isNothing = Object.keys(info).length === 0;
      brain.send(isNothing ? { type: "FIELDS_SKIPPED" } : { type: "FIELDS_GIVEN", info });
      changed();
    },
    leaveNumber(number) {
      if (conversation === null) return;
      connection.request(callbackRequest(SendId.parse(ports.newId()), conversation, number));
    },
    giveFeedback(message, helpful) {
      if (conversation === null || standing().feedback.has(message)) return;
      const request = feedbackRequest(message, conversation, helpful);
      connection.request(request);
      brain.send({ type: "FEEDBACK_GIVEN", answers: request.id, helpful });
      changed();
    },
    answerSurvey,
    noteTyping: () => ownTyping.key(),
    markRead() {
      if (!log.markRead()) return;
      receipt.isDue();
      changed();
    },
    reconnect: () => connection.retry(),
    close() {
      isClosed = true;
      receipt.close();
      ownTyping.stop();
      otherTyping.close();
      brain.stop();
      connection.stop();
    },
  };
}
