/**
 * Tells the server what waits, over a socket that is opened for it. It speaks just enough of the protocol to be carried
 * without the panel: hello, consent, events; and says everything again that was not acknowledged.
 */
import type { TrackedEvent, VisitorMessage } from "@sophie/engine";
import { visitorSocketUrl } from "../host/browser-socket.ts";
import { newId } from "../host/new-id.ts";
import { pageLanguage } from "../host/page-language.ts";
import type { BehaviourStore } from "./behaviour-store.ts";

/** The version that this speaks; a test holds it to the engine's, which would weigh too much here. */
const SPOKEN_PROTOCOL = 1;

/** What happens together is told together. */
const GATHER_MS = 1_000;
const BATCH_EVENTS = 50;
const RETRY_FIRST_MS = 2_000;
const RETRY_MAX_MS = 60_000;
/** Close codes of a token that is void. */
const VOID_TOKEN = new Set([4004, 4005]);

interface LineOptions {
  readonly origin: string;
  readonly site: string;
  readonly store: BehaviourStore;
}

/** What this listens for; everything else is passed over. */
interface Heard {
  readonly type?: unknown;
  readonly token?: unknown;
  readonly id?: unknown;
  readonly refusal?: { readonly code?: unknown };
}

export class BehaviourLine {
  readonly #options: LineOptions;
  #socket: WebSocket | null = null;
  #isWelcome = false;
  /** What was sent and is not answered, by the id that it was sent under. */
  readonly #sent = new Map<string, readonly TrackedEvent[]>();
  #consentId: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs = RETRY_FIRST_MS;
  #isClosed = false;

  constructor(options: LineOptions) {
    this.#options = options;
    // An open socket would keep the page out of the browser's memory of pages.
    addEventListener("pagehide", () => this.#socket?.close());
    addEventListener("online", () => this.soon());
  }

  /** Tells what waits, in a moment. */
  soon(delayMs = GATHER_MS): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), delayMs);
  }

  /** Tells what waits, at once: the page may be gone in a moment. */
  now(): void {
    clearTimeout(this.#timer);
    const { kept } = this.#options.store;
    if (this.#isClosed || kept === null) return;
    if (kept.waiting.length === 0 && !kept.isLeaving) return;
    if (this.#socket === null) this.#open();
    else if (this.#isWelcome && this.#sent.size === 0) this.#tell();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #open(): void {
    const { origin, site, store } = this.#options;
    let socket: WebSocket;
    try {
      socket = new WebSocket(visitorSocketUrl(origin, site));
    } catch {
      // A page may forbid it altogether; then nothing can be told.
      return;
    }
    this.#socket = socket;
    socket.addEventListener("open", () => {
      const language = pageLanguage("en");
      const { token } = store;
      this.#say([{ type: "visitor-hello", protocol: SPOKEN_PROTOCOL, token, language, resume: null }]);
    });
    socket.addEventListener("message", ({ data }) => this.#hear(data));
    socket.addEventListener("close", ({ code }) => this.#onClosed(code));
  }

  #hear(data: unknown): void {
    let heard: Heard | readonly Heard[];
    try {
      heard = JSON.parse(String(data));
    } catch {
      return;
    }
    for (const message of [heard].flat()) this.#take(message);
  }

  #take({ type, token, id, refusal }: Heard): void {
    const { store } = this.#options;
    if (type === "visitor-welcome") {
      this.#isWelcome = true;
      this.#retryMs = RETRY_FIRST_MS;
      if (typeof token === "string") store.change({ token });
      this.#agree();
      this.#tell();
    } else if (type === "accepted" || type === "refused") {
      const isLater = refusal?.code === "rate_limited" || refusal?.code === "storage_failed";
      if (isLater) return this.#socket?.close();
      if (id === this.#consentId) return this.#consentHeard();
      const told = this.#sent.get(String(id));
      if (told === undefined) return;
      this.#sent.delete(String(id));
      store.drop(told);
      this.#tell();
    }
  }

  /** Said on every line, before anything else: without it, the server takes nothing. */
  #agree(): void {
    this.#consentId = newId();
    const given = this.#options.store.kept?.isLeaving === false;
    this.#say([{ type: "set-consent", id: this.#consentId as never, given }]);
  }

  #consentHeard(): void {
    this.#consentId = null;
    const { store } = this.#options;
    if (store.kept?.isLeaving !== true) return;
    store.clear();
    this.#socket?.close();
  }

  #tell(): void {
    const { store } = this.#options;
    if (store.kept?.isLeaving === true) {
      if (this.#consentId === null) this.#agree();
      return;
    }
    const events = store.next(BATCH_EVENTS);
    if (events.length === 0) return;
    const id = newId();
    this.#sent.set(id, events);
    this.#say([{ type: "track-behaviour", id: id as never, events: [...events] }]);
  }

  #say(messages: readonly VisitorMessage[]): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(messages));
  }

  #onClosed(code: number): void {
    this.#socket = null;
    this.#isWelcome = false;
    this.#consentId = null;
    this.#sent.clear();
    if (VOID_TOKEN.has(code)) {
      // Of the two that it may have been, neither is tried again.
      this.#options.store.isIdentityVoid = true;
      this.#options.store.change({ token: null });
    }
    const { kept } = this.#options.store;
    if (kept === null || (kept.waiting.length === 0 && !kept.isLeaving)) return;
    this.soon(this.#retryMs * (0.5 + Math.random()));
    this.#retryMs = Math.min(RETRY_MAX_MS, this.#retryMs * 2);
  }
}
