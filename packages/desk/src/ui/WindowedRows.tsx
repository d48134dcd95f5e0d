/** A list of which only the rows in sight are drawn; each still says which of how many it is. */
import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { ROW_PX, useRowsInView } from "./use-rows-in-view.ts";

interface WindowedRowsProps<T> {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** The row in the page's tab order: it is drawn wherever the list is scrolled to. */
  readonly stop: string | undefined;
  readonly opened: string | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: (item: T) => JSX.Element;
}

export function WindowedRows<T>(props: WindowedRowsProps<T>): JSX.Element {
  const { items, idOf, stop } = props;
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => items.map(idOf), [items]);
  const { from, to } = useRowsInView(list, ids, props.opened);
  const stopAt = stop === undefined ? -1 : ids.indexOf(stop);
  const isDrawn = (index: number): boolean => (index >= from && index < to) || index === stopAt;
  return (
    // The rows are buttons; the list only hears the keys that walk from one to the next.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      class="rows"
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      style={{ height: `${items.length * ROW_PX}px` }}
      onKeyDown={props.onKeyDown}
    >
      {items.map(
        (item, index) =>
          isDrawn(index) && (
            <li
              key={idOf(item)}
              class="row-item"
              style={{ top: `${index * ROW_PX}px` }}
              aria-posinset={index + 1}
              aria-setsize={items.length}
            >
              {props.children(item)}
            </li>
          ),
      )}
    </ul>
  );
}
