/**
 * The server of a `SocketPair`, in memory: for testing a face or a session without a process. It answers visitors as the
 * real one does, saves before it tells, and lets the test be the agent, or break things.
 */
import type { Answer } from "../conversation/ports.ts";
import { replyIdOf } from "../session/derived-id.ts";
import type { BotState } from "../domain/bot-state.ts";
import { botMaySpeak, type Control } from "../domain/control.ts";
import type { Author } from "../domain/author.ts";
import type { CustomTrigger } from "../domain/custom-trigger.ts";
import type { ConversationId, HandoffId, SendId, VisitorId } from "../domain/id.ts";
import { forVisitor, type LogEntry } from "../domain/log-entry.ts";
import type { RequiredField } from "../domain/required-field.ts";
import type { SiteConfig } from "../domain/site.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { Clock } from "../domain/clock.ts";
import { VisitorMessage } from "../protocol/client-message.ts";
import { CLOSE } from "../protocol/close-codes.ts";
import { decodeFrame, encode } from "../protocol/codec.ts";
import { type RefusalCode, refusal } from "../protocol/refusal.ts";
import type { RequestHandoff } from "../protocol/request-handoff.ts";
import type { ToVisitor } from "../protocol/server-message.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { Detector } from "../signals/detector.ts";
import { createTriggerFinder } from "../signals/triggers.ts";
import { ANA } from "./builders.ts";
import {
  type Draft,
  type MemoryConversation,
  type MemoryRequest,
  MemoryRules,
  procedureOf,
} from "./memory-conversation.ts";
import type { ServerEnd, SocketPair } from "./socket-pair.ts";

/** How this server judges and what its site asks for. */
export interface MemoryServerOptions {
  readonly clock: Clock;
  /** What it reads again in a text before it believes a handoff. */
  readonly detector: Detector;
  /** The site's own; none unless it says otherwise. */
  readonly triggers?: readonly CustomTrigger[];
  /** `new_conversation` unless it says otherwise. */
  readonly afterClose?: SiteConfig["afterClose"];
  /** What is asked for before anybody is called; nothing unless it says otherwise. */
  readonly required?: readonly RequiredField[];
  /** Nobody is called: the bot goes on, and the visitor is told so (R16). */
  readonly callsNobody?: boolean;
}

interface Line {
  readonly end: ServerEnd;
  visitor: VisitorId | null;
  following: ConversationId | null;
}

const NOTHING: Receipt = { delivered: 0, read: 0 };

/** Listens on a `SocketPair` from the moment it is made. */
export class MemoryServer {
  readonly conversations = new Map<ConversationId, MemoryConversation>();
  /** Everything that came, in order, from all lines. */
  readonly heard: VisitorMessage[] = [];
  /** Set by the test: a code makes the server refuse this request instead of looking at it. */
  refuses: (request: MemoryRequest) => RefusalCode | null = () => null;
  /** With a refusal `already_waiting`: where the visitor's request is with people. */
  waitingIn = "";
  /** Whether Sophie answers; `changeBot` tells the pages that are open. */
  bot: BotState = "answers";
  readonly #options: MemoryServerOptions;
  readonly #rules: MemoryRules;
  readonly #lines = new Set<Line>();
  readonly #tokens = new Map<string, { readonly visitor: VisitorId; isExpired: boolean }>();

  constructor(pair: SocketPair, options: MemoryServerOptions) {
    this.#options = options;
    this.#rules = new MemoryRules(options);
    pair.onConnection = (end) => this.#connected(end);
  }

  /** What was asked for and taken, in order. */
  get handoffs(): readonly RequestHandoff[] {
    return this.#rules.handoffs;
  }

  /** The conversation, if there is exactly one; what most tests look at. */
  get only(): MemoryConversation {
    const [first, ...others] = this.conversations.values();
    if (first === undefined || others.length > 0) {
      throw new Error(`Expected one conversation, found ${this.conversations.size}.`);
    }
    return first;
  }

  /** Who said what, in order, of one conversation. */
  saidIn({ log }: MemoryConversation = this.only): readonly string[] {
    return log.flatMap((entry) => (entry.kind === "message" ? [`${entry.author.kind}: ${entry.text}`] : []));
  }

  expireTokens(): void {
    for (const token of this.#tokens.values()) token.isExpired = true;
  }

  /** The agent takes the conversation, and speaks in it. */
  agentSays(text: string, conversation = this.only): void {
    if (conversation.control !== "human") this.passControl("human", ANA, conversation);
    this.#append(conversation, {
      kind: "message",
      id: `agent-${conversation.log.length}` as SendId,
      author: ANA,
      text,
    });
  }

  passControl(to: Control, by: Author = ANA, conversation = this.only): void {
    const from = conversation.control;
    conversation.control = to;
    this.#append(conversation, { kind: "control", from, to, by, handoff: "handoff-1" as HandoffId });
  }

  /** Appends without telling anybody, as if the frame had been lost: the next one shows the hole. */
  appendUntold(text: string, conversation = this.only): void {
    this.#rules.store(conversation, {
      kind: "message",
      id: `untold-${conversation.log.length}` as SendId,
      author: ANA,
      text,
    });
  }

  /** The agents have received and read everything. */
  agentReads(conversation = this.only): void {
    const seq = conversation.log.length;
    conversation.receipts.agent = { delivered: seq, read: seq };
    this.#tell(conversation, {
      type: "received",
      conversation: conversation.id,
      side: "agent",
      receipt: conversation.receipts.agent,
    });
  }

  agentTypes(typing: boolean, conversation = this.only): void {
    this.#tell(conversation, { type: "typing", conversation: conversation.id, author: ANA, typing });
  }

  /** The visitor was asked for something and never answered: the handoff is made from what is known (F12). */
  collectDue(conversation = this.only): void {
    const asked = procedureOf(conversation);
    if (asked?.state !== "collecting" || conversation.control !== "bot") return;
    const before = conversation.log.length;
    const { request, source, message } = asked;
    const trigger = asked.trigger as RequestHandoff["trigger"];
    const handoff = { id: request, conversation: conversation.id, trigger, message } as const;
    this.#rules.hand(conversation, {
      type: "request-handoff",
      ...handoff,
      source: source === "text" ? source : "button",
    });
    this.#tellSince(conversation, before);
  }

  /** What the server's model has made so far of the answer to a message. */
  answerGrows(message: SendId, text: string, conversation = this.only): void {
    this.#tell(conversation, { type: "answer-part", conversation: conversation.id, message, text });
  }

  /** The answer is whole and stored; null if the model made none. */
  answerIsOver(message: SendId, answer: Answer | null, conversation = this.only): void {
    if (answer !== null) {
      const id = replyIdOf(message);
      const author: Author = { kind: "bot" };
      this.#append(conversation, { kind: "message", id, author, intent: "answer", ...answer });
      conversation.seqOf.set(id, conversation.log.length);
    }
    this.#tell(conversation, { type: "answer-over", conversation: conversation.id, message, answer });
  }

  /** Where a waiting visitor stands. */
  tellPosition(
    position: number,
    about: { fromMs: number; toMs: number } | null,
    conversation = this.only,
  ): void {
    this.#tell(conversation, { type: "queue-position", conversation: conversation.id, position, about });
  }

  /** The site's people pause Sophie, or let her go on. */
  changeBot(bot: BotState): void {
    this.bot = bot;
    for (const line of this.#lines) if (line.visitor !== null) send(line, { type: "bot-changed", bot });
  }

  /** What the server says of itself, such as that nobody is there. */
  notify(notice: Omit<Extract<LogEntry, { kind: "notice" }>, "seq" | "at">, conversation = this.only): void {
    this.#append(conversation, notice);
  }

  /** Closes every line with a code. */
  closeAll(code: number): void {
    for (const { end } of this.#lines) end.close(code);
  }

  #connected(end: ServerEnd): void {
    const line: Line = { end, visitor: null, following: null };
    this.#lines.add(line);
    end.onClosed = () => this.#lines.delete(line);
    end.onFrame = (frame) => {
      for (const decoded of decodeFrame(frame, VisitorMessage)) {
        if (decoded.ok) this.#receive(line, decoded.value);
        else send(line, { type: "refused", id: decoded.id, refusal: decoded.refusal });
      }
    };
  }

  #receive(line: Line, message: VisitorMessage): void {
    this.heard.push(message);
    if (message.type === "visitor-hello") return this.#greet(line, message);
    if (line.visitor === null) return line.end.close(CLOSE.helloExpected.code);
    switch (message.type) {
      case "ping":
        return send(line, { type: "pong" });
      case "set-typing":
      case "ask-answer":
        return;
      case "fetch-entries":
        return this.#sendEntries(line, message.conversation, message.since);
      case "mark-received": {
        const conversation = this.#own(line, message.conversation);
        if (conversation !== undefined) conversation.receipts.visitor = message.receipt;
        return;
      }
      case "set-consent":
      case "track-behaviour":
        // Nothing that a session or a face would notice follows from it.
        return send(line, { type: "accepted", id: message.id, seq: null });
      default:
        return this.#answer(line, message);
    }
  }

  #greet(line: Line, { token, resume }: Extract<VisitorMessage, { type: "visitor-hello" }>): void {
    const known = token === null ? undefined : this.#tokens.get(token);
    if (token !== null && known === undefined) return line.end.close(CLOSE.tokenRefused.code);
    if (known?.isExpired === true) return line.end.close(CLOSE.tokenExpired.code);
    const number = this.#tokens.size + 1;
    line.visitor = known?.visitor ?? (`visitor-${number}` as VisitorId);
    const issued = token ?? `token-${number}`;
    this.#tokens.set(issued, { visitor: line.visitor, isExpired: false });
    const resumed = resume === null ? undefined : this.#own(line, resume.conversation);
    send(line, {
      type: "visitor-welcome",
      protocol: PROTOCOL_VERSION,
      visitor: line.visitor,
      token: issued,
      conversation:
        resumed === undefined
          ? null
          : {
              id: resumed.id,
              lastSeq: resumed.log.length,
              visitor: resumed.receipts.visitor,
              agent: resumed.receipts.agent,
              ...(resumed.place === undefined ? {} : { place: resumed.place }),
            },
      bot: this.bot,
      now: this.#options.clock.now(),
    });
    if (resumed === undefined) return;
    line.following = resumed.id;
    this.#sendEntries(line, resumed.id, resume?.since ?? 0);
  }

  #answer(line: Line, request: MemoryRequest): void {
    const code = this.refuses(request) ?? this.#refusalOf(line, request);
    if (code !== null) {
      const more = code === "already_waiting" ? { detail: this.waitingIn } : {};
      return send(line, { type: "refused", id: request.id, refusal: refusal(code, more) });
    }
    const conversation = this.#conversation(line, request.conversation);
    const before = conversation.log.length;
    if (!conversation.seqOf.has(request.id)) this.#rules.carryOut(conversation, request);
    send(line, { type: "accepted", id: request.id, seq: conversation.seqOf.get(request.id) ?? null });
    if (line.following === conversation.id) this.#tellSince(conversation, before);
    else {
      line.following = conversation.id;
      this.#sendEntries(line, conversation.id, 0);
    }
  }

  #refusalOf(line: Line, request: MemoryRequest): RefusalCode | null {
    const conversation = this.conversations.get(request.conversation);
    if (conversation === undefined) return request.type === "send-reply" ? "not_found" : null;
    if (conversation.visitor !== line.visitor) return "not_found";
    if (conversation.seqOf.has(request.id)) return null;
    if (request.type === "send-reply") {
      const isSilent = conversation.control === "bot" && this.bot !== "answers";
      return botMaySpeak(conversation.control) && !isSilent ? null : "bot_silenced";
    }
    if (request.type === "give-feedback") return null;
    if (request.type === "answer-survey")
      return conversation.control === "survey" ? null : "invalid_transition";
    if (conversation.control === "closed" || conversation.control === "survey") {
      const isReopening = request.type === "send-message" && this.#options.afterClose === "reopen";
      return isReopening ? null : "conversation_closed";
    }
    if (request.type !== "send-message" && request.trigger === "bot_paused")
      return this.bot === "paused" ? null : "signal_not_found";
    if (request.type === "send-message" || request.source === "button") return null;
    const message = conversation.log.find(
      (entry) => entry.kind === "message" && entry.id === request.message,
    );
    const text = message?.kind === "message" ? message.text : "";
    if (request.trigger === "custom") {
      const matches = createTriggerFinder(this.#options.triggers ?? [])(text);
      return matches.length > 0 ? null : "signal_not_found";
    }
    const { signals } = this.#options.detector.detect(text);
    return signals.some(({ type }) => type === request.trigger) ? null : "signal_not_found";
  }

  #append(conversation: MemoryConversation, entry: Draft): void {
    const before = conversation.log.length;
    this.#rules.store(conversation, entry);
    this.#tellSince(conversation, before);
  }

  #tellSince(conversation: MemoryConversation, since: number): void {
    const entries = conversation.log.slice(since).map(forVisitor);
    if (entries.length > 0)
      this.#tell(conversation, { type: "entries", conversation: conversation.id, entries });
  }

  #tell(conversation: MemoryConversation, message: ToVisitor): void {
    for (const line of this.#lines) if (line.following === conversation.id) send(line, message);
  }

  #sendEntries(line: Line, id: ConversationId, since: number): void {
    const entries = this.#own(line, id)?.log.slice(since).map(forVisitor) ?? [];
    if (entries.length > 0) send(line, { type: "entries", conversation: id, entries });
  }

  #own(line: Line, id: ConversationId): MemoryConversation | undefined {
    const conversation = this.conversations.get(id);
    return conversation?.visitor === line.visitor ? conversation : undefined;
  }

  #conversation(line: Line, id: ConversationId): MemoryConversation {
    const known = this.conversations.get(id);
    if (known !== undefined) return known;
    if (line.visitor === null) throw new Error("Nobody opens a conversation before the hello.");
    const conversation: MemoryConversation = {
      id,
      visitor: line.visitor,
      log: [],
      seqOf: new Map(),
      control: "bot",
      receipts: { visitor: NOTHING, agent: NOTHING },
    };
    this.conversations.set(id, conversation);
    return conversation;
  }
}

function send({ end }: Line, message: ToVisitor): void {
  end.send(encode(message));
}
