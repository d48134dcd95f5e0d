/** The site that the options name: there from the first start on, so that one script tag is all it takes. */
import type { ServerOptions } from "./options.ts";
import type { Site, Storage } from "./storage/storage.ts";

/** Iris, as the desk has it, until the owner chooses. */
const ACCENT = "#5b5bd6";

type FirstSiteOptions = Pick<ServerOptions, "siteId" | "siteName" | "siteLanguage" | "allowedOrigins">;

/** The options are the truth about what they name; everything else of a site that exists stays as it is. */
export async function saveFirstSite(
  storage: Pick<Storage, "sites" | "saveSite">,
  options: FirstSiteOptions,
): Promise<void> {
  const known = (await storage.sites()).find(({ config }) => config.id === options.siteId);
  const named = { id: options.siteId, name: options.siteName, language: options.siteLanguage };
  const site: Site = {
    config: known === undefined ? { ...EMPTY, ...named } : { ...known.config, ...named },
    origins: options.allowedOrigins,
  };
  if (JSON.stringify(site) !== JSON.stringify(known)) await storage.saveSite(site);
}

const EMPTY: Omit<Site["config"], "id" | "name" | "language"> = {
  accent: ACCENT,
  roleNouns: [],
  productNouns: [],
  afterClose: "reopen",
  knowledge: [],
};
