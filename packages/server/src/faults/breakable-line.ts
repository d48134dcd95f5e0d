/** One client's way to the server: a socket pair that remembers what was sent, so that it can arrive a second time. */
import { SocketPair, type ServerEnd } from "@sophie/engine/testing";
import type { LineSocket } from "./line-socket.ts";

const REMEMBERED_MAX = 40;

export class BreakableLine {
  readonly pair = new SocketPair();
  /** Whether the client may still believe in a line that is dead. */
  isFrozen = false;
  #current: LineSocket | null = null;
  #sent: string[] = [];

  constructor(take: (end: ServerEnd) => LineSocket) {
    this.pair.onConnection = (end) => {
      this.isFrozen = false;
      const socket = take(end);
      this.#current = null;
      const { onFrame } = end;
      end.onFrame = (frame) => {
        // From its hello on: before it, only a client that is broken says anything.
        this.#current = socket;
        this.#sent = [...this.#sent, frame].slice(-REMEMBERED_MAX);
        onFrame(frame);
      };
    };
  }

  freeze(): void {
    this.isFrozen = true;
    this.pair.freeze();
  }

  /** Something that was sent, on this line or an earlier one, arrives again. */
  repeat(which: number): void {
    const frame = this.#sent.at(which % Math.max(1, this.#sent.length));
    if (frame !== undefined) this.#current?.hear(frame);
  }
}
