/** Why Sophie called: the words that did it, how sure she is, and where it was said (H56–H58). */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { percentOf } from "../model/percent.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { Quote } from "./Quote.tsx";
import { showMessage } from "./show-message.ts";

export function Reason({ handoff }: { readonly handoff: Handoff }): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const { evidence } = handoff;
  const percent = percentOf(handoff.confidence);
  const at = momentTime(handoff.createdAt, desk.now.peek(), text);
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
        {text.panel.source(text.source[handoff.source], at)}
        {evidence !== null && (
          <>
            {" · "}
            <button type="button" class="link" onClick={() => showMessage(evidence.message)}>
              {text.panel.toMessage}
            </button>
          </>
        )}
      </p>
      {handoff.cancelReason !== null && (
        <p class="reason-cancelled">
          <span class="quiet">{text.panel.cancelledBecause}:</span> {handoff.cancelReason}
        </p>
      )}
    </section>
  );
}
