/** One visitor's line: hello with a signed token, then one conversation to follow and to speak in. */
import {
  type AskAnswer,
  type BotState,
  CLOSE,
  type ConversationId,
  type MarkReceived,
  PROTOCOL_VERSION,
  type QueuePlace,
  refusal,
  type RequestHandoff,
  type Result,
  type SendId,
  type SendMessage,
  type SendReply,
  type SiteId,
  type VisitorHello,
  type VisitorId,
  VisitorMessage,
} from "@sophie/engine";
import type { WebSocket } from "ws";
import type { VisitorTokens } from "../auth/visitor-token.ts";
import { isOwnedBy } from "../commands/access.ts";
import { answerSurvey } from "../commands/answer-survey.ts";
import { assessLead } from "../commands/assess-lead.ts";
import { beginHandoff } from "../commands/begin-handoff.ts";
import { giveFeedback } from "../commands/give-feedback.ts";
import { noteUnknown } from "../commands/note-unknown.ts";
import { requestHandoff } from "../commands/request-handoff.ts";
import { sendAsVisitor } from "../commands/send-message.ts";
import { sendReply } from "../commands/send-reply.ts";
import { setConsent } from "../commands/set-consent.ts";
import { trackBehaviour } from "../commands/track-behaviour.ts";
import { visitorOf } from "../commands/visitor-of.ts";
import type { VisitorActor } from "../commands/world.ts";
import { isWrongPlace } from "../commands/wrong-place.ts";
import type { Watch } from "../hub/watch.ts";
import type { VisitorLine } from "../hub/visitor-lines.ts";
import type { ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { Budget, type Rate } from "./budget.ts";
import { Conversing } from "./conversing.ts";
import type { SocketWorld } from "./socket-world.ts";

const NOTHING = { delivered: 0, read: 0 } as const;
/** Answers by a language model for one line. */
const QUESTION_RATE: Rate = { burst: 20, perSecond: 0.2 };
/** Conversations that one visitor's line may follow at once. */
const WATCHES_MAX = 4;

export class VisitorSocket extends Conversing<VisitorMessage> {
  readonly #site: SiteId;
  readonly #tokens: VisitorTokens;
  readonly #address: string;
  readonly #questions: Budget;
  #visitor: VisitorActor | null = null;
  /**
   * What is followed, the least recently used first. More than one only while a visitor moves on: what was still on its
   * way to the conversation before must not end the following of this one.
   */
  readonly #watches = new Map<ConversationId, Watch>();
  readonly #line: VisitorLine;
  #toldBot: BotState = "answers";

  /** `address` is where the visitor comes from. */
  constructor(socket: WebSocket, shared: SocketWorld, site: SiteId, tokens: VisitorTokens, address: string) {
    super(socket, shared, VisitorMessage, shared.visitorRate);
    this.#site = site;
    this.#tokens = tokens;
    this.#address = address;
    this.#questions = new Budget(QUESTION_RATE, shared.now());
    this.#line = { site, settled: () => this.#settled() };
    shared.metrics.connections.inc({ kind: "visitor" });
  }

  protected isHello(message: VisitorMessage): message is VisitorHello {
    return message.type === "visitor-hello";
  }

  protected async greet(hello: VisitorMessage): Promise<boolean> {
    if (!this.isHello(hello) || !this.speaks(hello.protocol)) return false;
    const visitor = this.#identify(hello);
    if (visitor === null) return false;
    this.#visitor = visitorOf(visitor, this.#site, hello);

    const resumed = hello.resume === null ? null : await this.#ownConversation(hello.resume.conversation);
    const receipts =
      resumed === null ? null : await this.shared.world.storage.receipts(resumed.conversation.id);
    const place = resumed === null ? null : await this.#placeOf(resumed);
    if (this.isClosed) return false;
    const now = this.shared.now();
    this.#toldBot = this.#bot();
    this.shared.hub.lines.add(this.#line);
    this.send({
      type: "visitor-welcome",
      protocol: PROTOCOL_VERSION,
      visitor,
      token: this.#tokens.issue(visitor, this.#site, now),
      conversation:
        resumed === null
          ? null
          : {
              id: resumed.conversation.id,
              lastSeq: resumed.conversation.lastSeq,
              visitor: receipts?.visitor ?? NOTHING,
              agent: receipts?.agent ?? NOTHING,
              ...(place === null ? {} : { place }),
            },
      bot: this.#toldBot,
      now,
    });
    if (resumed !== null && hello.resume !== null) {
      this.#follow(resumed.conversation.id, hello.resume.since);
    }
    return true;
  }

  protected handle(message: VisitorMessage): Promise<unknown> | null {
    const visitor = this.#visitor;
    if (visitor === null) return null;
    const { world } = this.shared;
    switch (message.type) {
      case "send-message":
        return this.#say(visitor, message);
      case "send-reply":
        return this.#reply(visitor, message);
      case "ask-answer":
        // It takes seconds, and nothing that the visitor says meanwhile waits for it.
        void this.#answer(visitor, message);
        return null;
      case "begin-handoff":
        return this.#runAndFollow(message, beginHandoff(world, visitor, message));
      case "give-feedback":
        return this.#runAndFollow(message, giveFeedback(world, visitor, message));
      case "answer-survey":
        return this.#runAndFollow(message, answerSurvey(world, visitor, message));
      case "request-handoff":
        return this.#callPerson(visitor, message);
      case "set-consent":
        return this.#runAndAssess(visitor, message.id, setConsent(world, visitor, message));
      case "track-behaviour":
        return this.#runAndAssess(visitor, message.id, trackBehaviour(world, visitor, message));
      case "fetch-entries":
        return this.#watches.get(message.conversation)?.rewind(message.since) ?? null;
      case "mark-received":
        return this.#watches.has(message.conversation) ? this.#markReceived(message) : null;
      case "set-typing":
        if (this.#watches.has(message.conversation)) {
          this.shared.hub.tellTyping(message.conversation, { kind: "visitor" }, message.typing);
        }
        return null;
      case "ping":
        this.send({ type: "pong" });
        return null;
      case "visitor-hello":
        return null;
    }
  }

  protected onClosed(): void {
    this.shared.metrics.connections.dec({ kind: "visitor" });
    this.shared.hub.lines.remove(this.#line);
    for (const watch of this.#watches.values()) this.shared.hub.unwatch(watch);
    this.#watches.clear();
  }

  /** The token's visitor, or a new one; null if it may not be and the socket is being closed. */
  #identify({ token }: VisitorHello): VisitorId | null {
    if (token === null) {
      if (this.shared.newcomers.admits(this.#address, this.shared.now())) {
        return this.shared.world.newId() as VisitorId;
      }
      this.end(CLOSE.tooManyFrames);
      return null;
    }
    const reading = this.#tokens.read(token, this.#site, this.shared.now());
    if (reading.state === "valid") return reading.visitor;
    this.end(reading.state === "expired" ? CLOSE.tokenExpired : CLOSE.tokenRefused);
    return null;
  }

  #bot(): BotState {
    const settings = this.shared.world.siteOf(this.#site)?.settings;
    if (this.#visitor !== null && isWrongPlace(this.shared.world, this.#visitor)) return "no_reply";
    return settings?.paused === true ? "paused" : "answers";
  }

  /** A page that is open learns at once what another would be loaded with (S5). */
  #settled(): void {
    const bot = this.#bot();
    if (bot === this.#toldBot) return;
    this.#toldBot = bot;
    this.send({ type: "bot-changed", bot });
  }

  async #placeOf({ conversation }: ConversationState): Promise<QueuePlace | null> {
    const { world, places, onFault } = this.shared;
    const site = world.siteOf(this.#site);
    if (site === undefined || conversation.control !== "human_pending") return null;
    return places.placeOf(site, conversation.id).catch((error: unknown) => {
      onFault("place", error);
      return null;
    });
  }

  async #ownConversation(id: ConversationId) {
    const state = await this.shared.world.storage.stateOf(id);
    return state !== null && this.#visitor !== null && isOwnedBy(state, this.#visitor) ? state : null;
  }

  /** What the visitor may write in, the visitor may read: known only once the command was accepted. */
  #runAndFollow(
    { id, conversation }: { readonly id: SendId; readonly conversation: ConversationId },
    command: Promise<ChangeOutcome>,
  ): Promise<void> {
    return this.run(id, command, () => {
      if (!this.isClosed) this.#follow(conversation, 0);
    });
  }

  /** What is said to the bot may make a hot lead of a visitor who agreed to be looked at. Looked at after the answer. */
  async #say(visitor: VisitorActor, message: SendMessage): Promise<void> {
    const command = sendAsVisitor(this.shared.world, visitor, message);
    await this.#runAndFollow(message, command);
    const outcome = await command.catch(() => null);
    if (outcome === null || !outcome.ok || outcome.duplicate) return;
    if (outcome.state.conversation.control !== "bot") return;
    const lead = await this.shared.world.storage.lead({ site: visitor.site, visitor: visitor.id });
    if (lead?.consent === "given") await this.#assess(visitor);
  }

  /** The person is called first; what the summary says better comes after. */
  async #callPerson(visitor: VisitorActor, message: RequestHandoff): Promise<void> {
    const command = requestHandoff(this.shared.world, visitor, message);
    await this.#runAndFollow(message, command);
    const outcome = await command.catch(() => null);
    if (outcome?.ok !== true || outcome.duplicate || !outcome.handoffChanged) return;
    if (outcome.state.handoff !== null) void this.shared.answering?.wordSummary(outcome.state.handoff);
  }

  /** Whoever asks faster than people do is told that there is no answer: a model costs somebody money. */
  async #answer(visitor: VisitorActor, message: AskAnswer): Promise<void> {
    const { answering, now } = this.shared;
    const { conversation, message: asked } = message;
    if (answering === null || this.#questions.spend(now()) !== "ok") {
      this.send({ type: "answer-over", conversation, message: asked, answer: null });
      return;
    }
    await answering.ask(visitor, message, (told) => {
      if (!this.isClosed) this.send(told);
    });
  }

  /** What she did not know is counted, after the answer. */
  async #reply(visitor: VisitorActor, message: SendReply): Promise<void> {
    const { world } = this.shared;
    const command = sendReply(world, visitor, message);
    await this.#runAndFollow(message, command);
    const outcome = await command.catch(() => null);
    if (outcome?.ok === true && !outcome.duplicate) await noteUnknown(world, visitor, message);
  }

  /** What is not part of a conversation: answered, and then looked at for what it means. */
  async #runAndAssess(visitor: VisitorActor, id: SendId, command: Promise<Result<null>>): Promise<void> {
    try {
      const outcome = await command;
      if (!outcome.ok) return this.refuse(id, outcome.refusal);
      this.send({ type: "accepted", id, seq: null });
    } catch (error) {
      this.shared.onFault("command", error);
      return this.refuse(id, refusal("storage_failed"));
    }
    await this.#assess(visitor);
  }

  async #assess({ site, id }: VisitorActor): Promise<void> {
    const outcome = await assessLead(this.shared.world, { site, visitor: id });
    if (outcome !== null) this.shared.hub.tell(outcome);
  }

  async #markReceived({ conversation, receipt }: MarkReceived): Promise<void> {
    const { storage } = this.shared.world;
    const held = await storage.saveReceipt(conversation, "visitor", receipt);
    this.shared.hub.tellReceived(conversation, "visitor", held);
  }

  /** Follows it from `since` on; if it is followed already, it is only the most recently used. */
  #follow(conversation: ConversationId, since: number): void {
    const { hub } = this.shared;
    const watch =
      this.#watches.get(conversation) ??
      hub.watch(this.outgoing, { conversation, audience: "visitor", since });
    this.#watches.delete(conversation);
    this.#watches.set(conversation, watch);
    const [oldest] = this.#watches;
    if (this.#watches.size <= WATCHES_MAX || oldest === undefined) return;
    this.#watches.delete(oldest[0]);
    hub.unwatch(oldest[1]);
  }
}
