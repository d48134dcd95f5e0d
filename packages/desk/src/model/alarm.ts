/** Urgent handoffs that nobody has claimed: shown until somebody does, and told of once each (H83). */
import { computed, effect, type ReadonlySignal } from "@preact/signals";
import { type Agent, type Handoff, isAlarming } from "@sophie/engine";
import type { Chime } from "./chime.ts";

export interface Alarm {
  /** In the order of the queue. */
  readonly unclaimed: ReadonlySignal<readonly Handoff[]>;
  stop(): void;
}

interface AlarmPorts {
  readonly me: ReadonlySignal<Agent | null>;
  readonly open: ReadonlySignal<readonly Handoff[]>;
  readonly tell: (handoff: Handoff) => void;
  readonly chime: Chime;
  /** Whether the agent wants to hear of it now. */
  readonly mayRing: () => boolean;
}

export function createAlarm({ me, open, tell, chime, mayRing }: AlarmPorts): Alarm {
  const unclaimed = computed(() => open.value.filter(isAlarming));
  let known: ReadonlySet<string> | null = null;
  let mine: ReadonlySet<string> = new Set();

  const stop = effect(() => {
    const agent = me.value;
    if (agent === null) return;
    // What waited when the page opened is read there, and what this agent gave back is no news to them.
    const before = known;
    const news = unclaimed.value.filter(({ id }) => before !== null && !before.has(id) && !mine.has(id));
    known = new Set(unclaimed.value.map(({ id }) => id));
    mine = new Set(open.value.filter(({ assignee }) => assignee?.id === agent.id).map(({ id }) => id));
    for (const handoff of news) tell(handoff);
    if (news.length > 0 && mayRing()) void chime.ring();
  });

  return { unclaimed, stop };
}
