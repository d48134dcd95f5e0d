/** The time that is left, ticking: the only part of a row that draws itself again every second. */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { dueOf } from "../model/due.ts";
import { dueLong, dueShort } from "../model/due-text.ts";
import { words } from "../words/chosen-words.ts";
import { shortMoment } from "../words/times.ts";
import { useDesk } from "./desk-context.ts";

interface DueTimeProps {
  readonly handoff: Handoff;
  /** Also until when, as the panel shows it. */
  readonly long?: boolean;
}

export function DueTime({ handoff, long = false }: DueTimeProps): JSX.Element {
  const now = useDesk().now.value;
  const due = dueOf(handoff, now);
  const tone = due.kind === "left" ? due.level : due.kind;
  const whole = dueLong(due, handoff.dueAt, now, words.value);
  return (
    <span class={`due due-${tone}`} title={long ? undefined : whole}>
      {long ? whole : dueShort(due, now, words.value)}
      {!long && due.kind === "left" && (
        <>
          {" "}
          <span class="due-until">{words.value.sla.until(shortMoment(handoff.dueAt, now, words.value))}</span>
        </>
      )}
    </span>
  );
}
