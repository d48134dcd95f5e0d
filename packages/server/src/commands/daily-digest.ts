/** What a day did not finish: handoffs that waited for somebody when their queue closed, for the supervisor to see (H82). */
import { compareHandoffs, type Handoff, type QueueId } from "@sophie/engine";
import { lastClosing } from "../hours/last-closing.ts";
import type { Site } from "../storage/storage.ts";
import { responseRules } from "./response-rules.ts";

export interface DigestOfQueue {
  readonly queue: QueueId;
  readonly name: string;
  /** The end of the business hours that it tells about. */
  readonly closedAt: number;
  /** In the order of the queue. */
  readonly handoffs: readonly Handoff[];
}

/** `open`: what is open on the site now. Of queues that are always open there is no end of the day, and nothing to tell. */
export function dailyDigest(site: Site, open: readonly Handoff[], at: number): readonly DigestOfQueue[] {
  return site.settings.queues.flatMap(({ id, name }) => {
    const closedAt = lastClosing(responseRules(site, id).hours.calendar, at);
    if (closedAt === null) return [];
    const left = open.filter((handoff) => handoff.queue === id && waitedAt(handoff, closedAt));
    return left.length === 0 ? [] : [{ queue: id, name, closedAt, handoffs: left.toSorted(compareHandoffs) }];
  });
}

/** Whether nobody had begun it by then; what somebody took since still waited. */
function waitedAt({ cycleAt, pickedUpAt, status }: Handoff, at: number): boolean {
  return cycleAt <= at && (status === "pending" || (pickedUpAt !== null && pickedUpAt > at));
}
