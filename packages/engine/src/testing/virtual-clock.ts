/** Time that stands still until the test moves it. */
import type { Clock } from "../domain/clock.ts";

interface Alarm {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/** For `SessionPorts.clock`. Starts on a Monday at nine, UTC, unless told otherwise. */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #alarms = new Set<Alarm>();

  /** `startAt`: epoch ms. */
  constructor(startAt = Date.UTC(2026, 0, 5, 9, 0, 0)) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, delayMs), order: this.#order++, callback };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Moves time on, ringing every alarm on the way at its own moment, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#alarms.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }

  /** How many alarms are set. */
  get pending(): number {
    return this.#alarms.size;
  }

  #next(end: number): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (alarm.at > end) continue;
      if (
        first === undefined ||
        alarm.at < first.at ||
        (alarm.at === first.at && alarm.order < first.order)
      ) {
        first = alarm;
      }
    }
    return first;
  }
}
