/** How an agent wants to hear of what is urgent, and when not at all (H83, H93). Kept on the server, for all of the agent's devices. */
import * as z from "zod/mini";
import { TimeOfDay } from "./calendar.ts";

/** The languages of the desk: in these an agent is written to. */
export const DeskLanguage = z.enum(["nl", "en"]);
export type DeskLanguage = z.infer<typeof DeskLanguage>;

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const DAY_MINUTES = 24 * 60;

export const QuietHours = z.object({
  /** IANA, such as `Europe/Amsterdam`: the agent's own, wherever the office is. */
  zone: z.string().check(z.maxLength(80), z.refine(isZone)),
  /** On which days a quiet time begins; 0 is Monday. */
  days: z.array(z.int().check(z.minimum(0), z.maximum(6))).check(z.minLength(1), z.maxLength(7)),
  from: TimeOfDay,
  /** One that is not after `from` is on the next day; the same as `from` makes it a whole day. */
  to: TimeOfDay,
});
export type QuietHours = z.infer<typeof QuietHours>;

export const NotificationSettings = z.object({
  sound: z.boolean(),
  push: z.boolean(),
  mail: z.boolean(),
  /** Null for never. */
  quiet: z.nullable(QuietHours),
  language: DeskLanguage,
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** Push needs a device besides, and mail a server that can send it. */
export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  sound: true,
  push: true,
  mail: true,
  quiet: null,
  language: "nl",
};

/** `at` in epoch ms. What is still seen then, in the page that is open anyway, is not what quiet hours are about. */
export function isQuietAt(quiet: QuietHours | null, at: number): boolean {
  if (quiet === null) return false;
  const { day, minute } = wallClock(quiet.zone, at);
  const from = minuteOf(quiet.from);
  const to = minuteOf(quiet.to);
  const yesterday = (day + 6) % 7;
  const begins = (on: number) => quiet.days.includes(on);
  if (from < to) return begins(day) && minute >= from && minute < to;
  return (begins(day) && minute >= from) || (begins(yesterday) && minute < to);
}

function wallClock(zone: string, at: number): { readonly day: number; readonly minute: number } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    day: DAYS.findIndex((name) => name === part("weekday")),
    minute: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

/** `24:00` is where the next day begins. */
function minuteOf(time: TimeOfDay): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) % DAY_MINUTES;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
