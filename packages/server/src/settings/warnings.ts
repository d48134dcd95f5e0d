/** What may be saved and still surprises: said once, with the answer to the save (S4). */
import { type HandoffSettings, PRIORITIES, type Queue, type RoutingRule } from "@sophie/engine";
import { nextOpening } from "../hours/next-opening.ts";
import { type Problem, problem } from "./problem.ts";

const LEFT_SECONDS_MIN = 5 * 60;

/** `at` is now, epoch ms. */
export function warningsFor(settings: HandoffSettings, at: number): readonly Problem[] {
  const { signals, paused, calendars, queues, rules } = settings;
  const warnings: Problem[] = [];
  if (!signals.human_request) {
    const sentence =
      "Visitors who ask for a person will be told that nobody comes. Most people leave a site that does this.";
    warnings.push(problem(["signals", "human_request"], "human_request_off", sentence));
  }
  if (paused) {
    const sentence = "Sophie answers nobody: every conversation goes to your people, also at night.";
    warnings.push(problem(["paused"], "paused", sentence));
  }
  for (const [index, calendar] of calendars.entries()) {
    if (!queues.some((queue) => queue.calendar === calendar.id)) continue;
    if (nextOpening(calendar, at) !== null) continue;
    const sentence = `“${calendar.name}” has no hour in the year to come: its queues are always closed.`;
    warnings.push(problem(["calendars", index], "never_open", sentence));
  }
  const last = rules.findIndex(matchesAlways);
  if (last !== -1 && rules.slice(last + 1).some(({ enabled }) => enabled)) {
    const sentence = `“${rules[last]?.name}” matches everything, so the rules below it are never read.`;
    warnings.push(problem(["rules", last], "rules_unread", sentence));
  }
  return [...warnings, ...queues.flatMap(overflowWarnings)];
}

/** What goes on late leaves the next one little of the time to answer (R24); alone, nobody has anybody to go on to (T5). */
function overflowWarnings({ name, sla, overflow, members }: Queue, index: number): Problem[] {
  if (overflow === undefined) return [];
  const tight = PRIORITIES.filter(
    (priority) => sla.minutes[priority] * 60 - overflow.afterSeconds < LEFT_SECONDS_MIN,
  );
  const minutes = Math.round(overflow.afterSeconds / 60);
  const near = `In “${name}”, handoffs go on after ${minutes} minutes, and some are due within 5 minutes of that.`;
  const alone = `“${name}” has one person only, so nothing goes on from there to anybody.`;
  return [
    ...(tight.length === 0
      ? []
      : [problem(["queues", index, "overflow", "afterSeconds"], "overflow_near_due", near)]),
    ...(members !== null && members.length < 2 && overflow.nextQueues.length === 0
      ? [problem(["queues", index, "overflow"], "overflow_alone", alone)]
      : []),
  ];
}

function matchesAlways({ enabled, when }: RoutingRule): boolean {
  return enabled && when.length === 0;
}
