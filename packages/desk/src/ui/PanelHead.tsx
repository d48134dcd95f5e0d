/** The head of a panel: what it is, where it stands, how long there is, and the next step. */
import type { Handoff } from "@sophie/engine";
import type { ComponentChildren, JSX, RefObject } from "preact";
import { isMe } from "../model/desk.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { useDueWhy } from "./DueWhy.tsx";
import { Icon } from "./Icon.tsx";
import { backIcon, closeIcon } from "./icons.ts";
import { NudgeNotice } from "./NudgeNotice.tsx";
import { OnlookerPortraits } from "./OnlookerPortraits.tsx";
import { PlanLine } from "./PlanLine.tsx";
import { PriorityMark } from "./PriorityMark.tsx";
import { SignalIcon } from "./SignalName.tsx";
import { StatusBadge } from "./StatusBadge.tsx";
import { reasonName } from "../model/reason-name.ts";

interface PanelHeadProps {
  readonly handoff: Handoff;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function PanelHead({ handoff, heading, onClose, children }: PanelHeadProps): JSX.Element {
  const desk = useDesk();
  const text = words.value;
  const { assignee } = handoff;
  const due = useDueWhy(handoff);
  return (
    <header class="panel-head">
      <div class="panel-bar">
        <button
          type="button"
          class="button button-bare button-icon panel-back"
          aria-label={text.panel.back}
          onClick={onClose}
        >
          <Icon node={backIcon} />
        </button>
        <span class="panel-signal">
          <SignalIcon trigger={handoff.trigger} />
        </span>
        <h2 id="panel-title" class="panel-title" tabIndex={-1} ref={heading}>
          {reasonName(handoff, text)}
        </h2>
        {children}
        <button
          type="button"
          class="button button-bare button-icon panel-close"
          aria-label={text.panel.close}
          onClick={onClose}
        >
          <Icon node={closeIcon} />
        </button>
      </div>
      <p class="panel-standing">
        <StatusBadge status={handoff.status} />
        <PriorityMark priority={handoff.priority} />
        {due.button}
        {assignee !== null && (
          <span class="panel-assignee">{isMe(desk, assignee.id) ? text.queue.you : assignee.name}</span>
        )}
        <OnlookerPortraits conversation={handoff.conversation} isAnnounced />
        {handoff.cycle > 1 && <span class="quiet">{text.panel.cycle(handoff.cycle)}</span>}
      </p>
      {due.list}
      <PlanLine handoff={handoff} />
      <NudgeNotice handoff={handoff} />
    </header>
  );
}
