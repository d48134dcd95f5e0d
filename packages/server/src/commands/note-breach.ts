/** The due time has passed without an answer: written down once, whichever process notices. */
import type { ConversationId } from "@sophie/engine";
import { isOpen, respondedAt } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { World } from "./world.ts";

export function noteBreach({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const cleared = { entries: [], timers: [{ kind: "sla-due", at: null }] } as const;
      const handoff = state?.handoff ?? null;
      if (handoff === null || !isOpen(handoff.status)) return { ok: true, value: cleared };
      if (respondedAt(handoff) !== null || handoff.breachedAt !== null) return { ok: true, value: cleared };
      // Met at the due time, breached after it (R5); a timer that rings early is set again.
      if (at <= handoff.dueAt) {
        return { ok: true, value: { entries: [], timers: [{ kind: "sla-due", at: handoff.dueAt + 1 }] } };
      }
      const late = { ...handoff, breachedAt: at, version: handoff.version, updatedAt: at };
      return {
        ok: true,
        value: {
          ...cleared,
          entries: [handoffEntry("breach", handoff, late, { kind: "system" })],
          handoff: late,
        },
      };
    },
  });
}
