/** Whether what queues settle about going on to others can be: long enough to be seen, and on to queues that there are (T2, T11). */
import { type HandoffSettings, OVERFLOW_MIN_SECONDS } from "@sophie/engine";
import { type Problem, problem } from "./problem.ts";

export function checkOverflow({ queues }: HandoffSettings): Problem[] {
  return queues.flatMap(({ id, name, overflow }, index) => {
    if (overflow === undefined) return [];
    const path = ["queues", index, "overflow"];
    const short =
      overflow.afterSeconds < OVERFLOW_MIN_SECONDS
        ? [
            problem(
              [...path, "afterSeconds"],
              "overflow_min_10m",
              `“${name}” must give people at least 10 minutes before a handoff goes on to others.`,
            ),
          ]
        : [];
    const wrong = overflow.nextQueues.flatMap((next, at) => {
      const place = [...path, "nextQueues", at];
      if (next === id) {
        return [problem(place, "overflow_to_itself", `“${name}” cannot come after itself.`)];
      }
      return queues.some((queue) => queue.id === next)
        ? []
        : [problem(place, "queue_gone", `“${name}” goes on to a queue that is gone. Choose another.`)];
    });
    return [...short, ...wrong];
  });
}
