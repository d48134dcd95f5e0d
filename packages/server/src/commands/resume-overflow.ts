/** Somebody has come or gone, or the site has settled something: what stood still goes on, and what shall not stands still (T5). */
import type { Handoff, SiteId } from "@sophie/engine";
import type { ChangeOutcome, Site } from "../storage/storage.ts";
import { overflowGround } from "./keep-overflow.ts";
import { overflowAfter } from "./overflow-standing.ts";
import type { World } from "./world.ts";

/** What was looked at last, by site; in memory, so that a new process looks at everything once. */
export type OverflowLooks = Map<SiteId, string>;

export async function resumeOverflow(
  world: World,
  site: Site,
  looks: OverflowLooks,
): Promise<readonly ChangeOutcome[]> {
  const { config, settings } = site;
  if (!looks.has(config.id) && settings.queues.every(({ overflow }) => overflow === undefined)) return [];
  const look = lookOf(world, site);
  if (looks.get(config.id) === look) return [];
  const outcomes: ChangeOutcome[] = [];
  for (const handoff of await world.storage.openHandoffs([config.id])) {
    if (isChanged(world, handoff, world.now())) outcomes.push(await rewrite(world, handoff));
  }
  looks.set(config.id, look);
  return outcomes;
}

function lookOf(world: World, { config, settings }: Site): string {
  const there = world.presentAt(config.id).filter(({ presence }) => presence !== "offline");
  return [settings.version, ...there.map(({ id }) => id).toSorted()].join(" ");
}

/** Writing it once more brings it to where it should stand: see `keep-overflow.ts`. */
function rewrite(world: World, { id, conversation }: Handoff): Promise<ChangeOutcome> {
  return world.storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff;
      if (handoff?.id !== id || !isChanged(world, handoff, at)) return { ok: true, value: { entries: [] } };
      return { ok: true, value: { entries: [], handoff: { ...handoff, updatedAt: at } } };
    },
  });
}

function isChanged(world: World, handoff: Handoff, at: number): boolean {
  if (handoff.status !== "assigned") return false;
  const step = { before: handoff, after: handoff, givenBy: null, at };
  const next = overflowAfter(step, overflowGround(world, handoff.site));
  return JSON.stringify(next?.standing) !== JSON.stringify(handoff.overflow?.standing);
}
