/** A time of day as people type it, `9`, `930`, `9.30`, `9u30`, as the settings write it; what is no time stays as it was typed. */
import { TimeOfDay } from "@sophie/engine";

const TYPED = /^(\d{1,2})(?:[:.,uh ]?(\d{2}))?\s*(?:uur|u|h)?$/i;

export function readTime(typed: string): string {
  const [, hours, minutes = "00"] = TYPED.exec(typed.trim()) ?? [];
  return hours === undefined ? typed.trim() : `${hours.padStart(2, "0")}:${minutes}`;
}

export function isTime(text: string): boolean {
  return TimeOfDay.safeParse(text).success;
}
