/** The hours of a queue were changed: what waits there keeps the time that has passed, and the rest goes by the new hours. */
import {
  DEFAULT_HANDOFF_SETTINGS,
  type Handoff,
  type HandoffSettings,
  isOpen,
  respondedAt,
  type SiteId,
} from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { recountedClock } from "./response-clock.ts";
import { type ResponseRules, responseRules } from "./response-rules.ts";
import type { World } from "./world.ts";

/**
 * Counts what waits by the hours of every save that nobody has counted by yet. A save says so of itself, so that a process
 * that dies in between, or after half of it, leaves the rest to whoever looks next; counted twice is counted once.
 */
export async function recountSettled(world: World, tell: (outcome: ChangeOutcome) => void): Promise<void> {
  const { storage } = world;
  for (const save of await storage.settingsToRecount()) {
    const { site, version, savedAt } = save;
    const before = (await storage.settingsAt(site, version - 1)) ?? DEFAULT_HANDOFF_SETTINGS;
    const after = await storage.settingsAt(site, version);
    if (after !== null) {
      for (const outcome of await recountHandoffs(world, site, before, after, savedAt)) tell(outcome);
    }
    await storage.settingsRecounted(save);
  }
}

/** `savedAt`: from when on the new ones hold. Answers with what was changed, for the hub to tell. */
export async function recountHandoffs(
  world: World,
  site: SiteId,
  before: HandoffSettings,
  after: HandoffSettings,
  savedAt = world.now(),
): Promise<readonly ChangeOutcome[]> {
  const rulesOf = ({ queue }: Handoff) =>
    [before, after].map((settings) => responseRules({ settings }, queue)) as [ResponseRules, ResponseRules];
  const open = await world.storage.openHandoffs([site]);
  const moved = open.filter((handoff) => {
    const [then, now] = rulesOf(handoff);
    return isRunning(handoff) && JSON.stringify(then.hours) !== JSON.stringify(now.hours);
  });
  return Promise.all(moved.map((handoff) => recount(world, handoff, ...rulesOf(handoff), savedAt)));
}

function recount(
  { storage }: World,
  { id, conversation }: Handoff,
  before: ResponseRules,
  after: ResponseRules,
  savedAt: number,
): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff;
      if (handoff?.id !== id || !isRunning(handoff)) return { ok: true, value: { entries: [] } };
      const { from, counted } = handoff.target;
      const clock = recountedClock(handoff, before, after, Math.max(savedAt, from, counted?.until ?? 0));
      const isNew = clock.dueAt === handoff.dueAt && (from >= savedAt || counted?.until === savedAt);
      // Made since by the new hours, or counted by them before.
      if (isNew) return { ok: true, value: { entries: [] } };
      const recounted = { ...handoff, ...clock, updatedAt: at };
      if (clock.dueAt === handoff.dueAt) return { ok: true, value: { entries: [], handoff: recounted } };
      const entry = handoffEntry("recount", handoff, recounted, { kind: "system" });
      return { ok: true, value: { entries: [{ ...entry, dueAt: clock.dueAt }], handoff: recounted } };
    },
  });
}

function isRunning(handoff: Handoff): boolean {
  return isOpen(handoff.status) && respondedAt(handoff) === null && handoff.breachedAt === null;
}
