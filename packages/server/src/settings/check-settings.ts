/** Whether a document may be a site's settings: its form, and then what no form can say. */
import { HandoffSettings } from "@sophie/engine";
import { checkCalendar } from "./check-calendar.ts";
import { checkChannel } from "./check-channel.ts";
import { checkIds } from "./check-ids.ts";
import { checkMessages } from "./check-messages.ts";
import { checkOverflow } from "./check-overflow.ts";
import { checkPattern, type PatternFault } from "./check-pattern.ts";
import { readForm } from "./read-form.ts";
import { type Problem, problem } from "./problem.ts";

/** More would help nobody who reads them. */
const PROBLEMS_MAX = 50;
const BAD_PATTERNS_MAX = 5;

export type Checked =
  | { readonly ok: true; readonly settings: HandoffSettings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function checkSettings(document: unknown): Checked {
  const form = readForm(HandoffSettings, document);
  if (!form.ok) return { ok: false, problems: form.problems.slice(0, PROBLEMS_MAX) };
  const settings = form.value;
  const problems = [
    ...checkIds(settings),
    ...settings.calendars.flatMap((calendar, index) => checkCalendar(calendar, ["calendars", index])),
    ...settings.channels.flatMap((channel, index) => checkChannel(channel, ["channels", index])),
    ...checkMessages(settings),
    ...checkOverflow(settings),
    ...checkRequired(settings),
  ];
  return problems.length === 0
    ? { ok: true, settings }
    : { ok: false, problems: problems.slice(0, PROBLEMS_MAX) };
}

function checkRequired({ queues }: HandoffSettings): Problem[] {
  const faults = new Map<string, PatternFault | null>();
  const faultOf = (pattern: string): PatternFault | null => {
    const known = faults.get(pattern);
    if (known !== undefined) return known;
    // Each bad one costs time to find out, and whoever has so many mends those first.
    const isEnough = [...faults.values()].filter((fault) => fault !== null).length >= BAD_PATTERNS_MAX;
    const fault = isEnough ? null : checkPattern(pattern);
    faults.set(pattern, fault);
    return fault;
  };
  return queues.flatMap((queue, at) =>
    queue.required.flatMap((field, index) => {
      const path = ["queues", at, "required", index];
      const isTwice = queue.required.findIndex(({ key }) => key === field.key) < index;
      const twice = isTwice
        ? [problem([...path, "key"], "field_twice", `“${queue.name}” asks for “${field.key}” twice.`)]
        : [];
      if (field.pattern === null) return twice;
      const fault = faultOf(field.pattern);
      return fault === null ? twice : [...twice, problem([...path, "pattern"], fault.code, fault.sentence)];
    }),
  );
}
