/** One desk's line: everything that is open at once, then every change, and the commands of the agent behind it. */
import {
  AgentMessage,
  type AgentWelcome,
  type ConversationId,
  type HoldComposer,
  type ListHandoffs,
  type MarkReceived,
  may,
  PROTOCOL_VERSION,
  refusal,
  type Role,
  type SetTyping,
  type ShowLead,
  type SiteId,
  type WatchConversation,
} from "@sophie/engine";
import type { WebSocket } from "ws";
import { addNote } from "../commands/add-note.ts";
import { assignHandoff } from "../commands/assign-handoff.ts";
import { cancelHandoff } from "../commands/cancel-handoff.ts";
import { claimHandoff } from "../commands/claim-handoff.ts";
import { completeHandoff } from "../commands/complete-handoff.ts";
import { createContact } from "../commands/create-contact.ts";
import { holdComposer } from "../commands/hold-composer.ts";
import { leaveComposer } from "../commands/leave-composer.ts";
import { LIVE_MS } from "../commands/pause.ts";
import { logAttempt } from "../commands/log-attempt.ts";
import { openHandoff } from "../commands/open-handoff.ts";
import { planHandoff } from "../commands/plan-handoff.ts";
import { releaseHandoff } from "../commands/release-handoff.ts";
import { reopenHandoff } from "../commands/reopen-handoff.ts";
import { sendAsAgent } from "../commands/send-message.ts";
import { setPriority } from "../commands/set-priority.ts";
import { setVerdict } from "../commands/set-verdict.ts";
import { showLead } from "../commands/show-lead.ts";
import { startHandoff } from "../commands/start-handoff.ts";
import { takeComposer } from "../commands/take-composer.ts";
import { undoMove } from "../commands/undo-move.ts";
import { takeOver } from "../commands/take-over.ts";
import type { AgentActor } from "../commands/world.ts";
import type { DeskListener } from "../hub/audiences.ts";
import type { Watch } from "../hub/watch.ts";
import { OPEN_HANDOFFS_MAX } from "../storage/storage.ts";
import type { ChangeOutcome, ConversationState } from "../storage/storage.ts";
import { Conversing } from "./conversing.ts";
import type { SocketWorld } from "./socket-world.ts";

const LIVE_CONVERSATIONS_MAX = 200;
const PAGE_HANDOFFS = 50;
/** Conversations that one desk may follow at once. */
const WATCHES_MAX = 200;

export class AgentSocket extends Conversing<AgentMessage> {
  readonly #agent: AgentActor;
  readonly #desk: DeskListener;
  readonly #watches = new Map<ConversationId, Watch>();
  #isAtDesk = false;

  constructor(socket: WebSocket, shared: SocketWorld, agent: AgentActor) {
    super(socket, shared, AgentMessage, shared.agentRate);
    this.#agent = agent;
    const sites = new Set(sitesWhere(agent, "conversations.view"));
    this.#desk = { sites, send: (message) => this.outgoing.send(message) };
    shared.metrics.connections.inc({ kind: "agent" });
  }

  protected isHello(message: AgentMessage): boolean {
    return message.type === "agent-hello";
  }

  protected async greet(hello: AgentMessage): Promise<boolean> {
    if (hello.type !== "agent-hello" || !this.speaks(hello.protocol)) return false;
    const { hub, world, now } = this.shared;
    // First the desk listens, then it reads: what changes in between comes twice, and the newer holds.
    this.#isAtDesk = true;
    hub.openDesk(this.#desk, this.#agent);
    const sites = [...this.#desk.sites];
    const [handoffs, conversations] = await Promise.all([
      world.storage.openHandoffs(sites),
      world.storage.botConversations(sites, now() - LIVE_MS, LIVE_CONVERSATIONS_MAX),
    ]);
    const isFull = handoffs.length === OPEN_HANDOFFS_MAX;
    const beyond = isFull ? (await world.storage.countOpenHandoffs(sites)) - handoffs.length : 0;
    if (this.isClosed) return false;
    const { id, name } = this.#agent;
    const welcome: AgentWelcome = {
      type: "agent-welcome",
      protocol: PROTOCOL_VERSION,
      agent: { id, name, role: this.#role(), presence: "online" },
      sites: sites.map((site) => {
        const known = world.siteOf(site);
        if (known === undefined) return { id: site, name: site };
        const { config, settings } = known;
        return { id: site, name: config.name, language: config.language, survey: settings.survey };
      }),
      // Where nobody is called, nobody is told (S11).
      handoffs: handoffs.filter(({ mode }) => mode !== "none"),
      ...(beyond === 0 ? {} : { handoffsBeyond: beyond }),
      conversations: [...conversations],
      agents: [...hub.agentsAt(sites)],
      now: now(),
    };
    this.sendWelcome(welcome);
    hub.together.greet(this.#desk);
    return true;
  }

  protected handle(message: AgentMessage): Promise<unknown> | null {
    const { world } = this.shared;
    const agent = this.#agent;
    switch (message.type) {
      case "send-message":
        return this.run(message.id, sendAsAgent(world, agent, message));
      case "claim-handoff":
        return this.run(message.id, claimHandoff(world, agent, message));
      case "assign-handoff":
        return this.run(message.id, assignHandoff(world, agent, message));
      case "start-handoff":
        return this.run(message.id, startHandoff(world, agent, message));
      case "complete-handoff":
        return this.run(message.id, completeHandoff(world, agent, message));
      case "cancel-handoff":
        return this.run(message.id, cancelHandoff(world, agent, message));
      case "release-handoff":
        return this.run(message.id, releaseHandoff(world, agent, message));
      case "reopen-handoff":
        return this.run(message.id, reopenHandoff(world, agent, message));
      case "undo-move":
        return this.run(message.id, undoMove(world, agent, message));
      case "add-note":
        return this.run(message.id, addNote(world, agent, message));
      case "take-composer":
        return this.run(message.id, takeComposer(world, agent, message));
      case "hold-composer":
        return this.#hold(message);
      case "leave-composer":
        return this.#leave(message.conversation);
      case "create-contact":
        return this.run(message.id, createContact(world, agent, message));
      case "log-attempt":
        return this.run(message.id, logAttempt(world, agent, message));
      case "set-priority":
        return this.run(message.id, setPriority(world, agent, message));
      case "open-handoff":
        return this.run(message.id, openHandoff(world, agent, message));
      case "plan-handoff":
        return this.run(message.id, planHandoff(world, agent, message));
      case "set-verdict":
        return this.run(message.id, setVerdict(world, agent, message));
      case "take-over":
        return this.run(message.id, takeOver(world, agent, message));
      case "watch-conversation":
        return this.#watch(message);
      case "unwatch-conversation":
        this.#unwatch(message.conversation);
        return null;
      case "fetch-entries":
        return this.#watches.get(message.conversation)?.rewind(message.since) ?? null;
      case "list-handoffs":
        return this.#list(message);
      case "show-lead":
        return this.#showLead(message);
      case "mark-received":
        return this.#watches.has(message.conversation) ? this.#markReceived(message) : null;
      case "set-typing":
        return this.#watches.has(message.conversation) ? this.#setTyping(message) : null;
      case "set-presence":
        this.shared.hub.setPresence(agent, message.presence);
        return null;
      case "set-visibility":
        this.shared.hub.setVisibility(this.#desk, agent, message.visible);
        return null;
      case "ping":
        this.send({ type: "pong" });
        return null;
      case "agent-hello":
        return null;
    }
  }

  protected onClosed(): void {
    this.shared.metrics.connections.dec({ kind: "agent" });
    for (const conversation of this.#watches.keys()) this.#unwatch(conversation);
    if (this.#isAtDesk) this.shared.hub.closeDesk(this.#desk, this.#agent);
  }

  async #watch({ id, conversation, since }: WatchConversation): Promise<void> {
    const { storage } = this.shared.world;
    const state = await storage.stateOf(conversation);
    if (state === null || !this.#desk.sites.has(state.conversation.site)) {
      return this.refuse(id, refusal("not_found"));
    }
    if (this.#watches.size >= WATCHES_MAX && !this.#watches.has(conversation)) {
      return this.refuse(id, refusal("rate_limited", { detail: `${WATCHES_MAX} conversations at once` }));
    }
    if (this.isClosed) return;
    this.#unwatch(conversation);
    this.send({ type: "accepted", id, seq: state.conversation.lastSeq });
    this.send({ type: "conversation-changed", conversation: state.conversation });
    const view = { conversation, audience: "agent", since } as const;
    this.#watches.set(conversation, this.shared.hub.watch(this.outgoing, view));
    this.shared.hub.together.opened(conversation, state.conversation.site, this.#agent);
    this.#tellComposer(state);
    const receipts = await storage.receipts(conversation);
    for (const side of ["visitor", "agent"] as const) {
      this.send({ type: "received", conversation, side, receipt: receipts[side] });
    }
  }

  #unwatch(conversation: ConversationId): void {
    const watch = this.#watches.get(conversation);
    if (watch === undefined) return;
    this.#watches.delete(conversation);
    this.shared.hub.unwatch(watch);
    this.shared.hub.together.closed(conversation, this.#agent);
  }

  async #list({ id, status, before, beforeId }: ListHandoffs): Promise<void> {
    const sites = [...this.#desk.sites];
    const place = before === null ? null : { updatedAt: before, id: beforeId ?? null };
    const page = await this.shared.world.storage.closedHandoffs(sites, status, place, PAGE_HANDOFFS + 1);
    const handoffs = page.slice(0, PAGE_HANDOFFS);
    this.send({ type: "handoff-list", id, handoffs, more: page.length > PAGE_HANDOFFS });
    this.send({ type: "accepted", id, seq: null });
  }

  async #showLead(message: ShowLead): Promise<void> {
    const { id, handoff } = message;
    const shown = await showLead(this.shared.world, this.#agent, message);
    if (!shown.ok) return this.refuse(id, shown.refusal);
    this.send({ type: "lead-shown", id, handoff, lead: shown.value });
    this.send({ type: "accepted", id, seq: null });
  }

  /** Only the agent who has the conversation tells the visitor that it was read; colleagues look over the shoulder. */
  async #markReceived({ conversation, receipt }: MarkReceived): Promise<void> {
    if (!(await this.#hasControl(conversation))) return;
    const held = await this.shared.world.storage.saveReceipt(conversation, "agent", receipt);
    this.shared.hub.tellReceived(conversation, "agent", held);
  }

  /** As with receipts: a visitor must not wait for the answer of somebody who may not give one. */
  async #setTyping({ conversation, typing }: SetTyping): Promise<void> {
    if (!(await this.#hasControl(conversation))) return;
    const { id, name } = this.#agent;
    this.shared.hub.tellTyping(conversation, { kind: "agent", id, name }, typing);
  }

  /** Who holds it already is told to whoever may not; what else is wrong the desk finds out when it sends. */
  async #hold({ conversation, draft }: HoldComposer): Promise<void> {
    const { world, hub } = this.shared;
    const outcome = await this.#tried(holdComposer(world, this.#agent, conversation));
    if (outcome === null || (outcome.ok && outcome.duplicate)) return;
    if (outcome.ok) {
      const { site } = outcome.state.conversation;
      return hub.together.writes(conversation, site, outcome.state.composer, draft);
    }
    const { composer } = outcome.refusal;
    if (composer !== undefined) this.send(hub.together.composer(conversation, composer));
  }

  async #leave(conversation: ConversationId): Promise<void> {
    const { world, hub } = this.shared;
    const outcome = await this.#tried(leaveComposer(world, this.#agent, conversation));
    if (outcome?.ok === true) hub.tell(outcome);
  }

  /** For what nobody waits for an answer to. */
  async #tried(command: Promise<ChangeOutcome>): Promise<ChangeOutcome | null> {
    try {
      return await command;
    } catch (error) {
      this.shared.onFault("command", error);
      return null;
    }
  }

  #tellComposer({ conversation, composer }: ConversationState): void {
    const lease = composer !== null && composer.until > this.shared.now() ? composer : null;
    this.send(this.shared.hub.together.composer(conversation.id, lease));
  }

  async #hasControl(conversation: ConversationId): Promise<boolean> {
    const state = await this.shared.world.storage.stateOf(conversation);
    return state?.controller === this.#agent.id;
  }

  /** The role that the desk shows: the one with the most rights, if they differ between sites. */
  #role(): Role {
    const roles = new Set(this.#agent.roles.values());
    return (
      (["admin", "supervisor", "agent", "analyst"] as const).find((role) => roles.has(role)) ?? "analyst"
    );
  }
}

function sitesWhere({ roles }: AgentActor, permission: Parameters<typeof may>[1]): SiteId[] {
  return [...roles].filter(([, role]) => may(role, permission)).map(([site]) => site);
}
