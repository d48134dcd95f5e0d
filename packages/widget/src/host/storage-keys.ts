/** The names under which a site's session lies in the browser's storage. */

/** Who the visitor is and which conversation it was. */
export function identityKey(site: string): string {
  return `sophie:${site}`;
}

/** What a visitor who agreed to it is known by, and what of their behaviour is not told yet. */
export function behaviourKey(site: string): string {
  return identityKey(`${site}:behaviour`);
}

/** Before the order and the id of every item that is not delivered yet. */
export function outboxPrefix(site: string): string {
  return `${identityKey(site)}:out:`;
}

/** The browser's storage, or null where the page may not have one. Reading it can throw. */
export function pageStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
