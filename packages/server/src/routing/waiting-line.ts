/** Where those who wait stand, and how long it may take: as the desk shows them, and as others waited of late. */
import { compareHandoffs, type Handoff, type QueuePosition } from "@sophie/engine";

/** Fewer say nothing about the next. */
const MEASURED_MIN = 5;
/** Of those who waited of late, the quicker end and the slower: nearly everybody fell between. */
const QUICK = 0.25;
const SLOW = 0.9;

/** Those whom nobody has begun with, by the queue in which they wait, next first. */
export function waitingLines(open: readonly Handoff[]): readonly (readonly Handoff[])[] {
  const lines = new Map<string, Handoff[]>();
  for (const handoff of open.filter(isWaiting).toSorted(compareHandoffs)) {
    const line = lines.get(handoff.queue ?? "");
    if (line === undefined) lines.set(handoff.queue ?? "", [handoff]);
    else line.push(handoff);
  }
  return [...lines.values()];
}

/** `waitsMs`: how long others waited; `waitedMs`: how long this visitor has. Null where nothing honest can be said. */
export function remainingWait(waitsMs: readonly number[], waitedMs: number): QueuePosition["about"] {
  if (waitsMs.length < MEASURED_MIN) return null;
  const sorted = waitsMs.toSorted((a, b) => a - b);
  const toMs = at(sorted, SLOW) - waitedMs;
  // Longer than nearly everybody: who has no idea says nothing.
  if (toMs <= 0) return null;
  return { fromMs: Math.max(0, at(sorted, QUICK) - waitedMs), toMs };
}

function isWaiting({ status, mode, trigger }: Handoff): boolean {
  // A hot lead asked for nobody, and waits for nothing.
  return (status === "pending" || status === "assigned") && mode !== "none" && trigger !== "hot_lead";
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
