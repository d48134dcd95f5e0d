/** What the browser claims to have read in a text, the server reads again in the log (design §3.3). */
import {
  createTriggerFinder,
  type Evidence,
  refuse,
  type RequestHandoff,
  SendId,
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

/** A button needs no proof but itself. `isBegun`: it was found to be so before the visitor was asked for something. */
export async function readEvidence(
  world: World,
  site: SiteId,
  { conversation, trigger, source, message }: RequestHandoff,
  isBegun = false,
): Promise<Result<FoundCause>> {
  // What the site has switched off starts nothing, whatever a page that is open still thinks (S4).
  const settings = world.siteOf(site)?.settings;
  if (settings !== undefined && ignoredBy(settings).some((type) => type === trigger)) {
    return refuse("signal_not_found");
  }
  // A page may have been loaded while the bot was paused, and be open ever since (S5).
  if (trigger === "bot_paused" && settings?.paused !== true && !isBegun) return refuse("signal_not_found");
  if (OFFERED.has(trigger)) {
    const evidence = await whatWasOffered(world, conversation);
    return { ok: true, value: { trigger, triggerName: null, source, confidence: 1, evidence } };
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

/** What a yes to an offer is called. */
const OFFERED = new Set<RequestHandoff["trigger"]>(["unknown", "feedback"]);
/** How far back the offer is looked for. */
const LOOK_BACK = 100;

/** A yes says nothing of what the visitor wants: the message does that made Sophie offer somebody (H33). Null if she did not. */
async function whatWasOffered(
  { storage }: World,
  conversation: RequestHandoff["conversation"],
): Promise<Evidence | null> {
  const lastSeq = (await storage.stateOf(conversation))?.conversation.lastSeq ?? 0;
  const entries = await storage.entriesSince(conversation, Math.max(0, lastSeq - LOOK_BACK), LOOK_BACK);
  const offer = entries.findLast(
    (entry) =>
      entry.kind === "message" && (entry.intent === "offer" || entry.intent === "offer_after_feedback"),
  );
  if (offer?.kind !== "message") return null;
  // Her words carry the id of what they answer: a message, or the word on an answer to one.
  const cause = SendId.parse(offer.id.replace(/^(?:re:|fb:)+/, ""));
  const asked = entries.find((entry) => entry.kind === "message" && entry.id === cause);
  if (asked?.kind !== "message" || asked.author.kind !== "visitor") return null;
  return { message: asked.id, text: asked.text, spans: [] };
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
