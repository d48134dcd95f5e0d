/** Who listens to what: conversations by their watches, and desks by their sites. */
import type { ConversationId, SiteId } from "@sophie/engine";
import type { Listener } from "./listener.ts";
import type { Watch } from "./watch.ts";

/** A desk that hears about every handoff of its sites. */
export interface DeskListener extends Listener {
  readonly sites: ReadonlySet<SiteId>;
}

export class Audiences {
  readonly #watches = new Map<ConversationId, Set<Watch>>();
  readonly #desks = new Set<DeskListener>();

  add(watch: Watch): void {
    const watches = this.#watches.get(watch.conversation);
    if (watches === undefined) this.#watches.set(watch.conversation, new Set([watch]));
    else watches.add(watch);
  }

  remove(watch: Watch): void {
    watch.end();
    const watches = this.#watches.get(watch.conversation);
    watches?.delete(watch);
    if (watches?.size === 0) this.#watches.delete(watch.conversation);
  }

  watchesOf(conversation: ConversationId): Iterable<Watch> {
    return this.#watches.get(conversation) ?? [];
  }

  /** Every conversation that somebody here watches. */
  watched(): Iterable<ConversationId> {
    return this.#watches.keys();
  }

  addDesk(desk: DeskListener): void {
    this.#desks.add(desk);
  }

  removeDesk(desk: DeskListener): void {
    this.#desks.delete(desk);
  }

  *desksOf(site: SiteId): Generator<DeskListener> {
    for (const desk of this.#desks) if (desk.sites.has(site)) yield desk;
  }

  hasDesks(): boolean {
    return this.#desks.size > 0;
  }
}
