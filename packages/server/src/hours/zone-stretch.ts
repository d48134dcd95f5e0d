/**
 * Time in a zone, cut where its clocks are put forward or back: within a stretch the wall clock is the instant plus one
 * number. Skipped and repeated hours need no rule of their own then.
 */
import { Temporal } from "temporal-polyfill";

export interface ZoneStretch {
  readonly from: number;
  readonly to: number;
  /** Wall clock minus UTC, ms. */
  readonly offsetMs: number;
  /** By how much the clocks were put forward (or, below 0, back) at `from`; 0 where the stretch only begins with the question. */
  readonly shiftMs: number;
}

/** The stretches of `[from, to)`, in order. Throws a RangeError for a zone that does not exist. */
export function* zoneStretches(zone: string, from: number, to: number): Generator<ZoneStretch> {
  let begin = from;
  let offsetBefore: number | null = null;
  while (begin < to) {
    const local = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone);
    const offsetMs = local.offsetNanoseconds / 1e6;
    const end = Math.min(to, local.getTimeZoneTransition("next")?.epochMilliseconds ?? to);
    yield { from: begin, to: end, offsetMs, shiftMs: offsetBefore === null ? 0 : offsetMs - offsetBefore };
    offsetBefore = offsetMs;
    begin = end;
  }
}

/** What the wall clock of the zone shows at an instant, as the epoch ms that UTC would show it at. */
export function wallClock(zone: string, at: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return at + local.offsetNanoseconds / 1e6;
}

/** Whether there is such a zone. */
export function isZone(name: string): boolean {
  try {
    return wallClock(name, 0) !== null;
  } catch {
    return false;
  }
}
