/** In the head of a panel: when somebody means to see to this handoff, what for, and the way to move or drop it (H84). */
import { type Handoff, isOpen } from "@sophie/engine";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isPlannedForNow } from "../model/routing-news.ts";
import { offeredMoves } from "../model/offered-moves.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { calendarIcon } from "./icons.ts";
import { PlanDialog } from "./PlanDialog.tsx";

export function PlanLine({ handoff }: { readonly handoff: Handoff }): JSX.Element | null {
  const desk = useDesk();
  const me = useMe();
  const [isMoving, setIsMoving] = useState(false);
  const text = words.value.routing.plan;
  const { plan } = handoff;
  if (plan === undefined || !isOpen(handoff.status)) return null;
  const isMine = offeredMoves(handoff, me).primary !== null;
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div class={isPlannedForNow(handoff) ? "plan-line plan-line-now" : "plan-line"}>
      <Icon node={calendarIcon} />
      <span>
        {text.planned(momentTime(plan.at, desk.now.value, words.value))}
        {plan.zone !== own && <span class="quiet"> ({text.plannedIn(plan.zone)})</span>}
        {plan.note !== "" && <span class="plan-note"> · {plan.note}</span>}
      </span>
      {isMine && (
        <span class="plan-verbs">
          <button type="button" class="button button-small" onClick={() => setIsMoving(true)}>
            {text.move}
          </button>
          <button type="button" class="button button-small" onClick={() => void desk.plan(handoff, null)}>
            {text.done}
          </button>
        </span>
      )}
      {isMoving && <PlanDialog handoff={handoff} onClose={() => setIsMoving(false)} />}
    </div>
  );
}
