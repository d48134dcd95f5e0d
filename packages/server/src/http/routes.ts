/** Every route there is, in one list: what the application serves and what the role matrix is made from. */
import { apiKeys } from "./api-keys.ts";
import { cannedReplies } from "./canned-replies.ts";
import { contacts } from "./contacts.ts";
import { webhook } from "./webhook.ts";
import { digest } from "./digest.ts";
import { deskFiles } from "./desk-files.ts";
import { enter } from "./enter.ts";
import { frontPage } from "./front-page.ts";
import { handoffSettings } from "./handoff-settings.ts";
import { handoffPlan } from "./handoff-plan.ts";
import { handoffDue } from "./handoff-due.ts";
import { health } from "./health.ts";
import { improvements } from "./improvements.ts";
import { invitations } from "./invitations.ts";
import { join } from "./join.ts";
import { knowledge } from "./knowledge.ts";
import { me } from "./me.ts";
import { notifications } from "./notifications.ts";
import { promises } from "./promises.ts";
import { quality } from "./quality.ts";
import { figures } from "./figures.ts";
import type { AppDeps, Route } from "./route.ts";
import { signInRoutes } from "./sign-in.ts";
import { createSignInGuard } from "./sign-in-guard.ts";
import { settingsTools } from "./settings-tools.ts";
import { siteConfig } from "./site-config.ts";
import { team } from "./team.ts";
import { tickets } from "./tickets.ts";
import { thresholds } from "./thresholds.ts";
import { widgetFiles } from "./widget-files.ts";

export function routesOf(deps: AppDeps): readonly Route[] {
  // One guard for all doors, so that the second door is no second set of attempts.
  const guard = createSignInGuard(deps);
  return [
    ...frontPage(),
    ...health(deps),
    ...figures(deps),
    ...siteConfig(deps),
    ...widgetFiles(deps),
    ...deskFiles(deps),
    ...signInRoutes(deps, guard),
    ...join(deps, guard),
    ...enter(deps, guard),
    ...me(deps),
    ...notifications(deps),
    ...team(deps),
    ...invitations(deps),
    ...handoffSettings(deps),
    ...settingsTools(deps),
    ...promises(deps),
    ...knowledge(deps),
    ...contacts(deps),
    ...cannedReplies(deps),
    ...webhook(deps),
    ...handoffDue(deps),
    ...handoffPlan(deps),
    ...apiKeys(deps),
    ...tickets(deps),
    ...digest(deps),
    ...quality(deps),
    ...improvements(deps),
    ...thresholds(deps),
  ];
}
