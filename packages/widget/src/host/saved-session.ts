/**
 * The session in the browser's storage: one key for who it is, and one for every item that is not delivered, so that
 * two tabs never overwrite each other. Where storage is forbidden or full, it lives as long as the page.
 */
import {
  ConversationId,
  SendId,
  type SavedIdentity,
  type SavedSession,
  type VisitorRequest,
} from "@sophie/engine";
import * as z from "zod/mini";
import { behaviourKey, identityKey, outboxPrefix } from "./storage-keys.ts";

const Identity = z.object({ token: z.nullable(z.string()), conversation: ConversationId });
/** What every item has in common. The rest is the server's to judge: a browser sends again what it kept, as it was. */
const Item = z.object({
  type: z.string().check(z.regex(/^(?:send-|(?:begin|request)-handoff$|give-feedback$|answer-survey$)/)),
  id: SendId,
  conversation: ConversationId,
  text: z.optional(z.string()),
});

/** Of what is kept of a visitor's behaviour, the part that says who it is. */
const Known = z.object({ token: z.nullable(z.string()) });

/** Wide enough for epoch ms in base 36 until the year 5188, so that keys sort as times do. */
const ORDER_CHARS = 9;

export interface BrowserSavedSession extends SavedSession {
  /** Whether what is written outlives the page. */
  readonly isLasting: boolean;
  /** Calls `listener` when another tab of this site says who the visitor is. Returns the way to stop. */
  onOtherTab(listener: () => void): () => void;
}

/** Reads only; nothing is written before `save` or `put` is called (tier T0). */
export function browserSavedSession(site: string, storage: Storage | null): BrowserSavedSession {
  const identity = identityKey(site);
  const prefix = outboxPrefix(site);
  let isLasting = storage !== null;
  let order = 0;

  function write(key: string, value: unknown): void {
    try {
      storage?.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the session's own memory still has it.
      isLasting = false;
    }
  }

  function keys(): string[] {
    return Object.keys(storage ?? {})
      .filter((key) => key.startsWith(prefix))
      .toSorted();
  }

  const keyOf = (id: string) => keys().find((key) => key.slice(prefix.length + ORDER_CHARS + 1) === id);

  return {
    get isLasting() {
      return isLasting;
    },
    load: () => read(storage, identity, Identity),
    knownToken: () => read(storage, behaviourKey(site), Known)?.token ?? null,
    save: (saved: SavedIdentity) => write(identity, saved),
    clear() {
      for (const key of [identity, ...keys()]) storage?.removeItem(key);
    },
    items: () =>
      keys()
        .map((key) => readItem(storage, key))
        .filter((item) => item !== null),
    put(item) {
      // Two sends of one millisecond keep their order, too.
      order = Math.max(Date.now(), order + 1);
      write(keyOf(item.id) ?? `${prefix}${order.toString(36).padStart(ORDER_CHARS, "0")}:${item.id}`, item);
    },
    remove(id) {
      const key = keyOf(id);
      if (key !== undefined) storage?.removeItem(key);
    },
    onOtherTab(listener) {
      const heard = ({ key }: StorageEvent) => {
        // Before its first welcome, the other tab does not know who it is either.
        if (key === identity && read(storage, identity, Identity)?.token) listener();
      };
      addEventListener("storage", heard);
      return () => removeEventListener("storage", heard);
    },
  };
}

function readItem(storage: Storage | null, key: string): VisitorRequest | null {
  const item = read(storage, key, Item);
  if (item === null || item.type.startsWith("send-") === (item.text === undefined)) return null;
  return JSON.parse(storage?.getItem(key) ?? "null") as VisitorRequest;
}

/** What lies in a page's storage may have been put there by anybody. */
function read<T>(storage: Storage | null, key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.parse(JSON.parse(storage?.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}
