/** Only a quarter of the time is left: written down once, before it is too late, so that desks can say so. */
import { type ConversationId, isOpen, respondedAt } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { World } from "./world.ts";

export function noteWarning({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const cleared = { entries: [], timers: [{ kind: "sla-warning", at: null }] } as const;
      const handoff = state?.handoff ?? null;
      if (handoff === null || !isOpen(handoff.status)) return { ok: true, value: cleared };
      if (respondedAt(handoff) !== null || handoff.warnedAt !== null) return { ok: true, value: cleared };
      // A server that was down in between has nothing to warn of any more; the breach says it.
      if (handoff.breachedAt !== null || at > handoff.dueAt) return { ok: true, value: cleared };
      const { warnAt } = handoff.target;
      if (at < warnAt) {
        return { ok: true, value: { entries: [], timers: [{ kind: "sla-warning", at: warnAt }] } };
      }
      const warned = { ...handoff, warnedAt: at, updatedAt: at };
      return {
        ok: true,
        value: {
          ...cleared,
          entries: [handoffEntry("warn", handoff, warned, { kind: "system" })],
          handoff: warned,
        },
      };
    },
  });
}
