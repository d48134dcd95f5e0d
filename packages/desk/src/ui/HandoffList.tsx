/** The rows, as one stop in the page's tab order: arrows or j and k walk through it. */
import type { Handoff, HandoffId } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { HandoffRow } from "./HandoffRow.tsx";

interface HandoffListProps {
  readonly handoffs: readonly Handoff[];
  readonly openedId: string | null;
  readonly focusedId: HandoffId | null;
  readonly onOpen: (id: HandoffId) => void;
  readonly onFocus: (id: HandoffId) => void;
}

export function HandoffList({
  handoffs,
  openedId,
  focusedId,
  onOpen,
  onFocus,
}: HandoffListProps): JSX.Element {
  const has = (id: string | null): boolean => handoffs.some((handoff) => handoff.id === id);
  const inOrder = has(focusedId) ? focusedId : has(openedId) ? openedId : handoffs[0]?.id;
  return (
    <ul class="rows" aria-label={words.value.queue.list}>
      {handoffs.map((handoff) => (
        <HandoffRow
          key={handoff.id}
          handoff={handoff}
          isOpened={handoff.id === openedId}
          isInTabOrder={handoff.id === inOrder}
          onOpen={() => onOpen(handoff.id)}
          onFocus={() => onFocus(handoff.id)}
        />
      ))}
    </ul>
  );
}
