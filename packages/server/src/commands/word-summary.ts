/** Replaces the summary of a handoff by the one that a language model put into words, while the handoff is open. */
import { type Handoff, isOpen, type MessageEntry } from "@sophie/engine";
import { modelSummary, type ModelSummaryOptions } from "../answers/model-summary.ts";
import type { ChangeOutcome } from "../storage/storage.ts";
import type { World } from "./world.ts";

/** How far back it looks. */
const LOOK_BACK = 200;

/** Null where the summary stays as it is. */
export async function wordSummary(
  { storage }: World,
  { id, conversation, language, summary }: Handoff,
  model: ModelSummaryOptions,
): Promise<ChangeOutcome | null> {
  const lastSeq = (await storage.stateOf(conversation))?.conversation.lastSeq ?? 0;
  const entries = await storage.entriesSince(conversation, Math.max(0, lastSeq - LOOK_BACK), LOOK_BACK);
  const said = entries.filter(
    (entry): entry is MessageEntry => entry.kind === "message" && entry.author.kind === "visitor",
  );
  const worded = await modelSummary(model, said, { language, summary });
  if (worded === null) return null;
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff;
      if (handoff?.id !== id || !isOpen(handoff.status)) return { ok: true, value: { entries: [] } };
      // No news to work by: told under the same version.
      return { ok: true, value: { entries: [], handoff: { ...handoff, summary: worded, updatedAt: at } } };
    },
  });
}
