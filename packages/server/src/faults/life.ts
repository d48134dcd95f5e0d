/**
 * One life of a server process, as its storage sees it. Every call stops at a gate before it reaches storage and again
 * before its answer is heard, so that a schedule decides what had been committed, and what told, when the life ended.
 */
import type { Storage } from "../storage/storage.ts";

/** A call that nobody is left to answer. */
const NEVER = new Promise<never>(() => {});

export class Life {
  isOver = false;
  /** How many times later calls may overtake the answer of one that reads. */
  readDelay = 0;
  /** Called when something has just been committed and nobody was told of it yet. */
  onCommitted: () => void = () => {};
  #waiting: (() => void)[] = [];
  /** Calls that storage itself has not answered. */
  #inStorage = 0;
  #whenQuiet: (() => void)[] = [];

  /** Whether nothing stands at a gate. */
  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /** Opens the gate for the first `count` that stand at it. */
  release(count = this.#waiting.length): void {
    for (const pass of this.#waiting.splice(0, count)) pass();
  }

  /** Resolves when storage has nothing more to do for this life. */
  async storageQuiet(): Promise<void> {
    if (this.#inStorage > 0) await new Promise<void>((resolve) => this.#whenQuiet.push(resolve));
  }

  /** The same storage, for this life only. */
  through(storage: Storage): Storage {
    return {
      ...storage,
      change: async (request) => {
        await this.#gate();
        const outcome = await this.#ask(() => storage.change(request));
        if (outcome.ok && !outcome.duplicate && !this.isOver) this.onCommitted();
        await this.#gate();
        return outcome;
      },
      saveReceipt: this.#read(storage.saveReceipt),
      entriesSince: this.#read(storage.entriesSince),
      entryById: this.#read(storage.entryById),
      stateOf: this.#read(storage.stateOf),
      handoff: this.#read(storage.handoff),
      openHandoffs: this.#read(storage.openHandoffs),
      botConversations: this.#read(storage.botConversations),
      receipts: this.#read(storage.receipts),
      lead: this.#read(storage.lead),
      behaviourOf: this.#read(storage.behaviourOf),
      talkOf: this.#read(storage.talkOf),
      contactOf: this.#read(storage.contactOf),
      newestConversationOf: this.#read(storage.newestConversationOf),
      saveStanding: this.#read(storage.saveStanding),
    };
  }

  #read<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      const answer = await this.#ask(() => call(...args));
      for (let passed = 0; passed <= this.readDelay; passed += 1) await this.#gate();
      return answer;
    };
  }

  async #ask<R>(call: () => Promise<R>): Promise<R> {
    if (this.isOver) return NEVER;
    this.#inStorage += 1;
    try {
      return await call();
    } finally {
      this.#inStorage -= 1;
      if (this.#inStorage === 0) for (const resolve of this.#whenQuiet.splice(0)) resolve();
    }
  }

  #gate(): Promise<void> {
    if (this.isOver) return NEVER;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
