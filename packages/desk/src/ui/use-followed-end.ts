/** Keeps a scrolled column at its end while new things come, unless the reader has gone up to read. */
import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";

/** As far from the end as still counts as being there. */
const NEAR_PX = 80;

export interface FollowedEnd {
  readonly column: RefObject<HTMLDivElement | null>;
  /** Something new is below what is seen. */
  readonly isBehind: boolean;
  readonly toEnd: () => void;
}

/** `length` grows with what is shown; `startsAtEnd` decides where a column opens. */
export function useFollowedEnd(key: string, length: number, startsAtEnd: boolean): FollowedEnd {
  const column = useRef<HTMLDivElement>(null);
  const isNear = useRef(startsAtEnd);
  /** What was there when the column opened is not news. */
  const seenLength = useRef(0);
  const [isBehind, setIsBehind] = useState(false);

  const toEnd = useCallback(() => {
    const element = column.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    isNear.current = true;
    setIsBehind(false);
  }, []);

  useLayoutEffect(() => {
    isNear.current = startsAtEnd;
    setIsBehind(false);
    if (startsAtEnd) toEnd();
    else if (column.current !== null) column.current.scrollTop = 0;
  }, [key, startsAtEnd]);

  useLayoutEffect(() => {
    const isFirst = seenLength.current === 0;
    seenLength.current = length;
    if (isNear.current) toEnd();
    else if (!isFirst && column.current !== null) setIsBehind(distance(column.current) > NEAR_PX);
  }, [length]);

  useLayoutEffect(() => {
    const element = column.current;
    if (element === null) return;
    function onScroll(): void {
      if (element === null) return;
      isNear.current = distance(element) <= NEAR_PX;
      if (isNear.current) setIsBehind(false);
    }
    // The column shrinks when the composer grows or a notice comes; its end stays in sight.
    const resized = new ResizeObserver(() => {
      if (isNear.current) toEnd();
    });
    resized.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [key]);

  return { column, isBehind, toEnd };
}

function distance(element: HTMLElement): number {
  return element.scrollHeight - element.scrollTop - element.clientHeight;
}
