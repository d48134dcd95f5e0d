/** Where the page is, kept in the address's fragment, so that a colleague can be sent a link and Back works. */
import { signal } from "@preact/signals";

export type Place =
  | { readonly page: "handoffs"; readonly id: string | null }
  | { readonly page: "conversations"; readonly id: string | null }
  | { readonly page: "team" };

/** A one-time secret that came in the address. */
export type Secret = { readonly kind: "join" | "enter"; readonly secret: string };

export const place = signal<Place>({ page: "handoffs", id: null });

export function hrefOf(to: Place): string {
  if (to.page === "team") return "#/team";
  return to.id === null ? `#/${to.page}` : `#/${to.page}/${encodeURIComponent(to.id)}`;
}

export function go(to: Place): void {
  if (hrefOf(to) === location.hash) return;
  location.hash = hrefOf(to);
  place.value = to;
}

/** Follows the address bar. Returns the way to stop. */
export function followAddress(): () => void {
  readAddress();
  addEventListener("hashchange", readAddress);
  return () => removeEventListener("hashchange", readAddress);
}

/** Takes a one-time secret out of the address at once, so that it stays neither in the bar nor in the history. */
export function takeSecret(): Secret | null {
  const [, kind, secret] = /^#(join|enter)=(.+)$/.exec(location.hash) ?? [];
  if (secret === undefined) return null;
  history.replaceState(null, "", location.pathname + location.search);
  return { kind: kind === "join" ? "join" : "enter", secret: decodeURIComponent(secret) };
}

function readAddress(): void {
  place.value = placeOf(location.hash);
}

function placeOf(hash: string): Place {
  const [, page, id] = hash.split("/");
  if (page === "team") return { page };
  const held = id === undefined || id === "" ? null : decodeURIComponent(id);
  return { page: page === "conversations" ? page : "handoffs", id: held };
}
