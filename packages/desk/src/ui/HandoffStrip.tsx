/** Above the queue: a few handoffs of which something is to be known, one press from each of them. */
import type { Handoff, HandoffId } from "@sophie/engine";
import type { JSX } from "preact";
import { reasonName } from "../model/reason-name.ts";
import { words } from "../words/chosen-words.ts";

interface HandoffStripProps {
  readonly title: string;
  readonly handoffs: readonly Handoff[];
  readonly onOpen: (id: HandoffId) => void;
}

export function HandoffStrip({ title, handoffs, onOpen }: HandoffStripProps): JSX.Element | null {
  const text = words.value;
  if (handoffs.length === 0) return null;
  return (
    <details class="digest" open>
      <summary class="digest-title">
        <span>{title}</span>
      </summary>
      <ul class="digest-list">
        {handoffs.map((handoff) => (
          <li key={handoff.id}>
            <button type="button" class="digest-row" onClick={() => onOpen(handoff.id)}>
              {reasonName(handoff, text)}
              <span class="digest-said quiet">
                {handoff.plan?.note || handoff.summary.lines.at(-1)?.text}
              </span>
              <span class="quiet">{text.priority[handoff.priority]}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
