/** On a row: that it is planned, for when, and that this is now (H84). */
import { type Handoff, isOpen } from "@sophie/engine";
import type { JSX } from "preact";
import { isPlannedForNow } from "../model/routing-news.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime, shortMoment } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { calendarIcon } from "./icons.ts";

export function PlanMark({ handoff }: { readonly handoff: Handoff }): JSX.Element | null {
  const now = useDesk().now.peek();
  const text = words.value.routing.plan;
  const { plan, status } = handoff;
  if (plan === undefined || !isOpen(status)) return null;
  const isNow = isPlannedForNow(handoff);
  return (
    <span
      class={isNow ? "row-plan row-plan-now" : "row-plan"}
      title={text.planned(momentTime(plan.at, now, words.value))}
    >
      <Icon node={calendarIcon} />
      <span class="hidden">{text.planned("")} </span>
      {isNow ? text.now : shortMoment(plan.at, now, words.value)}
    </span>
  );
}
