/**
 * What leaves through one socket. Everything that becomes due in one turn of the event loop leaves as one frame: on a
 * busy desk socket that is most of the cost of sending. A reader that lets too much pile up is closed.
 */
import { CLOSE, joinFrames, LIMITS } from "@sophie/engine";
import type { WebSocket } from "ws";
import type { PacedListener } from "../hub/listener.ts";

/** How long a reader that was too slow may take to read what is on its way, and with it why it is closed. */
const SLOW_GOODBYE_MS = 5_000;

/** What may wait for a reader who is sent the next page of a log; a page is smaller than what is left to the limit. */
const ROOM_BYTES = 128 * 1024;

/** All sockets that have something to send in this turn. */
const due = new Set<Outgoing>();
let isTurnPlanned = false;

export class Outgoing implements PacedListener {
  readonly #socket: WebSocket;
  readonly #onTooSlow: () => void;
  #messages: string[] = [];
  /** Of the messages that wait for the end of the turn. */
  #pendingChars = 0;
  #waiting: (() => void)[] = [];
  /** Of a welcome that is on its way: not held against the reader, who cannot have asked for less. */
  #welcomeBytes = 0;

  /** `onTooSlow` is called instead of sending when too much waits for the reader. */
  constructor(socket: WebSocket, onTooSlow: () => void) {
    this.#socket = socket;
    this.#onTooSlow = onTooSlow;
    socket.once("close", () => this.#wake());
  }

  roomAgain(): Promise<void> | null {
    const isOpen = this.#socket.readyState === this.#socket.OPEN;
    if (!isOpen || this.#pendingChars + this.#socket.bufferedAmount <= ROOM_BYTES) return null;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  send(message: string): void {
    this.#messages.push(message);
    this.#pendingChars += message.length;
    if (this.#messages.length > 1) return;
    due.add(this);
    if (isTurnPlanned) return;
    isTurnPlanned = true;
    setImmediate(endTurn);
  }

  /** Sends at once, however large it is. */
  sendWelcome(message: string): void {
    this.flush();
    const bytes = Buffer.byteLength(message);
    this.#welcomeBytes += bytes;
    this.#socket.send(message, () => {
      this.#welcomeBytes -= bytes;
      this.#wake();
    });
  }

  /** Sends what waits; for the end of a turn, and before closing. */
  flush(): void {
    due.delete(this);
    const messages = this.#messages;
    if (messages.length === 0) return;
    this.#messages = [];
    this.#pendingChars = 0;
    if (this.#socket.readyState !== this.#socket.OPEN) return this.#wake();
    if (this.#socket.bufferedAmount - this.#welcomeBytes > LIMITS.queuedBytes) this.#onTooSlow();
    else this.#socket.send(joinFrames(messages), () => this.#wake());
  }

  /** Sends what waits, says why, and closes. */
  close(reason: { readonly code: number; readonly sentence: string }): void {
    if (reason !== CLOSE.tooSlow) this.flush();
    this.#messages = [];
    this.#socket.close(reason.code, reason.sentence);
    if (reason === CLOSE.tooSlow) this.#terminateSoon();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** Whoever does not read at all does not answer a close either. */
  #terminateSoon(): void {
    const timer = setTimeout(() => this.#socket.terminate(), SLOW_GOODBYE_MS);
    timer.unref();
    this.#socket.once("close", () => clearTimeout(timer));
  }
}

function endTurn(): void {
  isTurnPlanned = false;
  for (const outgoing of due) outgoing.flush();
}
