/** The time that a visitor was told has passed without an answer: written down once, for agents and for the figures (N8). */
import type { ConversationId, Handoff } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import type { World } from "./world.ts";

const CLEARED = [{ kind: "promise-due", at: null }] as const;

export function notePromise({ storage }: World, conversation: ConversationId): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff ?? null;
      const promise = handoff?.promise ?? null;
      if (handoff === null || promise === null || promise.keptAt !== null || promise.brokenAt !== null) {
        return { ok: true, value: { entries: [], timers: CLEARED } };
      }
      // Kept at its time, broken after it; a timer that rings early is set again.
      if (at <= promise.dueAt) {
        const timers = [{ kind: "promise-due", at: promise.dueAt + 1 }] as const;
        return { ok: true, value: { entries: [], timers } };
      }
      const broken = { ...handoff, promise: { ...promise, brokenAt: at }, updatedAt: at };
      const entry = handoffEntry("promise_broken", handoff, broken, { kind: "system" }, promise.text);
      return { ok: true, value: { entries: [entry], handoff: broken, timers: CLEARED } };
    },
  });
}

/** The same handoff, or one whose promise an answer has just kept. */
export function withKeptPromise(before: Handoff | null, handoff: Handoff): Handoff {
  const { promise, firstResponseAt: keptAt } = handoff;
  const isAnswer = keptAt !== null && before?.firstResponseAt !== keptAt;
  if (promise === null || !isAnswer || promise.keptAt !== null) return handoff;
  return keptAt > promise.dueAt ? handoff : { ...handoff, promise: { ...promise, keptAt } };
}
