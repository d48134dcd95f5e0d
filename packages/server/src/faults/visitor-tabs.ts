/** One visitor's browser: tabs that share one saved session, each with a line of its own that can break. */
import { createSession, type Session, type SiteConfig, wordsOf } from "@sophie/engine";
import { keywordDetector, MemorySession, type ServerEnd, type VirtualClock } from "@sophie/engine/testing";
import { BreakableLine } from "./breakable-line.ts";
import type { LineSocket } from "./line-socket.ts";

const DETECTOR = keywordDetector({ makelaar: "human_request" });

export interface VisitorTabsOptions {
  readonly site: SiteConfig;
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly newId: () => string;
  readonly take: (end: ServerEnd) => LineSocket;
}

export class VisitorTabs {
  readonly saved = new MemorySession();
  readonly lines: readonly BreakableLine[];
  readonly #options: VisitorTabsOptions;
  readonly #sessions: (Session | null)[] = [null, null];
  readonly #killed = new Set<number>();

  constructor(options: VisitorTabsOptions) {
    this.#options = options;
    this.lines = [new BreakableLine(options.take), new BreakableLine(options.take)];
  }

  get sessions(): readonly Session[] {
    return this.#sessions.filter((session) => session !== null);
  }

  /** The second tab is opened when the visitor is known: before that, two tabs are two visitors. */
  tab(number: number): Session {
    const which = number === 1 && this.saved.identity?.token != null ? 1 : 0;
    return (this.#sessions[which] ??= this.#open(which));
  }

  /** The page is left and comes again. */
  reload(number: number): void {
    this.#sessions[number]?.close();
    this.#sessions[number] = null;
    this.tab(number);
  }

  /** The tab dies in the middle, and the server does not hear of it for now. */
  kill(number: number): void {
    if (this.#sessions[number] == null) return;
    this.#killed.add(number);
    this.lines[number]?.freeze();
    this.#sessions[number]?.close();
    this.#sessions[number] = null;
  }

  /** Opens again what was killed: what a dead tab had not sent waits for the next page. */
  comeBack(): void {
    for (const which of this.#killed) this.tab(which);
  }

  get isAtRest(): boolean {
    const isSettled = this.#sessions.every((session, which) => {
      if (session === null) return true;
      const { state } = session.snapshot.connection;
      return state === "idle" || (state === "online" && this.lines[which]?.isFrozen === false);
    });
    return isSettled && this.saved.items().length === 0;
  }

  close(): void {
    for (const session of this.sessions) session.close();
  }

  #open(which: number): Session {
    const { site, clock, random, newId } = this.#options;
    const line = this.lines[which] as BreakableLine;
    // A page that is new does not wait for what its predecessor believed.
    line.isFrozen = false;
    const session = createSession(
      { site, language: "nl", words: wordsOf("nl") },
      {
        openSocket: line.pair.openSocket,
        clock,
        random,
        newId,
        saved: this.saved,
        detector: async () => DETECTOR,
        answer: async ({ text }) => (text.includes("open") ? "Van negen tot vijf." : null),
      },
    );
    session.open();
    return session;
  }
}
