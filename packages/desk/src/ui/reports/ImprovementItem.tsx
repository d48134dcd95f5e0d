/** One wrong escalation: what was said, which words did it and how much, and what the agent thought of it. */
import type { JSX } from "preact";
import { hrefOf } from "../../model/address.ts";
import { percentOf } from "../../model/percent.ts";
import type { Improvement } from "../../model/reports/reports-http.ts";
import { words } from "../../words/chosen-words.ts";
import { momentTime } from "../../words/times.ts";
import { useDesk } from "../desk-context.ts";
import { Quote } from "../Quote.tsx";
import { SignalIcon } from "../SignalName.tsx";
import { signedNumber } from "./signed-number.ts";

export function ImprovementItem({ item }: { readonly item: Improvement }): JSX.Element {
  const desk = useDesk();
  const { trigger, language, reports } = words.value;
  const text = reports.improve;
  const { handoff, evidence, confidence, verdict, features } = item;
  return (
    <li class="improvement">
      <p class="improvement-head">
        <span class="report-signal">
          <SignalIcon trigger={item.trigger} />
          {trigger[item.trigger]}
        </span>
        <span class="quiet">
          {text.sure(percentOf(confidence))} · {language[item.language]}
        </span>
        <a class="link" href={hrefOf({ page: "handoffs", id: handoff })}>
          {text.open}
        </a>
      </p>
      {evidence === null ? (
        <p class="quiet">{text.noText}</p>
      ) : (
        <blockquote class="improvement-text">
          <Quote text={evidence.text} spans={evidence.spans} />
        </blockquote>
      )}
      {verdict.note !== "" && <p>{verdict.note}</p>}
      <p class="quiet">
        {reports.judge.by(verdict.by.name, momentTime(verdict.at, desk.now.peek(), words.value))}
      </p>
      {features.length > 0 && (
        <details>
          <summary>{text.words}</summary>
          <ul class="features">
            {features.map(({ words: said, share }, at) => (
              <li key={`${at} ${said}`}>
                <span>{said}</span>
                <span class="number">{signedNumber(100 * share)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
