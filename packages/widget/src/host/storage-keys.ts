/** The names under which a site's session lies in the browser's storage. */

/** Who the visitor is and which conversation it was. */
export function identityKey(site: string): string {
  return `sophie:${site}`;
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
