/** Business hours: when a queue's people are there. Times are local to the calendar's zone; the server does the arithmetic. */
import * as z from "zod/mini";

/** `09:00`; `24:00` only as an end. */
export const TimeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/));
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** From and until on one day; an end that is not after the start is on the next day (a night shift). */
export const OpenFrame = z.object({ from: TimeOfDay, to: TimeOfDay });
export type OpenFrame = z.infer<typeof OpenFrame>;

/** A day that is not like its weekday: a holiday (no frames), or other hours. */
export const DateOverride = z.object({
  /** `2026-12-25`, local. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  name: z.string().check(z.maxLength(120)),
  frames: z.array(OpenFrame).check(z.maxLength(12)),
});
export type DateOverride = z.infer<typeof DateOverride>;

export const Calendar = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  /** IANA, such as `Europe/Amsterdam`. */
  zone: z.string().check(z.maxLength(80)),
  /** Monday first; several frames a day, none for a day on which it is closed. */
  week: z.array(z.array(OpenFrame).check(z.maxLength(12))).check(z.length(7)),
  overrides: z.array(DateOverride).check(z.maxLength(1_000)),
});
export type Calendar = z.infer<typeof Calendar>;
