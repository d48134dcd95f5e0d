/** Somebody who talks and talks in one conversation, over one server life after another, and keeps what a client keeps. */
import type { ConversationId, LogEntry, SendId } from "@sophie/engine";
import { newSendId, type TestSocket } from "../testing/test-socket.ts";

/** Sent and not answered, at any time. */
const AHEAD = 3;

export class SteadySender {
  readonly conversation: ConversationId;
  /** Answered with `accepted`. */
  readonly acknowledged: SendId[] = [];
  /** The log as heard, gap-free from 1. */
  readonly heard: LogEntry[] = [];
  /** What came twice, or too early. */
  readonly faults: string[] = [];
  readonly #unanswered = new Set<SendId>();
  #socket: TestSocket | null = null;
  #onProgress: () => void = () => {};

  constructor(conversation: ConversationId) {
    this.conversation = conversation;
  }

  get since(): number {
    return this.heard.length;
  }

  /** Goes on over a new line: what was not answered goes first, under the same ids. */
  goOn(socket: TestSocket, onProgress: () => void): void {
    this.#socket = socket;
    this.#onProgress = onProgress;
    this.listen(socket);
    for (const id of this.#unanswered) this.#send(id);
    while (this.#unanswered.size < AHEAD) this.#send(newSendId());
  }

  listen(socket: TestSocket): void {
    socket.onHeard = (message) => {
      if (message.type === "entries" && message.conversation === this.conversation)
        this.#hear(message.entries);
      if (message.type === "refused") this.faults.push(`refused: ${message.refusal.code}`);
      if (message.type === "accepted") this.#answered(message.id);
    };
    for (const message of socket.heard) socket.onHeard(message);
  }

  /** The line is dead: nothing more is heard from it. */
  stop(): void {
    if (this.#socket !== null) this.#socket.onHeard = () => {};
    this.#socket?.socket.terminate();
    this.#socket = null;
  }

  #hear(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      if (entry.seq === this.since + 1) this.heard.push(entry);
      else this.faults.push(`heard ${entry.seq} after ${this.since}`);
    }
  }

  #answered(id: SendId): void {
    if (!this.#unanswered.delete(id)) return;
    this.acknowledged.push(id);
    this.#send(newSendId());
    this.#onProgress();
  }

  #send(id: SendId): void {
    this.#unanswered.add(id);
    this.#socket?.send({ type: "send-message", id, conversation: this.conversation, text: `Text of ${id}.` });
  }
}
