/** Between an instant and what a clock shows at it: for what people write down as a date and a time. */
import { Temporal } from "temporal-polyfill";

/**
 * The instant at which a clock in `zone` shows `local`, such as `2026-01-05T09:00`; null if there is no such zone or
 * date. A time that the clock skips is as much later as it skips; of one that it shows twice, the first.
 */
export function instantOf(local: string, zone: string): number | null {
  try {
    const time = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    return time.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a clock in `zone` shows at that instant, to the minute; null if there is no such zone. */
export function localTime(at: number, zone: string): string | null {
  try {
    const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
    return shown.toString({ smallestUnit: "minute" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
