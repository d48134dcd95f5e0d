/** The handoffs as rows, as one stop in the page's tab order: arrows or j and k walk through it. */
import type { Handoff, HandoffId } from "@sophie/engine";
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { HandoffRow } from "./HandoffRow.tsx";
import type { RowWalk } from "./use-row-walk.ts";
import { WindowedRows } from "./WindowedRows.tsx";

interface HandoffListProps {
  readonly handoffs: readonly Handoff[];
  readonly openedId: string | null;
  readonly walk: RowWalk;
  readonly onOpen: (id: HandoffId) => void;
}

export function HandoffList({ handoffs, openedId, walk, onOpen }: HandoffListProps): JSX.Element {
  return (
    <WindowedRows
      label={words.value.queue.list}
      items={handoffs}
      idOf={(handoff) => handoff.id}
      stop={walk.stop}
      opened={openedId}
      onKeyDown={walk.onKeyDown}
    >
      {(handoff) => (
        <HandoffRow
          handoff={handoff}
          isOpened={handoff.id === openedId}
          isInTabOrder={handoff.id === walk.stop}
          onOpen={() => onOpen(handoff.id)}
          onFocus={() => walk.onFocus(handoff.id)}
        />
      )}
    </WindowedRows>
  );
}
