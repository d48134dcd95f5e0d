/** The site that a path names, for somebody who works there. For anybody else it does not exist (Q16). */
import { type Role, type SiteId } from "@sophie/engine";
import type { Context } from "hono";
import type { Site } from "../storage/storage.ts";
import type { AppDeps, Env } from "./route.ts";

export interface OwnSite {
  readonly id: SiteId;
  readonly site: Site;
  readonly role: Role;
}

export function ownSite(context: Context<Env>, { siteOf }: Pick<AppDeps, "siteOf">): OwnSite | null {
  const id = context.req.param("site") as SiteId;
  const membership = context.get("signedIn").memberships.find(({ site }) => site === id);
  const site = siteOf(id);
  return membership === undefined || site === undefined ? null : { id, site, role: membership.role };
}
