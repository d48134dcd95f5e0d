/** Where the page is, kept in the address's fragment, so that a colleague can be sent a link and Back works. */
import { signal } from "@preact/signals";
import { leaveWith, mayLeaveAtOnce } from "./leaving.ts";

export type Place =
  | { readonly page: "handoffs"; readonly id: string | null }
  | { readonly page: "conversations"; readonly id: string | null }
  | { readonly page: "team" }
  /** Null for the list, and for the first of one's sites. */
  | { readonly page: "contacts"; readonly site: string | null; readonly id: string | null }
  /** Null for the first of one's sites. */
  | { readonly page: "canned"; readonly site: string | null }
  /** Null for the first of one's sites. */
  | { readonly page: "knowledge"; readonly site: string | null }
  /** A conversation played again; `seq` is null for the end. */
  | { readonly page: "replay"; readonly conversation: string; readonly seq: number | null }
  /** Null for the overview, and for the first of one's sites. */
  | { readonly page: "reports"; readonly section: string | null; readonly site: string | null }
  /** Null for the list of the sections, and for the first of one's sites. */
  | { readonly page: "settings"; readonly section: string | null; readonly site: string | null };

/** A one-time secret that came in the address. */
export type Secret = { readonly kind: "join" | "enter"; readonly secret: string };

export const place = signal<Place>({ page: "handoffs", id: null });

export function hrefOf(to: Place): string {
  if (to.page === "team") return "#/team";
  if (to.page === "contacts") {
    const parts = [to.site, to.site === null ? null : to.id].filter((part) => part !== null);
    return ["#/contacts", ...parts.map(encodeURIComponent)].join("/");
  }
  if (to.page === "replay") {
    const parts = [to.conversation, ...(to.seq === null ? [] : [String(to.seq)])];
    return ["#/replay", ...parts.map(encodeURIComponent)].join("/");
  }
  if (to.page === "knowledge" || to.page === "canned")
    return to.site === null ? `#/${to.page}` : `#/${to.page}/${encodeURIComponent(to.site)}`;
  if (to.page === "settings" || to.page === "reports") {
    const parts = [to.section, to.section === null ? null : to.site].filter((part) => part !== null);
    return [`#/${to.page}`, ...parts.map(encodeURIComponent)].join("/");
  }
  return to.id === null ? `#/${to.page}` : `#/${to.page}/${encodeURIComponent(to.id)}`;
}

export function go(to: Place): void {
  if (hrefOf(to) === location.hash) return;
  if (isLeaving(to)) return leaveWith(() => go(to));
  location.hash = hrefOf(to);
  place.value = to;
}

/** Goes on within a page, without a step that Back would have to undo. */
export function goOn(to: Place): void {
  history.replaceState(null, "", hrefOf(to));
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
  const to = placeOf(location.hash);
  if (!isLeaving(to)) {
    place.value = to;
    return;
  }
  // The bar says where one still is, until one says that one leaves.
  history.replaceState(null, "", hrefOf(place.peek()));
  leaveWith(() => go(to));
}

/** Whether going there needs to be asked first. The sections of one site's settings are one page. */
function isLeaving(to: Place): boolean {
  const from = place.peek();
  // Each contact is a form of its own.
  if (from.page === "contacts") return hrefOf(to) !== hrefOf(from) && !mayLeaveAtOnce();
  const stays =
    "site" in to && "site" in from && to.page === from.page ? to.site === from.site : to.page === from.page;
  return !stays && !mayLeaveAtOnce();
}

function placeOf(hash: string): Place {
  const [, page, id, more] = hash.split("/");
  if (page === "team") return { page };
  if (page === "replay" && id !== undefined && id !== "") {
    return {
      page,
      conversation: decodeURIComponent(id),
      seq: /^\d+$/.test(more ?? "") ? Number(more) : null,
    };
  }
  const held = id === undefined || id === "" ? null : decodeURIComponent(id);
  if (page === "knowledge" || page === "canned") return { page, site: held };
  if (page === "contacts")
    return { page, site: held, id: more === undefined || more === "" ? null : decodeURIComponent(more) };
  if (page === "settings" || page === "reports") {
    const site = more === undefined || more === "" ? null : decodeURIComponent(more);
    return { page, section: held, site };
  }
  return { page: page === "conversations" ? page : "handoffs", id: held };
}
