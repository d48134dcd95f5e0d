/** Above the queue: what this agent planned for now, and for supervisors what has been to everybody (H84, R19). */
import { type HandoffId, may } from "@sophie/engine";
import type { JSX } from "preact";
import { isExhausted, isPlannedForNow } from "../model/routing-news.ts";
import { words } from "../words/chosen-words.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { HandoffStrip } from "./HandoffStrip.tsx";

export function RoutingStrips({ onOpen }: { readonly onOpen: (id: HandoffId) => void }): JSX.Element {
  const me = useMe();
  const open = useDesk().handoffs.open.value;
  const text = words.value.routing;
  const planned = open.filter((handoff) => isPlannedForNow(handoff) && handoff.assignee?.id === me.id);
  const exhausted = may(me.role, "handoffs.manage") ? open.filter(isExhausted) : [];
  return (
    <>
      <HandoffStrip title={text.plan.dueTitle(planned.length)} handoffs={planned} onOpen={onOpen} />
      <HandoffStrip
        title={text.overflow.exhaustedTitle(exhausted.length)}
        handoffs={exhausted}
        onOpen={onOpen}
      />
    </>
  );
}
