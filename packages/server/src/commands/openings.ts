/** How many conversations one visitor may open: without a bound, one page could fill a site's storage and queue. */
import type { ConversationId } from "@sophie/engine";
import type { VisitorKey } from "../storage/storage.ts";
import { isTicketName } from "./ticket-name.ts";

const OPENINGS_MAX = 20;
const WITHIN_MS = 60 * 60_000;

/** In memory, of this process: it forgets when it restarts, and another process counts for itself. */
export class Openings {
  /** By site and visitor, whoever opened last at the end; inside, when each conversation was opened, in order. */
  readonly #opened = new Map<string, Map<ConversationId, number>>();

  /** Whether the visitor may open it now. Asking again for the same one changes nothing, so a rule may ask. */
  admits({ site, visitor }: VisitorKey, conversation: ConversationId, at: number): boolean {
    if (isTicketName(conversation)) return false;
    this.#forget(at);
    const key = `${site} ${visitor}`;
    const opened = this.#opened.get(key) ?? new Map<ConversationId, number>();
    for (const [id, openedAt] of opened) if (at - openedAt >= WITHIN_MS) opened.delete(id);
    if (opened.has(conversation)) return true;
    if (opened.size >= OPENINGS_MAX) return false;
    opened.set(conversation, at);
    this.#opened.delete(key);
    this.#opened.set(key, opened);
    return true;
  }

  /** Drops visitors whose newest opening does not count any more: they stand first. */
  #forget(at: number): void {
    for (const [key, opened] of this.#opened) {
      const newest = [...opened.values()].at(-1) ?? 0;
      if (at - newest < WITHIN_MS) return;
      this.#opened.delete(key);
    }
  }
}
