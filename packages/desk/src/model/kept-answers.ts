/**
 * What an agent has written and the server has not taken yet, kept over a reload of the tab. Moves are not kept: what
 * they were about may look different by then, and an agent would rather press again.
 */
import type { OutboxStore } from "@sophie/engine";
import type { DeskRequest } from "./desk-line.ts";

const PREFIX = "sophie-desk:answer:";

/** `storage` is the tab's own, so that no other tab, and nobody who signs in later elsewhere, sends it. */
export function keptAnswers(storage: Storage): OutboxStore<DeskRequest> {
  return {
    items: () => keysOf(storage).flatMap((key) => read(storage, key)),
    put(item) {
      if (item.type !== "send-message" && item.type !== "add-note") return;
      const order = String(keysOf(storage).length).padStart(6, "0");
      attempt(() => storage.setItem(`${PREFIX}${order}:${item.id}`, JSON.stringify(item)));
    },
    remove(id) {
      for (const key of keysOf(storage)) if (key.endsWith(`:${id}`)) attempt(() => storage.removeItem(key));
    },
  };
}

/** For signing out: the next person at this desk is somebody else. */
export function forgetAnswers(storage: Storage): void {
  for (const key of keysOf(storage)) attempt(() => storage.removeItem(key));
}

/** In the order in which they were written. */
function keysOf(storage: Storage): readonly string[] {
  const keys: string[] = [];
  attempt(() => {
    for (let at = 0; at < storage.length; at += 1) keys.push(storage.key(at) ?? "");
  });
  return keys.filter((key) => key.startsWith(PREFIX)).toSorted();
}

function read(storage: Storage, key: string): DeskRequest[] {
  try {
    return [JSON.parse(storage.getItem(key) ?? "") as DeskRequest];
  } catch {
    return [];
  }
}

/** A browser may forbid storage, or have none left: then a reload loses what it always lost. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing is worse than without.
  }
}
