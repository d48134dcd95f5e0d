/** What became of the cycles before this one: a handoff that was reopened keeps their results (H53). */
import type { ResponseCycle } from "@sophie/engine";
import type { JSX } from "preact";
import { dueLong } from "../model/due-text.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";

export function PastCycles({ cycles }: { readonly cycles: readonly ResponseCycle[] }): JSX.Element | null {
  const now = useDesk().now.peek();
  const text = words.value;
  if (cycles.length === 0) return null;
  return (
    <ul class="past-cycles" aria-label={text.sla.pastCycles}>
      {cycles.map((cycle) => (
        <li key={cycle.cycle}>
          {text.sla.cycle(cycle.cycle, momentTime(cycle.startedAt, now, text))} {resultOf(cycle)}
        </li>
      ))}
    </ul>
  );

  function resultOf({ dueAt, firstResponseAt: at }: ResponseCycle): string {
    if (at === null) return text.sla.unanswered;
    const due =
      at <= dueAt ? ({ kind: "met", at } as const) : ({ kind: "missed", at, ms: at - dueAt } as const);
    return dueLong(due, dueAt, now, text);
  }
}
