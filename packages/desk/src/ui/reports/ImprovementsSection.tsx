/** What was wrongly escalated, with the words that did it, to be learnt from and taken along as training lines (H90). */
import { TRIGGER_TYPES, TriggerType } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Improvement, ReportCalls } from "../../model/reports/reports-http.ts";
import { words } from "../../words/chosen-words.ts";
import { Blank } from "../Blank.tsx";
import { archiveIcon } from "../icons.ts";
import { ListSkeleton } from "../Skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { ImprovementItem } from "./ImprovementItem.tsx";
import { LoadFailed } from "./LoadFailed.tsx";

export function ImprovementsSection({ calls }: { readonly calls: ReportCalls }): JSX.Element {
  const [signal, setSignal] = useState<TriggerType | null>(null);
  const [attempt, setAttempt] = useState(0);
  const answer = useAnswer(async () => ({ list: await calls.improvements(signal) }), [signal, attempt]);
  const { trigger, reports } = words.value;
  const text = reports.improve;
  const list = answer?.list;
  return (
    <>
      <p class="quiet">{text.lead}</p>
      <div class="improve-bar">
        <select
          class="input select"
          aria-label={text.filter}
          value={signal ?? ""}
          onChange={(event) => setSignal(TriggerType.safeParse(event.currentTarget.value).data ?? null)}
        >
          <option value="">{text.all}</option>
          {TRIGGER_TYPES.map((type) => (
            <option key={type} value={type}>
              {trigger[type]}
            </option>
          ))}
        </select>
        {list != null && list.length > 0 && (
          <a class="button" href={calls.exportHref(signal)} download="improvements.txt">
            {text.export}
          </a>
        )}
      </div>
      {answer === null && <ListSkeleton />}
      {list === null && <LoadFailed onRetry={() => setAttempt(attempt + 1)} />}
      {list?.length === 0 && <Blank icon={archiveIcon} title={text.emptyTitle} text={text.emptyText} />}
      {list != null && list.length > 0 && (
        <ul class="improvements">
          {list.map((item: Improvement) => (
            <ImprovementItem key={item.handoff} item={item} />
          ))}
        </ul>
      )}
    </>
  );
}
