/** Whether the summary was in sight since a handoff was opened: whoever has it sees it before they write (H94). */
import type { Handoff } from "@sophie/engine";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { useDesk } from "./desk-context.ts";

export const SUMMARY_ID = "summary";
/** So much of it in sight is enough to begin to read. */
const SEEN_PX = 80;

/** `isMust`: for the assignee, who is also brought to it. There is no delay: in sight is enough. */
export function useSummaryRead(
  column: RefObject<HTMLElement | null>,
  { id }: Handoff,
  isMust: boolean,
): boolean {
  const desk = useDesk();
  const isRead = desk.summariesSeen.value.has(id);
  useLayoutEffect(() => {
    const scroller = column.current;
    if (isRead || scroller === null) return;
    const summary = scroller.querySelector<HTMLElement>(`#${SUMMARY_ID}`);
    if (isMust) summary?.scrollIntoView({ block: "nearest" });
    look();
    function look(): void {
      if (scroller !== null && (summary === null || isInSight(summary, scroller))) desk.noteSummarySeen(id);
    }
    scroller.addEventListener("scroll", look, { passive: true });
    return () => scroller.removeEventListener("scroll", look);
  }, [desk, column, id, isRead, isMust]);
  return isRead || !isMust;
}

function isInSight(element: HTMLElement, scroller: HTMLElement): boolean {
  const [own, around] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return own.top >= around.top && own.top + Math.min(own.height, SEEN_PX) <= around.bottom;
}
