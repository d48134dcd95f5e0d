/** Which rows of a long list are worth drawing: those in sight and some around them, so that five hundred cost as much as thirty. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { shiftOfRows } from "../model/row-shift.ts";

/** All rows are equally high, so that where one stands is arithmetic. The style sheet says the same. */
export const ROW_PX = 57;
/** Rows beyond either edge, so that a quick scroll meets no gap. */
const BEYOND = 12;
/** The range moves in steps, so that most of scrolling draws nothing. */
const STEP = 4;

interface Range {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** The element with the class `pane-scroll` around the list is what scrolls; a row that is opened is brought into sight. What one reads stays where it is when rows come above it. */
export function useRowsInView(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  opened: string | null,
): Range {
  const [range, setRange] = useState<Range>({ from: 0, to: rowsIn(innerHeight) + BEYOND });
  const before = useRef(ids);

  function measure(): void {
    const scroller = scrollerOf(list.current);
    if (scroller === null) return;
    const from = stepDown(Math.floor(scrolledPast(list.current, scroller) / ROW_PX) - BEYOND);
    const to = from + rowsIn(scroller.clientHeight) + 2 * BEYOND + STEP;
    setRange((held) => (held.from === from && held.to === to ? held : { from, to }));
  }

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    if (scroller === null) return;
    const resized = new ResizeObserver(measure);
    resized.observe(scroller);
    scroller.addEventListener("scroll", measure, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener("scroll", measure);
    };
  }, []);

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const past = scroller === null ? 0 : scrolledPast(list.current, scroller);
    if (scroller !== null && past > 0 && before.current !== ids) {
      const first = Math.floor(past / ROW_PX);
      const seen = { from: first, to: first + rowsIn(scroller.clientHeight) };
      scroller.scrollTop += ROW_PX * shiftOfRows(before.current, ids, seen);
    }
    before.current = ids;
    // What stands above the list may have grown or gone, too.
    measure();
  });

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const at = opened === null ? -1 : ids.indexOf(opened);
    if (scroller === null || at === -1) return;
    const top = at * ROW_PX - scrolledPast(list.current, scroller);
    if (top < 0) scroller.scrollTop += top;
    else scroller.scrollTop += Math.max(0, top + ROW_PX - scroller.clientHeight);
  }, [opened]);

  return range;
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>(".pane-scroll") ?? null;
}

/** How far the list's top is above the top of what scrolls. */
function scrolledPast(list: HTMLElement | null, scroller: HTMLElement): number {
  return list === null ? 0 : scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
}

function rowsIn(heightPx: number): number {
  return Math.ceil(heightPx / ROW_PX);
}

function stepDown(index: number): number {
  return Math.max(0, Math.floor(index / STEP) * STEP);
}
