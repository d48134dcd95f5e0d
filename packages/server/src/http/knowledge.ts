/** What a site knows: everybody who works there reads it, whoever may edit the bot saves it. */
import { may, type SiteId, SURE_MIN } from "@sophie/engine";
import { detector } from "@sophie/engine/detector";
import * as z from "zod";
import { knowledgeOf } from "../answers/knowledge-of.ts";
import { checkKnowledge } from "../settings/check-knowledge.ts";
import { type OwnSite, ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/knowledge";
const HISTORY_MAX = 20;
const UNKNOWN_MAX = 100;
/** A list may be a megabyte, and JSON writes some letters in six. */
const BODY_BYTES_MAX = 2 * 1024 * 1024;

const Save = z.object({ version: z.int().nonnegative(), entries: z.unknown() });
const Trial = z.object({ text: z.string().max(4_000) });

type Deps = Pick<AppDeps, "storage" | "auth" | "siteOf" | "refreshSites" | "clock">;

export function knowledge(deps: Deps): readonly Route[] {
  const { storage, clock, refreshSites } = deps;
  return [
    {
      method: "GET",
      path: PATH,
      access: "conversations.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        return context.json(await documentOf(deps, own));
      },
    },
    {
      method: "PUT",
      path: PATH,
      access: "conversations.view",
      bodyBytesMax: BODY_BYTES_MAX,
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        const { agent } = context.get("signedIn");
        if (!may(own.role, "bot.edit")) {
          const detail = `role ${own.role}`;
          await storage.saveNote({
            site: own.id,
            at: clock.now(),
            actor: agent,
            action: "knowledge.refused",
            detail,
          });
          return trouble("forbidden");
        }
        const wanted = Save.safeParse(context.get("body"));
        if (!wanted.success) return trouble("invalid", { field: "version" });
        const checked = checkKnowledge(wanted.data.entries);
        if (!checked.ok) return trouble("invalid", { more: { problems: checked.problems } });
        const next = { version: wanted.data.version + 1, entries: checked.entries };
        const isSaved = await storage.saveKnowledge(own.id, next, { savedAt: clock.now(), savedBy: agent });
        if (!isSaved) return trouble("stale_version", { more: await documentOf(deps, own) });
        await refreshSites();
        return context.json(await documentOf(deps, own));
      },
    },
    {
      method: "GET",
      path: `${PATH}/unknown`,
      access: "conversations.view",
      async handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        const asked = await storage.unknownQuestions(own.id, UNKNOWN_MAX);
        // What was added since is known now.
        const search = knowledgeOf(own.site.config);
        const questions = asked.filter(
          ({ question, language }) => (search({ text: question, language }, 1)[0]?.sure ?? 0) < SURE_MIN,
        );
        return context.json({ questions });
      },
    },
    {
      method: "POST",
      path: `${PATH}/try`,
      access: "conversations.view",
      handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        const trial = Trial.safeParse(context.get("body"));
        if (!trial.success) return trouble("invalid", { field: "text" });
        // Whoever asks for a person or a viewing gets that and no answer, whatever the list holds.
        const { config, settings } = own.site;
        const { signals } = detector.detect(trial.data.text, config);
        const signal = signals.find(({ type }) => settings.signals[type]);
        return context.json({
          signal: signal === undefined ? null : { type: signal.type, confidence: signal.confidence },
        });
      },
    },
  ];
}

/** As it is stored, not as it is in memory: who edits wants what another process has just saved. */
async function documentOf(deps: Deps, { id, site, role }: OwnSite) {
  const { version, entries } = (await deps.storage.knowledge(id)) ?? {
    version: 0,
    entries: site.config.knowledge,
  };
  return {
    version,
    entries,
    language: site.config.language,
    mayEdit: may(role, "bot.edit"),
    history: await historyOf(deps, id),
  };
}

async function historyOf({ storage, auth }: Deps, site: SiteId) {
  const saves = await storage.knowledgeHistory(site, HISTORY_MAX);
  const names = await auth.accounts.namesOf([...new Set(saves.map(({ savedBy }) => savedBy))]);
  return saves.map((save) => ({ ...save, savedBy: names.get(save.savedBy) ?? save.savedBy }));
}
