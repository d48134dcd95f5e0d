/** Times as people read them: how long there is left, until when, and on which day something was. */
import type { Words } from "./words.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Below this, seconds count. */
const SECONDS_SHOWN_BELOW_MS = 15 * MINUTE_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "14:15" */
export function clockTime(at: number, words: Words): string {
  return formatter(words, "clock", { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "14:15" today, "morgen 09:00", or "di 25 nov. 09:00". */
export function momentTime(at: number, now: number, words: Words): string {
  const time = clockTime(at, words);
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0) return time;
  if (days === 1) return words.due.tomorrow(time);
  return `${formatter(words, "day", { weekday: "short", day: "numeric", month: "short" }).format(at)} ${time}`;
}

/** "14:15" today, "wo 10:00" within a week, "25 nov" later: for where there is little room. */
export function shortMoment(at: number, now: number, words: Words): string {
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0) return clockTime(at, words);
  if (days < 0 || days > 6) return formatter(words, "date", { day: "numeric", month: "short" }).format(at);
  return `${formatter(words, "weekday", { weekday: "short" }).format(at)} ${clockTime(at, words)}`;
}

/** "vandaag", or "dinsdag 25 november". */
export function dayName(at: number, now: number, words: Words): string {
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0 || days === -1) {
    return new Intl.RelativeTimeFormat(words.tag, { numeric: "auto" }).format(days, "day");
  }
  return formatter(words, "long", { weekday: "long", day: "numeric", month: "long" }).format(at);
}

/** "06:40" when seconds count, then "48 min", "3 u", "2 dagen". */
export function duration(ms: number, words: Words): string {
  if (ms < SECONDS_SHOWN_BELOW_MS) {
    const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
    return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
  }
  if (ms < 90 * MINUTE_MS) return words.due.minutes(Math.round(ms / MINUTE_MS));
  if (ms < 2 * DAY_MS) return words.due.hours(Math.round(ms / HOUR_MS));
  return words.due.days(Math.round(ms / DAY_MS));
}

/** Time that has passed: rounded down, since "1 min late" should be true. */
export function lateness(ms: number, words: Words): string {
  return ms < MINUTE_MS
    ? duration(ms, words)
    : ms < SECONDS_SHOWN_BELOW_MS
      ? words.due.minutes(Math.floor(ms / MINUTE_MS))
      : duration(ms, words);
}

/** Days by the agent's own calendar, so that "tomorrow" begins at their midnight. */
function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function formatter(words: Words, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${words.tag} ${name}`;
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(words.tag, options);
  formatters.set(key, found);
  return found;
}

/** The zone of this machine, by its name in the IANA's list. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The server may know zones that this browser does not. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** "ma 5 jan." on the calendar of a zone. */
export function zonedDay(at: number, zone: string, words: Words): string {
  const options = { weekday: "short", day: "numeric", month: "short", timeZone: zone } as const;
  return formatter(words, `day ${zone}`, options).format(at);
}

/** "16:00" on the wall of a zone, with its seconds where it has any. */
export function zonedTime(at: number, zone: string, words: Words): string {
  const hasSeconds = at % MINUTE_MS >= SECOND_MS;
  const options = { hour: "2-digit", minute: "2-digit", timeZone: zone } as const;
  return hasSeconds
    ? formatter(words, `second ${zone}`, { ...options, second: "2-digit" }).format(at)
    : formatter(words, `clock ${zone}`, options).format(at);
}

/** "1 u 30 min", to the second: for sums that are to come out. */
export function exactDuration(seconds: number, words: Words): string {
  const minutes = Math.floor(seconds / 60);
  return words.sla.exact(Math.floor(minutes / 60), minutes % 60, seconds % 60);
}
