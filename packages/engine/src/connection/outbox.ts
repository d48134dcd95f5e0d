/** What was sent and not answered yet, in order. It is sent again under the same ids until it is answered. */
import type { SendId } from "../domain/id.ts";

/** Something that the other side answers with `accepted` or `refused`. */
export interface Answerable {
  readonly type: string;
  readonly id: SendId;
}

/** Where the outbox survives a reload. Synchronous, because a tab may die at any moment. */
export interface OutboxStore<M extends Answerable> {
  items(): readonly M[];
  put(item: M): void;
  remove(id: SendId): void;
}

export class Outbox<M extends Answerable> {
  readonly #store: OutboxStore<M>;
  readonly #items = new Map<SendId, M>();

  constructor(store: OutboxStore<M>) {
    this.#store = store;
    for (const item of store.items()) this.#items.set(item.id, item);
  }

  add(item: M): void {
    this.#items.set(item.id, item);
    this.#store.put(item);
  }

  /** Takes out what was answered; undefined if it was answered before. */
  settle(id: SendId): M | undefined {
    const item = this.#items.get(id);
    this.#items.delete(id);
    this.#store.remove(id);
    return item;
  }

  has(id: SendId): boolean {
    return this.#items.has(id);
  }

  /** Oldest first. */
  get pending(): readonly M[] {
    return [...this.#items.values()];
  }
}

/** An outbox store that forgets with the page. */
export function volatileStore<M extends Answerable>(): OutboxStore<M> {
  return { items: () => [], put: () => {}, remove: () => {} };
}
