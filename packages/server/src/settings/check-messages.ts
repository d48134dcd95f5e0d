/** A message may only hold what Sophie can fill in. */
import { type HandoffSettings, LANGUAGES } from "@sophie/engine";
import { type Problem, problem } from "./problem.ts";

const FILLABLE = {
  available: [],
  /** When the queue opens next, and by when an answer comes. */
  unavailable: ["{time}", "{reply}"],
  unassigned: [],
} as const satisfies Record<keyof HandoffSettings["messages"], readonly string[]>;

export function checkMessages({ messages }: HandoffSettings): Problem[] {
  return Object.entries(FILLABLE).flatMap(([message, fillable]) =>
    LANGUAGES.flatMap((language) => {
      const text = messages[message as keyof typeof FILLABLE][language] ?? "";
      const known: readonly string[] = fillable;
      const stray = (text.match(/\{[^{}]*\}/g) ?? []).find((word) => !known.includes(word));
      if (stray === undefined) return [];
      const sentence =
        known.length === 0
          ? `${stray} cannot be filled in here. Leave it out.`
          : `${stray} cannot be filled in here. What can is ${known.join(" and ")}.`;
      return [problem(["messages", message, language], "placeholder_unknown", sentence)];
    }),
  );
}
