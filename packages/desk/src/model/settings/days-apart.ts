/** Takes days from a calendar file into those that a calendar has: a day that is there already stays as somebody made it. */
import type { DateOverride } from "@sophie/engine";

export function withDays(
  days: readonly DateOverride[],
  found: readonly DateOverride[],
): { readonly days: DateOverride[]; readonly added: number } {
  const known = new Set(days.map(({ date }) => date));
  const fresh = found.filter(({ date }) => {
    const isNew = !known.has(date);
    known.add(date);
    return isNew;
  });
  const together = [...days, ...fresh].toSorted((a, b) => a.date.localeCompare(b.date));
  return { days: together, added: fresh.length };
}
