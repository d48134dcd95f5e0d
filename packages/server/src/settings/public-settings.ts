/** What a site's pages must know of its settings, as they stand at this moment; nothing of people, hours or rules. */
import {
  type HandoffSettings,
  type Language,
  type PublicHandoffSettings,
  SIGNAL_TYPES,
  TRIGGER_TYPES,
  type TriggerType,
} from "@sophie/engine";
import { decideDestination } from "../routing/decide-destination.ts";

const MINUTE_MS = 60_000;

/** What was worked out last: every page asks, and hours begin and end with a minute. */
const known = new WeakMap<HandoffSettings, { readonly key: string; readonly value: PublicHandoffSettings }>();

/** `language` is the site's, `at` is now. */
export function publicSettings(
  settings: HandoffSettings,
  language: Language,
  at: number,
): PublicHandoffSettings {
  const key = `${language} ${Math.floor(at / MINUTE_MS)}`;
  const last = known.get(settings);
  if (last?.key === key) return last.value;
  const value = derived(settings, language, at);
  known.set(settings, { key, value });
  return value;
}

function derived(settings: HandoffSettings, language: Language, at: number): PublicHandoffSettings {
  const { paused, address, unknownLimit, asksFeedback, channels } = settings;
  return {
    paused,
    address,
    ignored: ignoredBy(settings),
    unknownLimit,
    asksFeedback,
    collect: collectedFor(settings, language, at),
    channels,
    ...((settings.noReply?.pages.length ?? 0) > 0 ? { noReply: true } : {}),
  };
}

/** A visitor who asks for a person always gets an answer, if only that nobody comes: that signal is never ignored. */
export function ignoredBy({ signals }: HandoffSettings): TriggerType[] {
  return SIGNAL_TYPES.filter((type) => type !== "human_request" && !signals[type]);
}

/** By the queue where each trigger would lead now, of a visitor of whom nothing is known. */
function collectedFor(
  settings: HandoffSettings,
  language: Language,
  at: number,
): PublicHandoffSettings["collect"] {
  const collect: PublicHandoffSettings["collect"] = {};
  for (const trigger of TRIGGER_TYPES) {
    // Comes from no page.
    if (trigger === "ticket") continue;
    // Nobody is asked for anything for the sake of somebody who will not come (R16).
    if (trigger === "human_request" && !settings.signals.human_request) continue;
    const unknown = { triggerName: null, priority: "normal", score: 0, customer: false } as const;
    const facts = { trigger, language, channel: "web", at, ...unknown } as const;
    const { destination } = decideDestination(settings, facts);
    if (destination === null || destination.mode === "none") continue;
    const required = settings.queues.find(({ id }) => id === destination.queue)?.required ?? [];
    if (required.length > 0) collect[trigger] = required;
  }
  return collect;
}
