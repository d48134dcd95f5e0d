/** The time that a visitor was told has passed without an answer: written down once, for agents and for the figures (N8). */
import type { ConversationId } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { promiseTimer, withBrokenPromises } from "./visitor-promises.ts";
import type { World } from "./world.ts";

export function notePromise({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const before = state?.handoff ?? null;
      if (before === null) {
        return { ok: true, value: { entries: [], timers: [{ kind: "promise-due", at: null }] } };
      }
      const { handoff, broken } = withBrokenPromises(before, at);
      // A timer that rings early is set again.
      if (broken.length === 0) return { ok: true, value: { entries: [], timers: [promiseTimer(before)] } };
      const entries = broken.map(({ text, dueAt: promised }) => ({
        ...handoffEntry("promise_broken", before, handoff, { kind: "system" }, text),
        promised,
      }));
      return { ok: true, value: { entries, handoff } };
    },
  });
}
