/** The due time of an opened handoff, with its clock beside it; pressed, it shows how it was counted (H38, N7). */
import type { Handoff } from "@sophie/engine";
import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { askDueSum, type DueSum } from "../model/due-sum.ts";
import { words } from "../words/chosen-words.ts";
import { exactDuration } from "../words/times.ts";
import { DueSumList } from "./DueSumList.tsx";
import { DueTime } from "./DueTime.tsx";
import { Icon } from "./Icon.tsx";
import { chevronIcon } from "./icons.ts";
import { PastCycles } from "./PastCycles.tsx";

export interface DueWhyView {
  readonly button: JSX.Element;
  /** What is shown below the line in which the button stands; null while it is closed. */
  readonly list: JSX.Element | null;
}

type Told = "asking" | "failed" | DueSum;

export function useDueWhy(handoff: Handoff): DueWhyView {
  const [isOpened, setIsOpened] = useState(false);
  const [told, setTold] = useState<Told>("asking");
  const listId = useId();
  const { id, dueAt, target } = handoff;
  const { sla } = words.value;

  useEffect(() => {
    if (!isOpened) return;
    let isWanted = true;
    void askDueSum(id).then((sum) => isWanted && setTold(sum ?? "failed"));
    return () => {
      isWanted = false;
    };
  }, [isOpened, id, dueAt]);

  const seconds = Math.round(target.ms / 1_000);
  const button = (
    <button
      type="button"
      class="due-why"
      aria-expanded={isOpened}
      aria-controls={isOpened ? listId : undefined}
      title={sla.why}
      onClick={() => setIsOpened(!isOpened)}
    >
      <DueTime handoff={handoff} long />
      <span class="due-target">
        {sla.within(exactDuration(seconds, words.value))} · {sla.clock[target.clock]}
      </span>
      <Icon node={chevronIcon} class="due-why-chevron" />
    </button>
  );
  if (!isOpened) return { button, list: null };
  return {
    button,
    list: (
      <section id={listId} class="due-why-list" aria-label={sla.why}>
        {told === "failed" && <p class="quiet">{sla.failed}</p>}
        {typeof told === "object" && <DueSumList sum={told} />}
        <PastCycles cycles={handoff.cycles} />
      </section>
    ),
  };
}
