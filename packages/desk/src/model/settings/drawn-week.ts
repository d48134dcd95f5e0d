/** A week of opening times as bars: in minutes of each day, with what goes on past midnight on the day where it ends. */
import type { Calendar, OpenFrame } from "@sophie/engine";

export const DAY_MINUTES = 24 * 60;

export interface DayBar {
  readonly from: number;
  readonly to: number;
}

/** Monday first. */
export function drawnWeek(week: Calendar["week"]): readonly (readonly DayBar[])[] {
  return week.map((frames, day) => {
    const before = week[(day + week.length - 1) % week.length] ?? [];
    const carried = before.filter(isOvernight).map((frame) => ({ from: 0, to: minuteOf(frame.to) }));
    const own = frames.map((frame) => ({
      from: minuteOf(frame.from),
      to: isOvernight(frame) ? DAY_MINUTES : minuteOf(frame.to),
    }));
    return [...carried, ...own].filter((bar) => bar.to > bar.from).toSorted((a, b) => a.from - b.from);
  });
}

/** Whether it ends on the next day. */
export function isOvernight({ from, to }: OpenFrame): boolean {
  return minuteOf(to) <= minuteOf(from);
}

function minuteOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
