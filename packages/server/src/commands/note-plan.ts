/** The time has come for which somebody planned a handoff: whoever has it is reminded, once (H84). */
import { type ConversationId, type Handoff, isOpen } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { World } from "./world.ts";

export function notePlan({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff ?? null;
      const dueAt = handoff === null ? null : planTime(handoff);
      if (handoff?.plan === undefined || dueAt === null || at < dueAt) {
        return { ok: true, value: { entries: [], timers: [{ kind: "plan-due", at: dueAt }] } };
      }
      const after: Handoff = { ...handoff, plan: { ...handoff.plan, remindedAt: at }, updatedAt: at };
      const entry = { ...handoffEntry("remind", handoff, after, { kind: "system" }), planned: dueAt };
      return { ok: true, value: { entries: [entry], handoff: after } };
    },
  });
}

/** When somebody is to be reminded; null where nobody is, or was already. */
export function planTime({ status, plan }: Handoff): number | null {
  return isOpen(status) && plan !== undefined && plan.remindedAt === null ? plan.at : null;
}
