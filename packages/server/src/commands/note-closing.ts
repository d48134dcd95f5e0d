/** The queue has closed while somebody waits there for a person to come at once: from here on that is not true, so it is not left standing (N8). */
import type { ConversationId } from "@sophie/engine";
import { isOpen } from "../hours/is-open.ts";
import type { ChangeOutcome } from "../storage/storage.ts";
import { closingTimer } from "./handoff-timers.ts";
import { planAgain } from "./plan-route.ts";
import { responseRules } from "./response-rules.ts";
import { promising } from "./visitor-promises.ts";
import type { World } from "./world.ts";

export function noteClosing(world: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return world.storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff ?? null;
      const clear = { kind: "closing-due", at: null } as const;
      if (state === null || handoff === null) return { ok: true, value: { entries: [], timers: [clear] } };
      const rules = responseRules(world.siteOf(handoff.site), handoff.queue);
      const timer = closingTimer(handoff, rules, at);
      // A hot lead was told nothing, so nothing that it was told has become untrue.
      const isTold = state.conversation.control === "human_pending";
      if (timer.at === null || !isTold) return { ok: true, value: { entries: [], timers: [clear] } };
      // The hours were changed, or it rang early.
      if (isOpen(rules.hours.calendar, at)) return { ok: true, value: { entries: [], timers: [timer] } };
      const { mode, notice } = planAgain(world, handoff, at, handoff.cycleAt);
      const waiting = promising({ ...handoff, mode, updatedAt: at }, notice.promise);
      return { ok: true, value: { entries: [notice.entry], handoff: waiting } };
    },
  });
}
