/** Everything that is named elsewhere exists, and nothing exists twice. */
import type { HandoffSettings, QueueId } from "@sophie/engine";
import { type Problem, problem } from "./problem.ts";

type Path = readonly PropertyKey[];

export function checkIds(settings: HandoffSettings): Problem[] {
  const { calendars, queues, rules, triggers, otherwise } = settings;
  return [
    ...twice(calendars, "calendars", "calendar"),
    ...twice(queues, "queues", "queue"),
    ...twice(rules, "rules", "rule"),
    ...twice(triggers, "triggers", "trigger"),
    ...sameNames(settings),
    ...queues.flatMap(({ calendar, name }, index) =>
      calendar === null || calendars.some(({ id }) => id === calendar)
        ? []
        : [
            problem(
              ["queues", index, "calendar"],
              "calendar_gone",
              `The hours of “${name}” are gone. Choose a calendar for it, or “always open”.`,
            ),
          ],
    ),
    ...rules.flatMap(({ to, name }, index) =>
      queueFault(settings, to.queue, ["rules", index, "to", "queue"], `The rule “${name}”`),
    ),
    ...(otherwise === null
      ? []
      : queueFault(settings, otherwise.queue, ["otherwise", "queue"], "The last line of the rules")),
    ...rules.flatMap(({ when, name }, index) =>
      when.flatMap((condition, at) =>
        condition.kind === "custom_trigger" && !triggers.some(({ id }) => id === condition.id)
          ? [
              problem(
                ["rules", index, "when", at, "id"],
                "trigger_gone",
                `The rule “${name}” waits for a trigger that is gone.`,
              ),
            ]
          : [],
      ),
    ),
  ];
}

function twice(items: readonly { readonly id: string }[], list: string, noun: string): Problem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((other) => other.id === id) < index
      ? [problem([list, index, "id"], "id_twice", `There is another ${noun} with the id “${id}”.`)]
      : [],
  );
}

/** A handoff keeps the name of the rule that sent it, so two of one name could not be told apart. */
function sameNames({ rules }: HandoffSettings): Problem[] {
  return rules.flatMap(({ name }, index) =>
    rules.findIndex((other) => other.name === name) < index
      ? [problem(["rules", index, "name"], "name_twice", `There is another rule with the name “${name}”.`)]
      : [],
  );
}

function queueFault({ queues }: HandoffSettings, queue: QueueId, path: Path, subject: string): Problem[] {
  if (queues.some(({ id }) => id === queue)) return [];
  return [problem(path, "queue_gone", `${subject} sends to a queue that is gone. Choose another.`)];
}
