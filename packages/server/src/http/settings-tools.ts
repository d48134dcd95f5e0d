/** What the settings page asks beside reading and saving: a preview, other people's holidays, rules to begin from. */
import * as z from "zod";
import { checkSettings } from "../settings/check-settings.ts";
import { previewOf, PreviewFacts } from "../settings/preview.ts";
import { readIcal } from "../settings/read-ical.ts";
import { templatesFor } from "../settings/templates.ts";
import { defaultMessages } from "../settings/default-messages.ts";
import { SETTINGS_BYTES_MAX } from "./handoff-settings.ts";
import { ownSite } from "./own-site.ts";
import type { AppDeps, Route } from "./route.ts";
import { trouble } from "./trouble.ts";

const PATH = "/api/sites/:site/handoff-settings";

const CalendarFile = z.object({ text: z.string() });
const Question = z.looseObject({ settings: z.unknown() });

export function settingsTools(deps: Pick<AppDeps, "siteOf" | "clock">): readonly Route[] {
  return [
    {
      method: "POST",
      path: `${PATH}/preview`,
      access: "signed-in",
      bodyBytesMax: SETTINGS_BYTES_MAX,
      handle(context) {
        if (ownSite(context, deps) === null) return trouble("not_found");
        const question = Question.safeParse(context.get("body"));
        if (!question.success) return trouble("invalid", { field: "settings" });
        const facts = PreviewFacts.safeParse(question.data);
        if (!facts.success) {
          return trouble("invalid", { field: facts.error.issues[0]?.path.map(String).join(".") ?? "" });
        }
        const checked = checkSettings(question.data.settings);
        if (!checked.ok) return trouble("invalid", { more: { problems: checked.problems } });
        return context.json(previewOf(checked.settings, facts.data));
      },
    },
    {
      method: "POST",
      path: `${PATH}/calendars/ical`,
      access: "bot.edit",
      bodyBytesMax: SETTINGS_BYTES_MAX,
      handle(context) {
        if (ownSite(context, deps) === null) return trouble("not_found");
        const file = CalendarFile.safeParse(context.get("body"));
        if (!file.success) return trouble("invalid", { field: "text" });
        const read = readIcal(file.data.text, deps.clock.now());
        if (!read.ok) return trouble("invalid", { sentence: read.sentence });
        return context.json({ overrides: read.overrides, skipped: read.skipped });
      },
    },
    {
      method: "GET",
      path: `${PATH}/templates`,
      access: "signed-in",
      handle(context) {
        const own = ownSite(context, deps);
        if (own === null) return trouble("not_found");
        return context.json({ templates: templatesFor(own.site.settings, own.site.config.language) });
      },
    },
    {
      method: "GET",
      path: `${PATH}/default-messages`,
      access: "signed-in",
      handle: (context) =>
        ownSite(context, deps) === null ? trouble("not_found") : context.json(defaultMessages()),
    },
  ];
}
