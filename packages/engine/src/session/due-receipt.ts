/** Receipts wait a moment, so that a burst of messages is acknowledged once. */
import type { Clock } from "../domain/clock.ts";

const DELAY_MS = 200;

export class DueReceipt {
  readonly #clock: Clock;
  readonly #send: () => void;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, send: () => void) {
    this.#clock = clock;
    this.#send = send;
  }

  isDue(): void {
    this.#cancel ??= this.#clock.after(DELAY_MS, () => {
      this.#cancel = null;
      this.#send();
    });
  }

  close(): void {
    this.#cancel?.();
  }
}
