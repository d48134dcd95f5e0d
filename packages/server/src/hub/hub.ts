/**
 * The only room with state: who listens, and who is told what. A command saves first; only then everyone hears of it.
 */
import {
  type Agent,
  type AgentId,
  type Author,
  type ConversationId,
  encode,
  type Handoff,
  isOpen,
  type QueuePosition,
  type Receipt,
  type Side,
  type SiteId,
} from "@sophie/engine";
import type { ChangeOutcome, ConversationState, RemoteChange, Storage } from "../storage/storage.ts";
import { Announcement } from "./announcement.ts";
import { Audiences, type DeskListener } from "./audiences.ts";
import { type Audience, EntriesFrame } from "./entries-frame.ts";
import type { PacedListener } from "./listener.ts";
import { ANNOUNCE_EVERY_MS, type PresentAgent, PresenceBoard } from "./presence.ts";
import { PresenceCollector, presenceParts } from "./presence-parts.ts";
import { Together } from "./together.ts";
import { VisitorLines } from "./visitor-lines.ts";
import { WaitingHere } from "./waiting-here.ts";
import { Watch } from "./watch.ts";

export interface HubOptions {
  readonly storage: Storage;
  /** Names this process among others. */
  readonly process: string;
  readonly now: () => number;
  /** Something that must not stop the hub went wrong. */
  readonly onFault: (what: string, error: unknown) => void;
}

export class Hub {
  readonly #options: HubOptions;
  readonly #audiences = new Audiences();
  readonly #presence = new PresenceBoard();
  readonly #presenceHeard = new PresenceCollector();
  /** What colleagues see of each other. */
  readonly together: Together;
  /** Visitors' lines by site, for what is settled there. */
  readonly lines = new VisitorLines();
  /** Who sits and waits. */
  readonly waiting: WaitingHere;
  readonly #stops: (() => void)[] = [];

  constructor(options: HubOptions) {
    this.#options = options;
    const { storage, now, process } = options;
    this.together = new Together({
      process,
      now,
      audiences: this.#audiences,
      announce: (told) => this.#announce(told),
      isThere: (agent) => this.#presence.presenceOf(agent) !== "offline",
    });
    this.#stops.push(() => this.together.close());
    this.waiting = new WaitingHere({ process, now, announce: (told) => this.#announce(told) });
    this.#stops.push(
      storage.onRemoteChange((changes) => this.#onRemote(changes)),
      storage.onAnnouncement((text) => this.#onAnnouncement(text)),
    );
    const beat = setInterval(() => this.#beat(), ANNOUNCE_EVERY_MS);
    beat.unref();
    this.#stops.push(() => clearInterval(beat));
  }

  /** Tells everyone concerned what a command has changed. To be called with every accepted outcome, in order. */
  tell(outcome: ChangeOutcome): void {
    if (!outcome.ok) return;
    if (outcome.duplicate) return this.#tellAgain(outcome.conversation, outcome.seq);
    const { entries, state, handoffChanged } = outcome;
    const { conversation } = state;
    this.together.follow(state);
    if (entries.length > 0) {
      const frame = new EntriesFrame(conversation.id, entries);
      for (const watch of this.#audiences.watchesOf(conversation.id)) watch.offer(frame);
    }
    if (outcome.older !== undefined) this.#tellHandoff(outcome.older);
    if (handoffChanged && state.handoff !== null) this.#tellHandoff(state.handoff);
    const passesControl = entries.some(({ kind }) => kind === "control");
    if (conversation.control === "bot" || passesControl) this.#tellConversation(state);
  }

  /** Follows a conversation from `since`: subscribed at once, then caught up, so that both overlap. */
  watch(
    listener: PacedListener,
    view: { readonly conversation: ConversationId; readonly audience: Audience; readonly since: number },
  ): Watch {
    const watch = new Watch(this.#options.storage, listener, view);
    this.#audiences.add(watch);
    void watch.begin();
    return watch;
  }

  unwatch(watch: Watch): void {
    this.#audiences.remove(watch);
  }

  openDesk(desk: DeskListener, agent: PresentAgent): void {
    this.#audiences.addDesk(desk);
    this.#presence.arrived(agent);
    this.#presenceChanged(agent);
  }

  closeDesk(desk: DeskListener, agent: PresentAgent): void {
    this.#audiences.removeDesk(desk);
    this.#presence.left(agent.id, desk);
    this.#presenceChanged(agent);
  }

  setPresence(agent: PresentAgent, presence: "online" | "away"): void {
    this.#presence.set(agent.id, presence);
    this.#presenceChanged(agent);
  }

  /** Takes a desk's word for whether it is in sight, for every process to know. */
  setVisibility(desk: DeskListener, { id }: PresentAgent, visible: boolean): void {
    this.#presence.setSeen(id, desk, visible);
    this.#announcePresence();
  }

  /** Whether this agent has a desk in sight, in any process. */
  isLooking(agent: AgentId): boolean {
    return this.#presence.looks(agent);
  }

  /** Everybody who is there for any of these sites, each once. */
  agentsAt(sites: Iterable<SiteId>): readonly Agent[] {
    const found = new Map<AgentId, Agent>();
    for (const site of sites) for (const agent of this.#presence.at(site)) found.set(agent.id, agent);
    return [...found.values()];
  }

  /** Whether a visitor follows it through this process. */
  hasVisitor(conversation: ConversationId): boolean {
    return [...this.#audiences.watchesOf(conversation)].some(({ audience }) => audience === "visitor");
  }

  /** Whether the visitor has the conversation open, in any process; told of those who wait for a person (R14). */
  isVisitorThere(conversation: ConversationId): boolean {
    return this.hasVisitor(conversation) || this.waiting.isElsewhere(conversation);
  }

  /** Whether any visitor at all has a line to this process. */
  hasVisitors(): boolean {
    for (const conversation of this.#audiences.watched()) if (this.hasVisitor(conversation)) return true;
    return false;
  }

  tellTyping(conversation: ConversationId, author: Author, typing: boolean): void {
    this.#tellTyping(conversation, author, typing);
    this.#announce({ kind: "typing", conversation, author, typing });
  }

  /** For visitors whose lines end in this process; every process tells its own. */
  tellPosition(position: QueuePosition): void {
    const message = encode(position);
    for (const { audience, listener } of this.#audiences.watchesOf(position.conversation)) {
      if (audience === "visitor") listener.send(message);
    }
  }

  tellReceived(conversation: ConversationId, side: Side, receipt: Receipt): void {
    this.#tellReceived(conversation, side, receipt);
    this.#announce({ kind: "received", conversation, side, receipt });
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  /** The first commit's answer may have been lost on its way here, and with it the word to everyone. */
  #tellAgain(conversation: ConversationId, seq: number): void {
    for (const watch of this.#audiences.watchesOf(conversation)) void watch.catchUp(seq);
    this.#passOn(conversation, true);
  }

  #tellHandoff(handoff: Handoff): void {
    // It is recorded, and nobody is called (S11, R16).
    if (isOpen(handoff.status) && handoff.mode === "none") return;
    const message = encode({ type: "handoff-changed", handoff } as { type: string });
    for (const desk of this.#audiences.desksOf(handoff.site)) desk.send(message);
  }

  #tellConversation({ conversation }: ConversationState): void {
    const message = encode({ type: "conversation-changed", conversation } as { type: string });
    for (const desk of this.#audiences.desksOf(conversation.site)) desk.send(message);
  }

  /** Typing is for the other side: visitors hear of agents, agents of everybody but themselves. */
  #tellTyping(conversation: ConversationId, author: Author, typing: boolean): void {
    const message = encode({ type: "typing", conversation, author, typing } as { type: string });
    for (const { audience, listener } of this.#audiences.watchesOf(conversation)) {
      if (audience !== author.kind) listener.send(message);
    }
  }

  #tellReceived(conversation: ConversationId, side: Side, receipt: Receipt): void {
    const message = encode({ type: "received", conversation, side, receipt } as { type: string });
    for (const { listener } of this.#audiences.watchesOf(conversation)) listener.send(message);
  }

  #presenceChanged(agent: PresentAgent): void {
    this.#tellPresence(agent);
    this.#announcePresence();
  }

  #tellPresence(agent: PresentAgent): void {
    const presence = this.#presence.presenceOf(agent.id);
    for (const [site, role] of agent.roles) {
      const changed: Agent = { id: agent.id, name: agent.name, role, presence };
      const message = encode({ type: "agent-changed", agent: changed } as { type: string });
      for (const desk of this.#audiences.desksOf(site)) desk.send(message);
    }
  }

  #beat(): void {
    for (const agent of this.#presence.forget(this.#options.now())) this.#tellPresence(agent);
    this.waiting.forget();
    if (!this.#audiences.hasDesks()) return;
    this.#announcePresence();
    this.together.beat();
  }

  #announcePresence(): void {
    const parts = presenceParts(this.#options.process, this.#presence.here());
    for (const part of parts) this.#announce(part);
  }

  #announce(announcement: Announcement): void {
    this.#options.storage
      .announce(JSON.stringify(announcement))
      .catch((error: unknown) => this.#options.onFault("announcement", error));
  }

  #onAnnouncement(text: string): void {
    const parsed = Announcement.safeParse(JSON.parse(text));
    if (!parsed.success) return this.#options.onFault("announcement", parsed.error);
    const heard = parsed.data;
    if (heard.kind === "typing") return this.#tellTyping(heard.conversation, heard.author, heard.typing);
    if (heard.kind === "received") return this.#tellReceived(heard.conversation, heard.side, heard.receipt);
    if (heard.kind === "composer" || heard.kind === "onlookers") return this.together.heard(heard);
    if (heard.kind === "waiting") return this.waiting.heard(heard);
    const agents = this.#presenceHeard.add(heard);
    if (agents === null) return;
    const moved = this.#presence.heard(heard.process, agents, this.#options.now());
    for (const agent of moved) this.#tellPresence(agent);
  }

  /** Another process has committed: read by `seq` what is watched here, and pass handoffs on to the desks. */
  #onRemote(changes: readonly RemoteChange[]): void {
    const newest = new Map<ConversationId, RemoteChange>();
    for (const change of changes) {
      const handoff = change.handoff ?? newest.get(change.conversation)?.handoff ?? null;
      newest.set(change.conversation, { ...change, handoff });
    }
    for (const change of newest.values()) {
      for (const watch of this.#audiences.watchesOf(change.conversation)) void watch.catchUp(change.lastSeq);
    }
    for (const { conversation, handoff } of newest.values()) this.#passOn(conversation, handoff !== null);
  }

  /** Tells the desks where a conversation stands. */
  #passOn(conversation: ConversationId, handoffChanged: boolean): void {
    if (!this.#audiences.hasDesks()) return;
    this.#tellState(conversation, handoffChanged).catch((error: unknown) =>
      this.#options.onFault("passing on", error),
    );
  }

  async #tellState(conversation: ConversationId, handoffChanged: boolean): Promise<void> {
    const state = await this.#options.storage.stateOf(conversation);
    if (state === null) return;
    if (handoffChanged && state.handoff !== null) this.#tellHandoff(state.handoff);
    if (handoffChanged || state.conversation.control === "bot") this.#tellConversation(state);
  }
}
