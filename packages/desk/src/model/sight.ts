/** Whether this page is in sight, told to the server: whoever looks at a desk needs no push message (H93). */

export interface Sight {
  isVisible(): boolean;
  /** Calls back whenever that changes, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

export function pageSight(page: Document): Sight {
  return {
    isVisible: () => page.visibilityState === "visible",
    onChange(listener) {
      page.addEventListener("visibilitychange", listener);
      return () => page.removeEventListener("visibilitychange", listener);
    },
  };
}
