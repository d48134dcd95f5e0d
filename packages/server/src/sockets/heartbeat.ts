/** Finds sockets whose other end has gone without a word: one sweep pings all, the next ends those that kept silent. */
import { CLOSE } from "@sophie/engine";
import type { WebSocket } from "ws";

export class Heartbeat {
  readonly #alive = new WeakSet<WebSocket>();
  readonly #sockets: ReadonlySet<WebSocket>;
  readonly #timer: NodeJS.Timeout;
  readonly #onSilent: () => void;

  constructor(sockets: ReadonlySet<WebSocket>, onSilent: () => void, everyMs: number) {
    this.#sockets = sockets;
    this.#onSilent = onSilent;
    this.#timer = setInterval(() => this.#sweep(), everyMs);
    this.#timer.unref();
  }

  /** Any sign of life counts: a pong, or anything else that arrives. */
  heard(socket: WebSocket): void {
    this.#alive.add(socket);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    for (const socket of this.#sockets) {
      if (this.#alive.delete(socket)) {
        socket.ping();
        continue;
      }
      this.#onSilent();
      socket.close(CLOSE.silent.code, CLOSE.silent.sentence);
      socket.terminate();
    }
  }
}
