/** Typing, in both directions: one's own thinned out before it is sent, the other's forgotten when it goes stale. */
import type { Clock } from "../domain/clock.ts";
import type { Author } from "../domain/author.ts";

/** One's own typing is repeated at most this often… */
const REPEAT_MS = 3_000;
/** …and ends this long after the last key. */
const IDLE_MS = 4_000;
/** The other's typing is forgotten if nothing renews it. */
const STALE_MS = 6_000;

/** Tells the other side that somebody types: at once, then seldom, then that it stopped. */
export class OwnTyping {
  readonly #clock: Clock;
  readonly #tell: (typing: boolean) => void;
  #toldAt = Number.NEGATIVE_INFINITY;
  #cancelIdle: () => void = () => {};

  constructor(clock: Clock, tell: (typing: boolean) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  key(): void {
    if (this.#clock.now() - this.#toldAt >= REPEAT_MS) {
      this.#toldAt = this.#clock.now();
      this.#tell(true);
    }
    this.#cancelIdle();
    this.#cancelIdle = this.#clock.after(IDLE_MS, () => this.stop());
  }

  stop(): void {
    this.#cancelIdle();
    if (this.#toldAt === Number.NEGATIVE_INFINITY) return;
    this.#toldAt = Number.NEGATIVE_INFINITY;
    this.#tell(false);
  }
}

/** Who on the other side types at this moment. */
export class OtherTyping {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #author: Author | null = null;
  #cancelStale: () => void = () => {};

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get author(): Author | null {
    return this.#author;
  }

  note(author: Author | null): void {
    this.#cancelStale();
    this.#author = author;
    if (author !== null) this.#cancelStale = this.#clock.after(STALE_MS, () => this.note(null));
    this.#onChange();
  }

  close(): void {
    this.#cancelStale();
  }
}
