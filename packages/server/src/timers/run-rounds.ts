/**
 * Looks after what no timer rings for: conversations that a paused bot still has, handoffs that wait while somebody is
 * free, and those that can go on to others now that somebody has come. Each look begins anew from what is stored, so that a process that dies in the middle leaves nothing behind.
 */
import { offerWaiting } from "../commands/offer-waiting.ts";
import { handOverPaused } from "../commands/pause.ts";
import { type OverflowLooks, resumeOverflow } from "../commands/resume-overflow.ts";
import { recountSettled } from "../commands/recount-handoffs.ts";
import type { World } from "../commands/world.ts";
import type { Hub } from "../hub/hub.ts";
import { type Repetition, repeat } from "../repeat.ts";
import type { Site } from "../storage/storage.ts";

const LOOK_EVERY_MS = 500;

export interface RoundOptions {
  readonly world: World;
  readonly hub: Pick<Hub, "tell">;
  readonly sites: () => Iterable<Site>;
  readonly onFault: (what: string, error: unknown) => void;
}

export function runRounds({ world, hub, sites, onFault }: RoundOptions): Repetition {
  const looks: OverflowLooks = new Map();

  async function look(isStopped: () => boolean): Promise<void> {
    await attempt("recount", () => recountSettled(world, (outcome) => hub.tell(outcome)));
    for (const site of sites()) {
      if (isStopped()) return;
      if (site.settings.paused) {
        await attempt("pause", () => handOverPaused(world, site, (outcome) => hub.tell(outcome)));
      }
      await attempt("overflow", async () => {
        for (const outcome of await resumeOverflow(world, site, looks)) hub.tell(outcome);
      });
      await attempt("offers", async () => {
        for (const outcome of await offerWaiting(world, site)) hub.tell(outcome);
      });
    }
  }

  /** What fails is tried again at the next look, and holds up no other site. */
  async function attempt(what: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      onFault(what, error);
    }
  }

  return repeat({ everyMs: LOOK_EVERY_MS, task: look });
}
