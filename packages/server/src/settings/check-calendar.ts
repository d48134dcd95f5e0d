/** Whether hours can be kept: a zone that exists, days that exist, and times that do not run into each other. */
import type { Calendar, OpenFrame } from "@sophie/engine";
import { isZone } from "../hours/zone-stretch.ts";
import { type Problem, problem } from "./problem.ts";

type Path = readonly PropertyKey[];

const DAY_MINUTES = 24 * 60;

export function checkCalendar(calendar: Calendar, path: Path): Problem[] {
  const { zone, week, overrides } = calendar;
  return [
    ...(isZone(zone)
      ? []
      : [
          problem(
            [...path, "zone"],
            "zone_unknown",
            `There is no time zone “${zone}”. Use one such as Europe/Amsterdam.`,
          ),
        ]),
    ...week.flatMap((frames, day) =>
      checkFrames(frames, week[(day + week.length - 1) % week.length] ?? [], [...path, "week", day]),
    ),
    ...overrides.flatMap(({ date, frames }, index) => [
      ...checkFrames(frames, [], [...path, "overrides", index, "frames"]),
      ...checkDate(calendar, date, [...path, "overrides", index, "date"], index),
    ]),
  ];
}

function checkDate({ overrides }: Calendar, date: string, path: Path, index: number): Problem[] {
  if (!isDate(date)) return [problem(path, "date_impossible", `There is no day ${date}.`)];
  const isTwice = overrides.findIndex((other) => other.date === date) < index;
  return isTwice ? [problem(path, "date_twice", `${date} stands in the list twice.`)] : [];
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date;
}

/** `before`: the frames of the day before, of which a night's may reach into this day. */
function checkFrames(frames: readonly OpenFrame[], before: readonly OpenFrame[], path: Path): Problem[] {
  const problems: Problem[] = [];
  const taken = before.flatMap((frame) => {
    const { from, to } = spanOf(frame);
    return to > DAY_MINUTES && from < to ? [{ from: 0, to: to - DAY_MINUTES }] : [];
  });
  for (const [index, frame] of frames.entries()) {
    if (frame.from === "24:00") {
      problems.push(problem([...path, index, "from"], "frame_start", "Write the start of a day as 00:00."));
    } else if (frame.from === frame.to) {
      const sentence = `Opening at ${frame.from} and closing at ${frame.to} is no time at all. For all day, write 00:00 to 24:00.`;
      problems.push(problem([...path, index, "to"], "frame_empty", sentence));
    } else {
      const span = spanOf(frame);
      if (taken.some((other) => other.from < span.to && span.from < other.to)) {
        const sentence = `${frame.from} to ${frame.to} runs into other hours of the same day, or of the night before.`;
        problems.push(problem([...path, index], "frames_overlap", sentence));
      }
      taken.push(span);
    }
  }
  return problems;
}

/** Minutes of the day; an end that is not after the start is on the next one. */
function spanOf({ from, to }: OpenFrame): { readonly from: number; readonly to: number } {
  const start = minutesOf(from);
  const end = minutesOf(to);
  return { from: start, to: end > start ? end : end + DAY_MINUTES };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
