/** Who had a handoff before whoever has it now, and whether and when it goes on (T9). */
import type { Handoff, OverflowStanding } from "@sophie/engine";
import type { JSX } from "preact";
import { isMe } from "../model/desk.ts";
import { words } from "../words/chosen-words.ts";
import { clockTime, momentTime } from "../words/times.ts";
import type { Words } from "../words/words.ts";
import { useDesk } from "./desk-context.ts";

export function OverflowSection({ handoff }: { readonly handoff: Handoff }): JSX.Element | null {
  const desk = useDesk();
  const text = words.value;
  const { overflow } = handoff;
  if (overflow === undefined || overflow.had.length === 0) return null;
  const now = desk.now.peek();
  const sentence = standingSentence(overflow.standing, now, text);
  return (
    <section class="overflow" aria-labelledby="overflow-title">
      <h3 id="overflow-title" class="section-title">
        {text.routing.overflow.title}
      </h3>
      <ol class="overflow-chain">
        {overflow.had.map(({ agent, at }) => (
          <li key={`${agent.id} ${at}`}>
            {text.routing.overflow.had(
              isMe(desk, agent.id) ? text.queue.you : agent.name,
              momentTime(at, now, text),
            )}
          </li>
        ))}
      </ol>
      {sentence !== null && <p class="quiet">{sentence}</p>}
    </section>
  );
}

function standingSentence(standing: OverflowStanding, now: number, text: Words): string | null {
  const { overflow } = text.routing;
  switch (standing.state) {
    case "idle":
      return null;
    case "running":
      return overflow.running(momentTime(standing.dueAt, now, text));
    case "held":
      return overflow.held;
    case "opened":
      return overflow.opened(clockTime(standing.at, text));
    case "exempt":
      return overflow.exempt[standing.because];
    case "exhausted":
      return overflow.exhausted(momentTime(standing.at, now, text));
  }
}
