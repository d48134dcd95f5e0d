/** A saved session that a test can look into, and hand to the next "page" as a browser's storage would. */
import type { SavedIdentity, SavedSession, VisitorRequest } from "../session/saved-session.ts";
import { MemoryOutboxStore } from "./memory-outbox-store.ts";

/** For `SessionPorts.saved`. */
export class MemorySession extends MemoryOutboxStore<VisitorRequest> implements SavedSession {
  identity: SavedIdentity | null = null;
  /** How often anything was written. */
  writes = 0;

  /** Set by the test: as whom the visitor is known before writing. */
  token: string | null = null;

  knownToken(): string | null {
    return this.token;
  }

  load(): SavedIdentity | null {
    return this.identity;
  }

  save(identity: SavedIdentity): void {
    this.writes += 1;
    this.identity = { ...identity };
  }

  clear(): void {
    this.writes += 1;
    this.identity = null;
    for (const { id } of this.items()) this.remove(id);
  }

  override put(item: VisitorRequest): void {
    this.writes += 1;
    super.put(item);
  }
}
