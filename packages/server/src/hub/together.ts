/**
 * What colleagues see of each other, none of it stored: who has a conversation open, and who writes what in it. Whether
 * somebody may send is not decided here: that stands in the conversation's row, under its lock.
 */
import {
  type AgentName,
  COMPOSER_LEASE_MS,
  type ComposerChanged,
  type ComposerLease,
  type ConversationId,
  encode,
  type OnlookersChanged,
  type SiteId,
} from "@sophie/engine";
import type { ConversationState } from "../storage/storage.ts";
import type { Announcement } from "./announcement.ts";
import type { Audiences, DeskListener } from "./audiences.ts";
import { OnlookerBoard } from "./onlookers.ts";

/** Of what is left of an announcement's 7,000 bytes, whatever the letters are. */
const DRAFT_BYTES_MAX = 6_000;
/** More portraits than this tell nobody anything. */
const ONLOOKERS_MAX = 20;

type Told = Extract<Announcement, { kind: "composer" | "onlookers" }>;

interface Writing {
  readonly lease: ComposerLease;
  readonly draft: string;
  readonly over: NodeJS.Timeout;
}

export interface TogetherOptions {
  /** Names this process among others. */
  readonly process: string;
  readonly audiences: Audiences;
  readonly announce: (told: Told) => void;
  /** Whether somebody is at a desk at all, in any process. */
  readonly isThere: (agent: AgentName["id"]) => boolean;
  readonly now: () => number;
}

export class Together {
  readonly #options: TogetherOptions;
  readonly #onlookers = new OnlookerBoard();
  readonly #writing = new Map<ConversationId, Writing>();
  readonly #sites = new Map<ConversationId, SiteId>();

  constructor(options: TogetherOptions) {
    this.#options = options;
  }

  opened(conversation: ConversationId, site: SiteId, agent: AgentName): void {
    this.#sites.set(conversation, site);
    if (!this.#onlookers.came(conversation, agent)) return;
    this.#announceOnlookers(conversation, site);
    this.#tellOnlookers(conversation, site);
  }

  closed(conversation: ConversationId, agent: AgentName): void {
    const site = this.#sites.get(conversation);
    if (site === undefined || !this.#onlookers.left(conversation, agent.id)) return;
    this.#announceOnlookers(conversation, site);
    this.#tellOnlookers(conversation, site);
    this.#forget(conversation);
  }

  /** Who writes now, or that nobody does any more; saved before it is told. */
  writes(conversation: ConversationId, site: SiteId, lease: ComposerLease | null, draft: string): void {
    this.#hear(conversation, site, lease, draft);
    this.#options.announce({ kind: "composer", conversation, site, lease, draft: cutToBytes(draft) });
  }

  /** What a command has made of it beside what it was for: sending, or passing a conversation on. */
  follow({ conversation: { id, site }, composer }: ConversationState): void {
    const known = this.#writing.get(id)?.lease;
    const isOver = composer === null || composer.until <= this.#options.now();
    if (isOver ? known === undefined : isSame(known, composer)) return;
    this.writes(id, site, isOver ? null : composer, "");
  }

  /** As it is told to somebody who comes to look; `lease` is what storage has. */
  composer(conversation: ConversationId, lease: ComposerLease | null): ComposerChanged {
    const known = this.#writing.get(conversation);
    const draft = known?.lease.holder.id === lease?.holder.id ? (known?.draft ?? "") : "";
    return { type: "composer-changed", conversation, lease, draft };
  }

  /** What a desk that has just come must know. */
  greet(desk: DeskListener): void {
    for (const conversation of this.#onlookers.conversations()) {
      const site = this.#sites.get(conversation);
      if (site !== undefined && desk.sites.has(site)) desk.send(encode(this.#onlookersOf(conversation)));
    }
  }

  heard(told: Told): void {
    if (told.kind === "composer") return this.#hear(told.conversation, told.site, told.lease, told.draft);
    this.#sites.set(told.conversation, told.site);
    const before = JSON.stringify(this.#onlookersOf(told.conversation));
    this.#onlookers.heard(told.process, told.conversation, told.agents, this.#options.now());
    if (JSON.stringify(this.#onlookersOf(told.conversation)) !== before)
      this.#tellOnlookers(told.conversation, told.site);
    this.#forget(told.conversation);
  }

  /** Says all of it again, for processes that have come since, and forgets those that say nothing any more. */
  beat(): void {
    for (const conversation of this.#onlookers.forget(this.#options.now())) {
      const site = this.#sites.get(conversation);
      if (site !== undefined) this.#tellOnlookers(conversation, site);
      this.#forget(conversation);
    }
    for (const conversation of this.#onlookers.openHere()) {
      const site = this.#sites.get(conversation);
      if (site !== undefined) this.#announceOnlookers(conversation, site);
    }
  }

  close(): void {
    for (const { over } of this.#writing.values()) clearTimeout(over);
  }

  #hear(conversation: ConversationId, site: SiteId, lease: ComposerLease | null, draft: string): void {
    const before = this.#writing.get(conversation);
    clearTimeout(before?.over);
    this.#sites.set(conversation, site);
    if (lease === null) this.#writing.delete(conversation);
    else {
      const over = setTimeout(() => this.#isOver(conversation, site), COMPOSER_LEASE_MS);
      over.unref();
      this.#writing.set(conversation, { lease, draft, over });
    }
    const changed: ComposerChanged = { type: "composer-changed", conversation, lease, draft };
    const message = encode(changed);
    for (const { audience, listener } of this.#options.audiences.watchesOf(conversation)) {
      if (audience === "agent") listener.send(message);
    }
    if (before?.lease.holder.id !== lease?.holder.id) this.#tellOnlookers(conversation, site);
    this.#forget(conversation);
  }

  #isOver(conversation: ConversationId, site: SiteId): void {
    this.#writing.delete(conversation);
    this.#tellOnlookers(conversation, site);
    this.#forget(conversation);
  }

  #announceOnlookers(conversation: ConversationId, site: SiteId): void {
    const agents = this.#onlookers.here(conversation).slice(0, ONLOOKERS_MAX);
    this.#options.announce({
      kind: "onlookers",
      process: this.#options.process,
      conversation,
      site,
      agents: [...agents],
    });
  }

  #tellOnlookers(conversation: ConversationId, site: SiteId): void {
    const message = encode(this.#onlookersOf(conversation));
    for (const desk of this.#options.audiences.desksOf(site)) desk.send(message);
  }

  #onlookersOf(conversation: ConversationId): OnlookersChanged {
    const writer = this.#writing.get(conversation)?.lease.holder.id;
    const agents = this.#onlookers
      .of(conversation)
      .filter(({ id }) => this.#options.isThere(id))
      .slice(0, ONLOOKERS_MAX)
      .map((agent) => ({ ...agent, isWriting: agent.id === writer }));
    return { type: "onlookers-changed", conversation, agents };
  }

  #forget(conversation: ConversationId): void {
    if (this.#writing.has(conversation) || this.#onlookers.of(conversation).length > 0) return;
    this.#sites.delete(conversation);
  }
}

function isSame(one: ComposerLease | undefined, other: ComposerLease): boolean {
  return one?.holder.id === other.holder.id && one.until === other.until;
}

/** As much of it as an announcement holds, and no half of a letter at its end. */
function cutToBytes(draft: string): string {
  let cut = draft;
  while (Buffer.byteLength(JSON.stringify(cut)) > DRAFT_BYTES_MAX) cut = cut.slice(0, cut.length * 0.8);
  return cut.replace(/[\uD800-\uDBFF]$/u, "");
}
