/** What each visitor of a site who waits for a person may be told of when that is. */
import type { Handoff, QueueId, QueuePosition } from "@sophie/engine";
import { isOpen } from "../hours/is-open.ts";
import { calendarOf } from "../routing/calendar-of.ts";
import { remainingWait, waitingLines } from "../routing/waiting-line.ts";
import type { Site } from "../storage/storage.ts";
import type { World } from "./world.ts";

/** How many of those who were answered last are looked at. */
const MEASURED_MAX = 50;

export async function waitingVisitors(
  { storage, now }: World,
  { config, settings }: Site,
): Promise<readonly Omit<QueuePosition, "type">[]> {
  const open = await storage.openHandoffs([config.id]);
  const lines = waitingLines(open);
  if (lines.length === 0) return [];
  const done = await storage.closedHandoffs([config.id], "completed", null, MEASURED_MAX);
  const at = now();
  return lines.flatMap((line) => {
    const queue = line[0]?.queue ?? null;
    const isThere = queue !== null && isOpen(calendarOf(settings, queue), at);
    const waitsMs = isThere ? waitsIn([...open, ...done], queue) : [];
    return line.map(({ conversation, createdAt, mode }, index) => ({
      conversation,
      position: index + 1,
      about: mode === "live" ? remainingWait(waitsMs, at - createdAt) : null,
    }));
  });
}

/** Of those who asked, in their first round: a second one began at another time. */
function waitsIn(handoffs: readonly Handoff[], queue: QueueId): readonly number[] {
  return handoffs
    .filter((handoff) => handoff.queue === queue && handoff.cycle === 1 && handoff.trigger !== "hot_lead")
    .filter(({ firstResponseAt, source }) => firstResponseAt !== null && source !== "agent")
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .slice(0, MEASURED_MAX)
    .map(({ createdAt, firstResponseAt }) => (firstResponseAt ?? createdAt) - createdAt);
}
