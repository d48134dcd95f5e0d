/**
 * Rings what is due. Timers are rows, so they outlive the process; what a ring does clears its row in the same commit,
 * so that each rings once, whichever process is alive.
 */
import type { World } from "../commands/world.ts";
import type { Hub } from "../hub/hub.ts";
import { type Repetition, repeat } from "../repeat.ts";
import { ringTimer } from "./ring-timer.ts";

/** A look is one indexed read; a timer is late by at most this. */
const LOOK_EVERY_MS = 500;
const RING_AT_ONCE = 100;

/** Behaviour is worth nothing after so many half-lives, so it is not kept (docs/privacy.md). */
const BEHAVIOUR_KEPT_MS = 60 * 24 * 60 * 60_000;
const FORGET_EVERY_MS = 60 * 60_000;

export interface TimerOptions {
  readonly world: World;
  readonly hub: Hub;
  readonly now: () => number;
  readonly onFault: (what: string, error: unknown) => void;
}

export function runTimers({ world, hub, now, onFault }: TimerOptions): Repetition {
  let forgotAt = Number.NEGATIVE_INFINITY;

  async function look(isStopped: () => boolean): Promise<void> {
    await attempt("timers", () => ring(isStopped));
    await attempt("retention", forget);
  }

  async function ring(isStopped: () => boolean): Promise<void> {
    for (const timer of await world.storage.dueTimers(now(), RING_AT_ONCE)) {
      if (isStopped()) return;
      await attempt("timer", async () => hub.tell(await ringTimer(world, timer)));
    }
  }

  /** What fails stays due and is tried at the next look; it holds up nothing that comes after it. */
  async function attempt(what: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      onFault(what, error);
    }
  }

  /** Nothing has to be remembered for this: done twice, or an hour late, it is the same. */
  async function forget(): Promise<void> {
    if (now() - forgotAt < FORGET_EVERY_MS) return;
    forgotAt = now();
    await world.storage.forgetBehaviour(forgotAt - BEHAVIOUR_KEPT_MS);
  }

  return repeat({ everyMs: LOOK_EVERY_MS, task: look });
}
