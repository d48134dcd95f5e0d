/** Walking through a list of rows by keyboard: one stop in the page's tab order, which the keys move, also to rows that are not drawn yet. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { rowElementId } from "./HandoffRow.tsx";

/** What Page Up and Page Down pass over. */
const PAGE_ROWS = 10;

export interface RowWalk {
  /** The row that a Tab leads to. */
  readonly stop: string | undefined;
  /** The row that was focused last, if it is still there. */
  readonly focused: string | null;
  readonly onFocus: (id: string) => void;
  walk(step: number): void;
  focus(id: string | undefined): boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useRowWalk(ids: readonly string[], openedId: string | null): RowWalk {
  const [lastFocused, setLastFocused] = useState<string | null>(null);
  const place = useRef(0);
  /** To be focused as soon as it is drawn. */
  const wanted = useRef<string | null>(null);
  /** The row that has the keyboard: if it goes, the next one takes over. */
  const holder = useRef<string | null>(null);

  const has = (id: string | null): id is string => id !== null && ids.includes(id);
  const focused = has(lastFocused) ? lastFocused : null;
  const start = focused ?? (has(openedId) ? openedId : null);
  const stop = start ?? ids[lastFocused === null ? 0 : Math.min(place.current, ids.length - 1)];

  useLayoutEffect(() => {
    if (focused !== null) place.current = ids.indexOf(focused);
  });

  useLayoutEffect(() => {
    const hasLost = holder.current !== null && !ids.includes(holder.current);
    if (hasLost && document.activeElement === document.body) wanted.current = stop ?? null;
    if (wanted.current !== null && elementOf(wanted.current) !== null) {
      elementOf(wanted.current)?.focus();
      wanted.current = null;
    }
    if (document.activeElement !== document.body) {
      holder.current = ids.find((id) => elementOf(id) === document.activeElement) ?? null;
    }
  });

  function focus(id: string | undefined): boolean {
    if (id === undefined || !ids.includes(id)) return false;
    const element = elementOf(id);
    if (element === null) {
      wanted.current = id;
      setLastFocused(id);
    } else element.focus();
    return true;
  }

  function walk(step: number): void {
    const at = start === null ? -1 : ids.indexOf(start);
    focus(ids[Math.min(ids.length - 1, Math.max(0, at + step))]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key, ids.length);
    if (step === null) return;
    event.preventDefault();
    walk(step);
  }

  return {
    stop,
    focused,
    onFocus: (id) => {
      holder.current = id;
      setLastFocused(id);
    },
    walk,
    focus,
    onKeyDown,
  };
}

function stepOf(key: string, length: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE_ROWS,
    PageUp: -PAGE_ROWS,
    Home: -length,
    End: length,
  };
  return steps[key] ?? null;
}

function elementOf(id: string): HTMLElement | null {
  return document.getElementById(rowElementId(id));
}
