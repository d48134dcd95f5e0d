/**
 * What is kept of a visitor who agreed, in the browser: as whom the server knows them, the present visit, and what is
 * not told yet. One key; every change reads it again, because other tabs write it too. Gone when consent is withdrawn.
 */
import type { TrackedEvent } from "@sophie/engine";
import { newId } from "../host/new-id.ts";
import { behaviourKey, identityKey } from "../host/storage-keys.ts";

/** A visit ends when nothing has happened for this long, as web statistics have it. */
const VISIT_MS = 30 * 60_000;
/** Older than this, the server does not take it. */
const AGE_MAX_MS = 23 * 60 * 60_000;
const WAITING_MAX = 500;

/** Distributes over the union, so that each kind of event keeps its own fields. */
type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never;

/** Something that happened: the store adds which, when and in which visit. */
export type Happening = Without<TrackedEvent, "id" | "agoMs" | "session">;

/** An event that waits, with the time of this browser's clock. */
export type WaitingEvent = Without<TrackedEvent, "agoMs"> & { readonly at: number };

interface Kept {
  /** As whom the server knows the visitor; null before the first welcome. */
  readonly token: string | null;
  readonly visit: string;
  readonly seenAt: number;
  readonly waiting: readonly WaitingEvent[];
  /** Consent was withdrawn, and the server has not heard of it. */
  readonly isLeaving: boolean;
}

export class BehaviourStore {
  readonly #key: string;
  readonly #identityKey: string;
  readonly #storage: Storage | null;
  /** Where storage is forbidden or full: as long as the page lives. */
  #memory: Kept | null = null;
  /** The conversation's token was refused. */
  isIdentityVoid = false;

  constructor(site: string, storage: Storage | null) {
    this.#key = behaviourKey(site);
    this.#identityKey = identityKey(site);
    this.#storage = storage;
  }

  get kept(): Kept | null {
    const stored = read(this.#storage, this.#key);
    return isKept(stored) ? stored : this.#memory;
  }

  /** The token of the conversation, if there is one, so that both are one visitor. */
  get token(): string | null {
    const identity = this.isIdentityVoid ? null : read(this.#storage, this.#identityKey);
    return typeof identity?.["token"] === "string" ? identity["token"] : (this.kept?.token ?? null);
  }

  change(changes: Partial<Kept>): void {
    const none: Kept = { token: null, visit: newId(), seenAt: Date.now(), waiting: [], isLeaving: false };
    const kept = { ...(this.kept ?? none), ...changes };
    this.#memory = kept;
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Full or forbidden: memory has it.
    }
  }

  add(happening: Happening): void {
    const now = Date.now();
    const isBack = now - (this.kept?.seenAt ?? 0) > VISIT_MS;
    const visit = isBack ? newId() : (this.kept?.visit ?? newId());
    const event: WaitingEvent = { ...happening, id: newId(), session: visit, at: now };
    const waiting = [...(this.kept?.waiting ?? []), event].slice(-WAITING_MAX);
    this.change({ visit, seenAt: now, waiting });
  }

  /** The oldest events that the server still takes, as it takes them. */
  next(count: number): readonly TrackedEvent[] {
    const now = Date.now();
    const fresh = (this.kept?.waiting ?? []).filter(({ at }) => now - at < AGE_MAX_MS);
    return fresh.slice(0, count).map(({ at, ...event }) => ({ ...event, agoMs: Math.max(0, now - at) }));
  }

  /** What was told, and what became too old meanwhile. */
  drop(told: readonly TrackedEvent[]): void {
    const ids = new Set(told.map(({ id }) => id));
    const now = Date.now();
    const isWaiting = ({ id, at }: WaitingEvent) => !ids.has(id) && now - at < AGE_MAX_MS;
    this.change({ waiting: (this.kept?.waiting ?? []).filter(isWaiting) });
  }

  clear(): void {
    this.#memory = null;
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // Nothing could be written there either.
    }
  }

  /** Calls `listener` when consent is withdrawn in another tab. */
  onForgotten(listener: () => void): void {
    addEventListener("storage", ({ key, newValue }) => {
      if (key !== this.#key || (newValue !== null && this.kept?.isLeaving === false)) return;
      this.#memory = null;
      listener();
    });
  }
}

/** What lies in a page's storage may have been put there by anybody. */
function read(storage: Storage | null, key: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(storage?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function isKept(stored: object | null): stored is Kept {
  return stored !== null && "waiting" in stored && Array.isArray(stored.waiting);
}
