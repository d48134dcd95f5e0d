/** The server's end of a socket pair, dressed as a `ws` socket: the server's own classes run on a line that a test breaks. */
import { EventEmitter } from "node:events";
import type { ServerEnd } from "@sophie/engine/testing";
import type { WebSocket } from "ws";

const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

export class LineSocket extends EventEmitter {
  readonly OPEN = OPEN;
  readonly bufferedAmount = 0;
  readyState = OPEN;
  readonly #end: ServerEnd;

  constructor(end: ServerEnd) {
    super();
    this.#end = end;
    end.onFrame = (frame) => this.hear(frame);
    end.onClosed = () => this.#closed();
  }

  /** What the server's classes take. */
  get asWebSocket(): WebSocket {
    return this as unknown as WebSocket;
  }

  /** A frame arrives; also for one that arrives twice. */
  hear(frame: string): void {
    if (this.readyState === OPEN) this.emit("message", Buffer.from(frame), false);
    this.emit("pong");
  }

  send(frame: string): void {
    if (this.readyState === OPEN) this.#end.send(frame);
  }

  ping(): void {
    // The engine's line has no control frames; its client pings by itself.
  }

  close(code: number): void {
    if (this.readyState >= CLOSING) return;
    this.readyState = CLOSING;
    this.#end.close(code);
  }

  terminate(): void {
    this.close(1006);
    this.#closed();
  }

  /** The process that held it is dead: it neither speaks nor hears, and nobody is told. */
  abandon(): void {
    this.readyState = CLOSED;
    this.removeAllListeners();
  }

  #closed(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit("close");
  }
}
