/** How much one socket may say: a bucket that refills (Q20). */

export interface Rate {
  /** Messages at once. */
  readonly burst: number;
  /** Messages a second, on the long run. */
  readonly perSecond: number;
}

/** Refused in a row, without having waited: such a client does not listen. */
const DEAF_AFTER = 200;

export class Budget {
  readonly #rate: Rate;
  #left: number;
  #filledAt: number;
  #refused = 0;

  /** `now`: epoch ms. */
  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#filledAt = now;
  }

  /** `deaf`: over budget for so long that the socket should be closed. */
  spend(now: number): "ok" | "over" | "deaf" {
    const earned = (Math.max(0, now - this.#filledAt) / 1000) * this.#rate.perSecond;
    this.#left = Math.min(this.#rate.burst, this.#left + earned);
    this.#filledAt = now;
    if (this.#left >= 1) {
      this.#left -= 1;
      this.#refused = 0;
      return "ok";
    }
    this.#refused += 1;
    return this.#refused > DEAF_AFTER ? "deaf" : "over";
  }
}
