/** One that waits for more than four times its target becomes more pressing by a level, so that none waits for ever (Q9). */
import { type ConversationId, morePressing } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { ageingAt } from "./handoff-timers.ts";
import { responseRules } from "./response-rules.ts";
import type { World } from "./world.ts";

export function noteAgeing({ storage, siteOf }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff ?? null;
      const rules = handoff === null ? null : responseRules(siteOf(handoff.site), handoff.queue);
      const agesAt = handoff === null || rules === null ? null : ageingAt(handoff, rules);
      if (handoff === null || agesAt === null || at < agesAt) {
        return { ok: true, value: { entries: [], timers: [{ kind: "ageing-due", at: agesAt }] } };
      }
      const priority = morePressing(handoff.priority, 1);
      const aged = { levels: (handoff.aged?.levels ?? 0) + 1, at };
      const after = { ...handoff, priority, aged, version: handoff.version + 1, updatedAt: at };
      const entry = handoffEntry("rescore", handoff, after, { kind: "system" });
      const why = { priority, score: after.score, because: "waiting" } as const;
      return { ok: true, value: { entries: [{ ...entry, ...why }], handoff: after } };
    },
  });
}
