/** What the browser claims to have read in a text, the server reads again in the log (design §3.3). */
import {
  createTriggerFinder,
  type Evidence,
  refuse,
  type RequestHandoff,
  type Result,
  type SiteConfig,
  type SiteId,
  type Span,
  type TriggerFinder,
  type TriggerMatch,
} from "@sophie/engine";
import { ignoredBy } from "../settings/public-settings.ts";
import type { HandoffCause } from "./new-handoff.ts";
import type { World } from "./world.ts";

type FoundCause = Pick<HandoffCause, "trigger" | "triggerName" | "source" | "confidence" | "evidence">;

/** A button needs no proof but itself. */
export async function readEvidence(
  world: World,
  site: SiteId,
  { conversation, trigger, source, message }: RequestHandoff,
): Promise<Result<FoundCause>> {
  // What the site has switched off starts nothing, whatever a page that is open still thinks (S4).
  const settings = world.siteOf(site)?.settings;
  if (settings !== undefined && ignoredBy(settings).some((type) => type === trigger)) {
    return refuse("signal_not_found");
  }
  if (source === "button") {
    return { ok: true, value: { trigger, triggerName: null, source, confidence: 1, evidence: null } };
  }
  const entry = message === null ? null : await world.storage.entryById(conversation, message);
  if (message === null || entry?.kind !== "message" || entry.author.kind !== "visitor") {
    return refuse("signal_not_found");
  }
  const config = world.siteOf(site)?.config;
  const found =
    trigger === "custom" ? findOwn(config, entry.text) : findSignal(world, config, trigger, entry.text);
  if (found === null) return refuse("signal_not_found");
  const { spans, confidence, triggerName } = found;
  const evidence: Evidence = { message, text: entry.text, spans: [...spans] };
  return { ok: true, value: { trigger, triggerName, source, confidence, evidence } };
}

interface Found {
  readonly triggerName: string | null;
  readonly confidence: number;
  readonly spans: readonly Span[];
}

function findSignal(
  { detector }: World,
  config: SiteConfig | undefined,
  trigger: RequestHandoff["trigger"],
  text: string,
): Found | null {
  const signal = detector.detect(text, config).signals.find(({ type }) => type === trigger);
  return signal === undefined ? null : { ...signal, triggerName: null };
}

/** The longest of the site's own words and phrases that stands in the text (S6). A word that is there is there: sure. */
export function findOwn(config: SiteConfig | undefined, text: string): Found | null {
  const matches = config === undefined ? [] : finderOf(config)(text);
  const [longest] = matches.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (longest === undefined) return null;
  return { triggerName: longest.trigger.name, confidence: 1, spans: [longest.span] };
}

function lengthOf({ span }: TriggerMatch): number {
  return span.end - span.start;
}

/** Built once for each copy of a site's settings. */
const finders = new WeakMap<SiteConfig, TriggerFinder>();

function finderOf(config: SiteConfig): TriggerFinder {
  const known = finders.get(config) ?? createTriggerFinder(config.triggers);
  finders.set(config, known);
  return known;
}
