/** Asks whoever should look after a handoff in which nothing happened for a day; it is never closed for them (H95). */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { isAskedToLook } from "../model/neglect.ts";
import { words } from "../words/chosen-words.ts";
import { momentTime } from "../words/times.ts";
import { useDesk, useMe } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { warningIcon } from "./icons.ts";

export function NudgeNotice({ handoff }: { readonly handoff: Handoff }): JSX.Element | null {
  const desk = useDesk();
  const text = words.value;
  const { nudge } = handoff;
  if (nudge === null || !isAskedToLook(handoff, useMe())) return null;
  return (
    <output class="nudge">
      <Icon node={warningIcon} />
      <span>{text.sla.nudge[nudge.to](momentTime(nudge.at, desk.now.peek(), text))}</span>
    </output>
  );
}
