/** Why Sophie called: the words that did it, how sure she is, and where it was said (H56–H58). */
import type { Handoff, LogEntry } from "@sophie/engine";
import type { JSX } from "preact";
import { percentOf } from "../model/percent.ts";
import { words } from "../words/chosen-words.ts";
import { Quote } from "./Quote.tsx";
import { TriggerMoment } from "./TriggerMoment.tsx";

interface ReasonProps {
  readonly handoff: Handoff;
  readonly entries: readonly LogEntry[];
}

export function Reason({ handoff, entries }: ReasonProps): JSX.Element {
  const text = words.value;
  const { evidence } = handoff;
  const percent = percentOf(handoff.confidence);
  return (
    <section class="reason" aria-labelledby="reason-title">
      <h3 id="reason-title" class="section-title">
        {text.panel.reason}
        <span class="reason-sure">
          <meter class="reason-meter" min={0} max={100} value={percent} aria-hidden="true" />
          {text.panel.confidence(percent)}
        </span>
      </h3>
      {evidence !== null && (
        <blockquote class="reason-quote">
          <Quote text={evidence.text} spans={evidence.spans} />
        </blockquote>
      )}
      <p class="quiet">
        {evidence === null && `${text.panel.sourceNone} `}
        {text.panel.source(text.source[handoff.source])}
        <TriggerMoment handoff={handoff} entries={entries} />
      </p>
      {handoff.cancelReason !== null && (
        <p class="reason-cancelled">
          <span class="quiet">{text.panel.cancelledBecause}:</span> {handoff.cancelReason}
        </p>
      )}
    </section>
  );
}
