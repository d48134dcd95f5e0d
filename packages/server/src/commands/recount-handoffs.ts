/** The hours of a queue were changed: what waits there keeps the time that has passed, and the rest goes by the new hours. */
import { type Handoff, type HandoffSettings, isOpen, respondedAt, type SiteId } from "@sophie/engine";
import type { ChangeOutcome } from "../storage/storage.ts";
import { handoffEntry } from "./handoff-entry.ts";
import { recountedClock } from "./response-clock.ts";
import { type ResponseRules, responseRules } from "./response-rules.ts";
import type { World } from "./world.ts";

/** To be called once new settings of a site hold. Answers with what was changed, for the hub to tell. */
export async function recountHandoffs(
  world: World,
  site: SiteId,
  before: HandoffSettings,
  after: HandoffSettings,
): Promise<readonly ChangeOutcome[]> {
  const outcomes: ChangeOutcome[] = [];
  for (const handoff of await world.storage.openHandoffs([site])) {
    const rules = [before, after].map((settings) => responseRules({ settings }, handoff.queue));
    const [then, now] = rules as [ResponseRules, ResponseRules];
    if (!isRunning(handoff) || JSON.stringify(then.hours) === JSON.stringify(now.hours)) continue;
    outcomes.push(await recount(world, handoff, then, now));
  }
  return outcomes;
}

function recount(
  { storage }: World,
  { id, conversation }: Handoff,
  before: ResponseRules,
  after: ResponseRules,
): Promise<ChangeOutcome> {
  return storage.change({
    conversation,
    id: null,
    decide(state, at) {
      const handoff = state?.handoff;
      if (handoff?.id !== id || !isRunning(handoff)) return { ok: true, value: { entries: [] } };
      const clock = recountedClock(handoff, before, after, at);
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
