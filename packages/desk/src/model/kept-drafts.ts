/** What an agent has written and not sent, kept on this device: over a reload, a crash and a look at another handoff. */

const PREFIX = "sophie-desk:draft:";
/** By then it answers nobody any more. */
const KEPT_MS = 14 * 24 * 60 * 60_000;

export interface DraftStore {
  /** Empty where nothing is kept. */
  read(key: string): string;
  /** Nothing is kept of an empty text. */
  write(key: string, text: string): void;
}

/** `storage` belongs to the browser, so keys must name the agent: another one may sign in here. */
export function keptDrafts(storage: Storage, now: () => number): DraftStore {
  for (const key of keysOf(storage)) {
    const kept = parsed(storage, key);
    if (kept === null || now() - kept.at > KEPT_MS) attempt(() => storage.removeItem(key));
  }
  return {
    read: (key) => parsed(storage, PREFIX + key)?.text ?? "",
    write(key, text) {
      attempt(() => {
        if (text.trim() === "") storage.removeItem(PREFIX + key);
        else storage.setItem(PREFIX + key, JSON.stringify({ text, at: now() }));
      });
    },
  };
}

/** For signing out: the next person at this desk is somebody else. */
export function forgetDrafts(storage: Storage): void {
  for (const key of keysOf(storage)) attempt(() => storage.removeItem(key));
}

function keysOf(storage: Storage): readonly string[] {
  const keys: string[] = [];
  attempt(() => {
    for (let at = 0; at < storage.length; at += 1) keys.push(storage.key(at) ?? "");
  });
  return keys.filter((key) => key.startsWith(PREFIX));
}

function parsed(storage: Storage, key: string): { readonly text: string; readonly at: number } | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("text" in kept) || !("at" in kept)) return null;
    const { text, at } = kept;
    return typeof text === "string" && typeof at === "number" ? { text, at } : null;
  } catch {
    return null;
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
