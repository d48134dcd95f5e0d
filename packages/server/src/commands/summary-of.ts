/** The summary of a conversation as it stands, in its language and the site's form of address (H62, H85). */
import { type Conversation, type Summary, summarise } from "@sophie/engine";
import type { World } from "./world.ts";

/** How far back it looks. */
const SUMMARY_ENTRIES = 200;

export async function summaryOf(
  { storage, siteOf }: Pick<World, "storage" | "siteOf">,
  { id, site, language, lastSeq }: Pick<Conversation, "id" | "site" | "language" | "lastSeq">,
): Promise<Summary> {
  const since = Math.max(0, lastSeq - SUMMARY_ENTRIES);
  const entries = await storage.entriesSince(id, since, SUMMARY_ENTRIES);
  const address = siteOf(site)?.settings.address ?? "formal";
  return summarise(entries, { language, address });
}
