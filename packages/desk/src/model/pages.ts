/** The pages of the desk in the order of the menu, for those who may read them. */
import { may, type Role } from "@sophie/engine";
import type { Place } from "./address.ts";

export type PageName = Exclude<Place["page"], "replay">;

export interface Page {
  readonly name: PageName;
  readonly to: Place;
}

export function pagesFor(role: Role): readonly Page[] {
  const reads = may(role, "conversations.view");
  const pages: readonly (Page & { readonly isFor: boolean })[] = [
    { name: "handoffs", to: { page: "handoffs", id: null }, isFor: reads },
    { name: "conversations", to: { page: "conversations", id: null }, isFor: reads },
    { name: "contacts", to: { page: "contacts", site: null, id: null }, isFor: reads },
    { name: "team", to: { page: "team" }, isFor: true },
    { name: "knowledge", to: { page: "knowledge", site: null }, isFor: reads },
    { name: "canned", to: { page: "canned", site: null }, isFor: may(role, "handoffs.work") },
    { name: "reports", to: { page: "reports", section: null, site: null }, isFor: may(role, "reports.view") },
    { name: "settings", to: { page: "settings", section: null, site: null }, isFor: true },
  ];
  return pages.filter(({ isFor }) => isFor);
}

/** Without those that another page leads to. */
export function menuFor(role: Role): readonly Page[] {
  return pagesFor(role).filter(({ name }) => name !== "canned");
}

/** The first page that somebody may read. */
export function homeOf(role: Role): Place {
  if (may(role, "conversations.view")) return { page: "handoffs", id: null };
  return may(role, "reports.view") ? { page: "reports", section: null, site: null } : { page: "team" };
}
