/** A site and what was settled about handing over there: where nothing was, the defaults, with the site's own triggers. */
import { DEFAULT_HANDOFF_SETTINGS, type HandoffSettings } from "@sophie/engine";
import type { Site, SiteRecord } from "./storage.ts";

export function settledSite(record: SiteRecord, settled: HandoffSettings | null = null): Site {
  const settings = settled ?? { ...DEFAULT_HANDOFF_SETTINGS, triggers: record.config.triggers };
  const { triggers, thresholds } = settings;
  const own = thresholds === undefined ? {} : { thresholds };
  return { ...record, config: { ...record.config, triggers, ...own }, settings };
}
