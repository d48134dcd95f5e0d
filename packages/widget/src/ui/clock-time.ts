/** Times and days as the visitor's language writes them. */
import type { Language } from "@sophie/engine";

const DAY_MS = 86_400_000;

/** `at`: epoch ms. The same in all languages, and as the server says times in what it tells: `09:05`. */
export function clockTime(at: number): string {
  return new Date(at).toTimeString().slice(0, 5);
}

/** Today and yesterday by name, any other day by its date. */
export function dayName(at: number, now: number, language: Language): string {
  const daysAgo = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  if (daysAgo < 2) return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-daysAgo, "day");
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" }).format(at);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
