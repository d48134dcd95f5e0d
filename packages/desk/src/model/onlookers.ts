/** Which colleagues look at which conversation, and which of them write: as the server tells it. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Agent, ConversationId, Onlooker, OnlookersChanged } from "@sophie/engine";

export interface Onlookers {
  /** Without this agent, and without whoever has left their desk since. */
  of(conversation: ConversationId): readonly Onlooker[];
  take(changed: OnlookersChanged): void;
  /** The line is new: what is still so is told again. */
  forget(): void;
}

interface OnlookersPorts {
  readonly me: ReadonlySignal<Agent | null>;
  readonly agents: ReadonlySignal<readonly Agent[]>;
}

export function createOnlookers({ me, agents }: OnlookersPorts): Onlookers {
  const all = signal<ReadonlyMap<ConversationId, readonly Onlooker[]>>(new Map());
  return {
    of(conversation) {
      const there = all.value.get(conversation);
      if (there === undefined) return [];
      const gone = new Set(agents.value.filter(({ presence }) => presence === "offline").map(({ id }) => id));
      return there.filter(({ id }) => id !== me.value?.id && !gone.has(id));
    },
    take({ conversation, agents: told }) {
      const next = new Map(all.peek());
      if (told.length === 0) next.delete(conversation);
      else next.set(conversation, told);
      all.value = next;
    },
    forget() {
      all.value = new Map();
    },
  };
}
