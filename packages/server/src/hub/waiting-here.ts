/**
 * Which of those who wait for a person sit before their screens, in any process: who does is helped first (R14). Each
 * process tells the others what it sees, and is forgotten when it falls silent.
 */
import type { ConversationId } from "@sophie/engine";
import type { WaitingPart } from "./announcement.ts";
import { ANNOUNCE_EVERY_MS } from "./presence.ts";

/** Of the 7,000 that an announcement holds; the rest is for what stands around them. */
const ITEMS_BYTES_MAX = 6_700;
const FORGET_AFTER_MS = 3 * ANNOUNCE_EVERY_MS;

export interface WaitingHereOptions {
  /** Names this process among others. */
  readonly process: string;
  readonly now: () => number;
  readonly announce: (part: WaitingPart) => void;
}

export class WaitingHere {
  readonly #options: WaitingHereOptions;
  readonly #elsewhere = new Map<string, { conversations: Set<ConversationId>; heardAt: number }>();
  #told = "";
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(options: WaitingHereOptions) {
    this.#options = options;
  }

  /** Those with a line to this process. Announced when they are others than before, and again before they are forgotten. */
  note(here: readonly ConversationId[]): void {
    const { now, process, announce } = this.#options;
    const text = here.toSorted().join(" ");
    const isKnown = text === this.#told && (text === "" || now() - this.#toldAt < ANNOUNCE_EVERY_MS);
    if (isKnown) return;
    this.#told = text;
    this.#toldAt = now();
    for (const [index, conversations] of partsOf(here).entries()) {
      announce({ kind: "waiting", process, isFirst: index === 0, conversations: [...conversations] });
    }
  }

  /** Takes another process's word. The parts of one come in order; where one was lost, the next word says it all. */
  heard({ process, isFirst, conversations }: WaitingPart): void {
    const known = isFirst ? [] : (this.#elsewhere.get(process)?.conversations ?? []);
    const heardAt = this.#options.now();
    this.#elsewhere.set(process, { conversations: new Set([...known, ...conversations]), heardAt });
  }

  /** Whether the visitor has a line to another process. */
  isElsewhere(conversation: ConversationId): boolean {
    const since = this.#options.now() - FORGET_AFTER_MS;
    return [...this.#elsewhere.values()].some(
      ({ conversations, heardAt }) => heardAt >= since && conversations.has(conversation),
    );
  }

  /** Drops processes that fell silent. */
  forget(): void {
    const since = this.#options.now() - FORGET_AFTER_MS;
    for (const [process, { heardAt }] of this.#elsewhere) {
      if (heardAt < since) this.#elsewhere.delete(process);
    }
  }
}

/** At least one: that nobody is there is also news. */
function partsOf(here: readonly ConversationId[]): readonly (readonly ConversationId[])[] {
  const parts: ConversationId[][] = [[]];
  let bytes = 0;
  for (const conversation of here) {
    const more = Buffer.byteLength(JSON.stringify(conversation)) + 1;
    if (bytes + more > ITEMS_BYTES_MAX) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(conversation);
    bytes += more;
  }
  return parts;
}
