/**
 * One listener's view of one conversation. It knows how far it has sent, so that order is `seq`, nothing is sent twice,
 * and a hole is filled from storage: resuming, a lost notice and another process's commit are all the same case.
 */
import type { ConversationId, LogEntry } from "@sophie/engine";
import { LIMITS } from "@sophie/engine";
import type { Storage } from "../storage/storage.ts";
import { type Audience, EntriesFrame } from "./entries-frame.ts";
import type { PacedListener } from "./listener.ts";

const RETRY_MS = 1_000;

export class Watch {
  readonly conversation: ConversationId;
  readonly audience: Audience;
  readonly listener: PacedListener;
  readonly #storage: Storage;
  #sentSeq: number;
  #wantedSeq = 0;
  #isFetching = false;
  /** Since the read that is under way began. */
  #isAskedAgain = false;
  #isOver = false;

  constructor(
    storage: Storage,
    listener: PacedListener,
    view: { readonly conversation: ConversationId; readonly audience: Audience; readonly since: number },
  ) {
    this.#storage = storage;
    this.listener = listener;
    this.conversation = view.conversation;
    this.audience = view.audience;
    this.#sentSeq = view.since;
  }

  /**
   * Sends what there is already. It always reads, and only now: whatever the caller read before it subscribed may be
   * out of date, and what was told in between reached nobody here.
   */
  begin(): Promise<void> {
    return this.catchUp(this.#sentSeq + 1);
  }

  /** Passes on what was just committed, if it is what comes next; fetches what is missing before it otherwise. */
  offer(frame: EntriesFrame): void {
    if (this.#isOver || frame.lastSeq <= this.#sentSeq) return;
    if (this.#isFetching || frame.firstSeq !== this.#sentSeq + 1) {
      void this.catchUp(frame.lastSeq);
      return;
    }
    this.#sentSeq = frame.lastSeq;
    this.listener.send(frame.encodedFor(this.audience));
  }

  /** Sends everything up to at least `seq`. Rejects never: what cannot be read now is read later. */
  async catchUp(seq: number): Promise<void> {
    this.#wantedSeq = Math.max(this.#wantedSeq, seq);
    this.#isAskedAgain = true;
    if (this.#isFetching || this.#isOver || this.#sentSeq >= this.#wantedSeq) return;
    this.#isFetching = true;
    try {
      for (let isMore = true; isMore && !this.#isOver;) {
        // A long log must not fill up the line of somebody who reads as fast as it can.
        for (let room = this.listener.roomAgain(); room !== null; room = this.listener.roomAgain())
          await room;
        this.#isAskedAgain = false;
        const entries = await this.#storage.entriesSince(
          this.conversation,
          this.#sentSeq,
          LIMITS.entriesPerFetch,
        );
        this.#send(entries);
        // What was committed while this was read is not in it. What storage does not have, asking again does not bring.
        const isWorthIt = entries.length > 0 || this.#isAskedAgain;
        isMore = entries.length === LIMITS.entriesPerFetch || (isWorthIt && this.#sentSeq < this.#wantedSeq);
      }
    } catch {
      // Storage did not answer. The client sees no hole at the end of what it has, so nobody else will ask again.
      setTimeout(() => void this.catchUp(seq), RETRY_MS).unref();
    } finally {
      this.#isFetching = false;
    }
  }

  /** Goes back to `since`, as a client asks that found a hole on its side. */
  async rewind(since: number): Promise<void> {
    const upTo = Math.max(this.#sentSeq, since + 1);
    this.#sentSeq = Math.min(this.#sentSeq, since);
    await this.catchUp(upTo);
  }

  end(): void {
    this.#isOver = true;
  }

  #send(entries: readonly LogEntry[]): void {
    const next = entries.filter(({ seq }) => seq > this.#sentSeq);
    const last = next.at(-1);
    // Rewound while this was read: what comes before it is read next, and this again.
    if (this.#isOver || last === undefined || next[0]?.seq !== this.#sentSeq + 1) return;
    this.#sentSeq = last.seq;
    this.listener.send(new EntriesFrame(this.conversation, next).encodedFor(this.audience));
  }
}
