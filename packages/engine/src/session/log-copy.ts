/** What this page holds of the server's log: how far it is, what the server has and the log does not show yet, who read what. */
import {
  EMPTY_TRANSCRIPT,
  type Extended,
  extendTranscript,
  type Transcript,
} from "../conversation/transcript.ts";
import type { SendId } from "../domain/id.ts";
import type { LogEntry } from "../domain/log-entry.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { VisitorRequest } from "./saved-session.ts";

/** What a welcome tells of the conversation that was resumed. */
interface Resumed {
  readonly lastSeq: number;
  readonly visitor: Receipt;
  readonly agent: Receipt;
}

const NOTHING_RECEIVED: Receipt = { delivered: 0, read: 0 };

export class LogCopy {
  /** How far the people behind the desk have received and read. */
  agentReceipt = NOTHING_RECEIVED;
  #transcript = EMPTY_TRANSCRIPT;
  #readSeq = 0;
  #isCaughtUp = true;
  /** The server's newest `seq` at the last welcome; null before the first one. */
  #welcomeSeq: number | null = null;
  readonly #accepted = new Map<SendId, { readonly seq: number; readonly item: VisitorRequest }>();

  get transcript(): Transcript {
    return this.#transcript;
  }

  /** Whether it is as far as the server was at the last welcome. While it is not, nobody here knows who may speak. */
  get isCaughtUp(): boolean {
    return this.#isCaughtUp;
  }

  /** Stored by the server, and not in the log yet: shown as sent until it is. */
  get accepted(): readonly VisitorRequest[] {
    return [...this.#accepted.values()].map(({ item }) => item);
  }

  get receipt(): Receipt {
    return { delivered: this.#transcript.lastSeq, read: this.#readSeq };
  }

  /** Messages of others that the visitor has not seen. */
  get unread(): number {
    return this.#transcript.entries.filter(
      (entry) => entry.kind === "message" && entry.author.kind !== "visitor" && entry.seq > this.#readSeq,
    ).length;
  }

  /** Whether the server has stored what was sent under this id. */
  holds(id: SendId): boolean {
    return this.isAccepted(id) || this.#transcript.entries.some((entry) => "id" in entry && entry.id === id);
  }

  /** Another conversation: nothing of it exists yet, so nothing is missing. */
  startOver(): void {
    this.agentReceipt = NOTHING_RECEIVED;
    this.#transcript = EMPTY_TRANSCRIPT;
    this.#readSeq = 0;
    this.#isCaughtUp = true;
    this.#welcomeSeq = null;
    this.#accepted.clear();
  }

  /** A saved conversation is to be gone on with; its log has yet to come. */
  expectLog(): void {
    this.#isCaughtUp = false;
  }

  /** `resumed` is null if the server knows nothing of the conversation. */
  welcomed(resumed: Resumed | null): void {
    this.#isCaughtUp = false;
    this.#welcomeSeq = resumed?.lastSeq ?? 0;
    if (resumed === null) return;
    this.agentReceipt = resumed.agent;
    this.#readSeq = Math.max(this.#readSeq, resumed.visitor.read);
  }

  extend(entries: readonly LogEntry[]): Extended {
    const extended = extendTranscript(this.#transcript, entries);
    this.#transcript = extended.transcript;
    for (const [id, { seq }] of this.#accepted) {
      if (seq <= this.#transcript.lastSeq) this.#accepted.delete(id);
    }
    return extended;
  }

  accept(item: VisitorRequest, seq: number): void {
    if (seq > this.#transcript.lastSeq) this.#accepted.set(item.id, { seq, item });
  }

  isAccepted(id: SendId): boolean {
    return this.#accepted.has(id);
  }

  /** True at the one moment when it becomes as far as the welcome said. */
  catchesUp(): boolean {
    if (this.#isCaughtUp || this.#welcomeSeq === null || this.#transcript.lastSeq < this.#welcomeSeq)
      return false;
    this.#isCaughtUp = true;
    return true;
  }

  /** False if there was nothing new to be seen. */
  markRead(): boolean {
    if (this.#readSeq >= this.#transcript.lastSeq) return false;
    this.#readSeq = this.#transcript.lastSeq;
    return true;
  }
}
