/** A site's handoff settings: everybody who works there may read them, whoever may edit the bot saves them (S1, S2). */
import { type HandoffSettings, may, type SiteId } from "@sophie/engine";
import * as z from "zod";
import { checkSettings } from "../settings/check-settings.ts";
import { warningsFor } from "../settings/warnings.ts";
import { type OwnSite, ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/handoff-settings";
const HISTORY_MAX = 50;

export const SETTINGS_BYTES_MAX = 1024 * 1024;

const Save = z.object({ settings: z.looseObject({ version: z.int().nonnegative() }) });

type Deps = Pick<AppDeps, "storage" | "auth" | "siteOf" | "refreshSites" | "settingsChanged" | "clock">;

export function handoffSettings(deps: Deps): readonly Route[] {
  const { storage, clock, refreshSites, settingsChanged } = deps;
  return [
    {
      method: "GET",
      path: PATH,
      access: "signed-in",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        return context.json(await documentOf(deps, own));
      },
    },
    {
      method: "GET",
      path: `${PATH}/versions/:version`,
      access: "signed-in",
      async handle(context) {
        const own = ownSite(context, deps);
        const version = Number(context.req.param("version"));
        if (own === null || !Number.isSafeInteger(version)) return trouble("not_found");
        const settings = await storage.settingsAt(own.id, version);
        return settings === null ? trouble("not_found") : context.json({ settings });
      },
    },
    {
      method: "PUT",
      path: PATH,
      access: "signed-in",
      bodyBytesMax: SETTINGS_BYTES_MAX,
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        const { agent } = context.get("signedIn");
        if (!may(own.role, "bot.edit")) {
          const action = "settings.refused";
          await storage.saveNote({
            site: own.id,
            at: clock.now(),
            actor: agent,
            action,
            detail: `role ${own.role}`,
          });
          return trouble("forbidden");
        }
        const wanted = Save.safeParse(context.get("body"));
        if (!wanted.success) return trouble("invalid", { field: "settings.version" });
        const checked = checkSettings(wanted.data.settings);
        if (!checked.ok) return trouble("invalid", { more: { problems: checked.problems } });
        const next: HandoffSettings = { ...checked.settings, version: checked.settings.version + 1 };
        const isSaved = await storage.saveSettings(own.id, next, { savedAt: clock.now(), savedBy: agent });
        if (!isSaved) {
          return trouble("stale_version", { more: await documentOf(deps, own) });
        }
        await refreshSites();
        await settingsChanged();
        return context.json(await documentOf(deps, own));
      },
    },
  ];
}

/** As they are stored, not as they are in memory: who edits wants what another process has just saved. */
async function documentOf(deps: Deps, { id, site, role }: OwnSite) {
  const settings = (await deps.storage.settings(id)) ?? site.settings;
  return {
    settings,
    mayEdit: may(role, "bot.edit"),
    history: await historyOf(deps, id),
    warnings: warningsFor(settings, deps.clock.now()),
  };
}

async function historyOf({ storage, auth }: Deps, site: SiteId) {
  const saves = await storage.settingsHistory(site, HISTORY_MAX);
  const names = await auth.accounts.namesOf([...new Set(saves.map(({ savedBy }) => savedBy))]);
  return saves.map((save) => ({
    ...save,
    savedBy: names.get(save.savedBy) ?? save.savedBy,
  }));
}
