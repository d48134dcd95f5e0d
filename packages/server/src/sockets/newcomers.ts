/** How many visitors without a token one address may bring: each becomes a new visitor, with bounds of its own. */
import { Budget, type Rate } from "./budget.ts";

export class Newcomers {
  readonly #rate: Rate;
  /** By address, whoever came last at the end. */
  readonly #budgets = new Map<string, { readonly budget: Budget; cameAt: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  admits(address: string, now: number): boolean {
    this.#forget(now);
    const known = this.#budgets.get(address) ?? { budget: new Budget(this.#rate, now), cameAt: now };
    known.cameAt = now;
    this.#budgets.delete(address);
    this.#budgets.set(address, known);
    return known.budget.spend(now) === "ok";
  }

  /** Drops the budgets that are full again: they stand first. */
  #forget(now: number): void {
    const fullAfterMs = (this.#rate.burst / this.#rate.perSecond) * 1000;
    for (const [address, { cameAt }] of this.#budgets) {
      if (now - cameAt < fullAfterMs) return;
      this.#budgets.delete(address);
    }
  }
}
