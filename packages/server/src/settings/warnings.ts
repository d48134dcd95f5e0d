/** What may be saved and still surprises: said once, with the answer to the save (S4). */
import type { HandoffSettings, RoutingRule } from "@sophie/engine";
import { nextOpening } from "../hours/next-opening.ts";
import { type Problem, problem } from "./problem.ts";

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
  return warnings;
}

function matchesAlways({ enabled, when }: RoutingRule): boolean {
  return enabled && when.length === 0;
}
