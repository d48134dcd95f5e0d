/** One handoff in the list: two lines that say how pressing, what, until when, and in whose hands. */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { hasNews, isMe } from "../model/desk.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { isNeglected } from "../model/neglect.ts";
import { DueTime } from "./DueTime.tsx";
import { OnlookerPortraits } from "./OnlookerPortraits.tsx";
import { PlanMark } from "./PlanMark.tsx";
import { PriorityMark } from "./PriorityMark.tsx";
import { Quote } from "./Quote.tsx";
import { StatusBadge } from "./StatusBadge.tsx";
import { isExhausted } from "../model/routing-news.ts";
import { reasonName } from "../model/reason-name.ts";

interface HandoffRowProps {
  readonly handoff: Handoff;
  readonly isOpened: boolean;
  /** Only one row of the list takes part in the page's tab order. */
  readonly isInTabOrder: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}

export function rowElementId(id: string): string {
  return `row-${id}`;
}

export function HandoffRow({
  handoff,
  isOpened,
  isInTabOrder,
  onOpen,
  onFocus,
}: HandoffRowProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const { evidence, assignee } = handoff;
  const hasSites = desk.sites.value.length > 1;
  return (
    <button
      type="button"
      id={rowElementId(handoff.id)}
      class={`row row-${handoff.status}`}
      aria-current={isOpened ? "true" : undefined}
      tabIndex={isInTabOrder ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <span class="row-line">
        <PriorityMark priority={handoff.priority} />
        <span class="row-signal">{reasonName(handoff, text)}</span>
        {!isOpened && hasNews(desk, handoff) && (
          <span class="row-news" title={text.queue.news}>
            <span class="hidden">{text.queue.news}</span>
          </span>
        )}
        <DueTime handoff={handoff} />
      </span>
      <span class="row-line row-line-quiet">
        <span class="row-quote">
          {evidence === null ? (
            (handoff.summary.lines.at(-1)?.text ?? text.queue.noQuote)
          ) : (
            <Quote text={evidence.text} spans={evidence.spans} />
          )}
        </span>
        {hasSites && (
          <span class="row-site">{desk.sites.value.find((site) => site.id === handoff.site)?.name}</span>
        )}
        <span class="row-score" title={`${text.queue.score} ${handoff.score}`}>
          <span class="hidden">{text.queue.score} </span>
          {handoff.score}
        </span>
        <OnlookerPortraits conversation={handoff.conversation} />
        {assignee !== null && (
          <span class="row-name" title={assignee.name}>
            {isMe(desk, assignee.id) ? text.queue.you : assignee.name.split(" ")[0]}
          </span>
        )}
        <PlanMark handoff={handoff} />
        {isExhausted(handoff) && <span class="row-exhausted">{text.routing.overflow.exhaustedShort}</span>}
        {isNeglected(handoff) && <span class="row-neglected">{text.sla.nudgeShort}</span>}
        <StatusBadge status={handoff.status} />
      </span>
    </button>
  );
}
