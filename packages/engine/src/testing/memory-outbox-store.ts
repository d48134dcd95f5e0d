/** An outbox store that a test can look into, and hand to the next "page". */
import type { Answerable, OutboxStore } from "../connection/outbox.ts";
import type { SendId } from "../domain/id.ts";

/** In order of `put`. */
export class MemoryOutboxStore<M extends Answerable> implements OutboxStore<M> {
  readonly #items = new Map<SendId, M>();

  items(): readonly M[] {
    return [...this.#items.values()];
  }

  put(item: M): void {
    this.#items.set(item.id, item);
  }

  remove(id: SendId): void {
    this.#items.delete(id);
  }
}
