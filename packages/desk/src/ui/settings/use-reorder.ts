/** Moving lines of a list: by dragging, and by buttons, after which the focus stays on the line that moved. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { moveItem } from "../../model/settings/list-edit.ts";

interface Movable {
  readonly id: string;
  readonly name: string;
}

export interface Reorder {
  readonly count: number;
  /** What was moved last, for those who listen. */
  readonly moved: { readonly name: string; readonly at: number } | null;
  /** The line that is being dragged. */
  readonly dragged: string | null;
  move(from: number, to: number, button: HTMLElement | null): void;
  drag(id: string | null): void;
  /** What is dragged comes to the place of this line. */
  dropAt(index: number): void;
}

export function useReorder<T extends Movable>(list: readonly T[], onChange: (list: T[]) => void): Reorder {
  const [moved, setMoved] = useState<Reorder["moved"]>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const pressed = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    // A line that moves in the page takes the focus from what is in it.
    pressed.current?.focus();
    pressed.current = null;
  }, [list]);

  function move(from: number, to: number): void {
    const item = list[from];
    if (item === undefined || from === to || to < 0 || to >= list.length) return;
    setMoved({ name: item.name, at: to });
    onChange(moveItem(list, from, to));
  }

  return {
    count: list.length,
    moved,
    dragged,
    move(from, to, button) {
      pressed.current = button;
      move(from, to);
    },
    drag: setDragged,
    dropAt(index) {
      const from = list.findIndex((item) => item.id === dragged);
      setDragged(null);
      if (from !== -1) move(from, index);
    },
  };
}
