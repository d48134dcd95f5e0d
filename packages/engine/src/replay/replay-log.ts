/**
 * A conversation played again from its log (N3): one step for each entry, forward and back. The same log gives the same
 * states, byte for byte, wherever and however often it is played (Q27).
 */
import type { LogEntry } from "../domain/log-entry.ts";
import { BEFORE_THE_FIRST, type ReplayState } from "./replay-state.ts";
import { type ReplayStep, stepOn } from "./step-on.ts";

/** A conversation that can be looked at at every place. */
export interface Replay {
  /** In order, gap-free from 1. */
  readonly steps: readonly ReplayStep[];
  /** How it stood after that entry; 0 is before the first. A `seq` beyond the end is the end. */
  stateAt(seq: number): ReplayState;
}

/** `entries` are a log from its beginning. Throws for one with a hole: what is missing cannot be guessed. */
export function replayLog(entries: readonly LogEntry[]): Replay {
  const steps: ReplayStep[] = [];
  let state = BEFORE_THE_FIRST;
  for (const entry of entries) {
    if (entry.seq !== state.seq + 1) {
      throw new Error(
        `replayLog: after entry ${state.seq} comes ${entry.seq}. Give it the whole log, in order.`,
      );
    }
    const step = stepOn(state, entry);
    steps.push(step);
    state = step.state;
  }
  return {
    steps,
    stateAt(seq) {
      return seq < 1 ? BEFORE_THE_FIRST : (steps[Math.min(seq, steps.length) - 1]?.state ?? BEFORE_THE_FIRST);
    },
  };
}
