/** A site's thresholds: read with what verdicts say of them, tried on past messages, and changed by whoever may edit the bot (N4). */
import {
  type DetectionThresholds,
  type HandoffSettings,
  may,
  TextSignal,
  THRESHOLD_MAX,
  THRESHOLD_MIN,
} from "@sophie/engine";
import * as z from "zod";
import { readThresholds, THRESHOLD_SET, thresholdChanges } from "../quality/read-thresholds.ts";
import { shadowTest } from "../quality/shadow-test.ts";
import { type OwnSite, ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/quality/thresholds";

const Threshold = z.number().min(THRESHOLD_MIN).max(THRESHOLD_MAX);
const Trial = z.object({ signal: TextSignal, threshold: Threshold });
/** Null: as the model has it. `version` is that of the settings, in which thresholds are kept. */
const Change = z.object({ signal: TextSignal, threshold: Threshold.nullable(), version: z.int() });

type Deps = Pick<AppDeps, "storage" | "auth" | "siteOf" | "refreshSites" | "settingsChanged" | "clock">;

export function thresholds(deps: Deps): readonly Route[] {
  const { storage, clock, refreshSites, settingsChanged } = deps;
  return [
    {
      method: "GET",
      path: PATH,
      access: "reports.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "reports.view")) return trouble("not_found");
        return context.json(await documentOf(deps, own));
      },
    },
    {
      // Its examples are visitors' words.
      method: "POST",
      path: `${PATH}/shadow`,
      access: "handoffs.manage",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null || !may(own.role, "handoffs.manage")) return trouble("not_found");
        const trial = Trial.safeParse(context.get("body"));
        if (!trial.success) return trouble("invalid", { field: "threshold" });
        const { signal, threshold } = trial.data;
        return context.json(await shadowTest(storage, own.site, signal, threshold, clock.now()));
      },
    },
    {
      method: "PUT",
      path: PATH,
      access: "signed-in",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        const { agent } = context.get("signedIn");
        const note = { site: own.id, at: clock.now(), actor: agent };
        if (!may(own.role, "bot.edit")) {
          await storage.saveNote({ ...note, action: "threshold.refused", detail: `role ${own.role}` });
          return trouble("forbidden");
        }
        const change = Change.safeParse(context.get("body"));
        if (!change.success) return trouble("invalid", { field: "threshold" });
        const { signal, threshold, version } = change.data;
        const before = (await storage.settings(own.id)) ?? own.site.settings;
        const next = withThreshold(before, signal, threshold);
        const isSaved =
          version === before.version &&
          (await storage.saveSettings(own.id, next, { savedAt: note.at, savedBy: agent }));
        if (!isSaved) return trouble("stale_version", { more: await documentOf(deps, own) });
        const from = before.thresholds?.[signal] ?? null;
        const detail = JSON.stringify({ signal, from, to: threshold, version: next.version });
        await storage.saveNote({ ...note, action: THRESHOLD_SET, detail });
        await refreshSites();
        await settingsChanged();
        return context.json(await documentOf(deps, ownSite(context, deps) ?? own));
      },
    },
  ];
}

function withThreshold(
  { thresholds: held, ...settings }: HandoffSettings,
  signal: TextSignal,
  threshold: number | null,
): HandoffSettings {
  const { [signal]: _, ...others } = held ?? {};
  const next: DetectionThresholds = threshold === null ? others : { ...others, [signal]: threshold };
  const version = settings.version + 1;
  return Object.keys(next).length === 0
    ? { ...settings, version }
    : { ...settings, thresholds: next, version };
}

async function documentOf({ storage, auth, clock }: Deps, { id, site, role }: OwnSite) {
  const settings = (await storage.settings(id)) ?? site.settings;
  const changes = await thresholdChanges(storage, id);
  const names = await auth.accounts.namesOf([...new Set(changes.map(({ by }) => by))]);
  return {
    version: settings.version,
    mayEdit: may(role, "bot.edit"),
    signals: await readThresholds(storage, { ...site, settings }, clock.now()),
    changes: changes.map((change) => ({ ...change, by: names.get(change.by) ?? change.by })),
  };
}
