/** The keys of a replay: left and right step, Home and End go to the ends, Escape leaves. */
import { useLayoutEffect, useRef } from "preact/hooks";

export interface ReplayKeys {
  step(by: 1 | -1): void;
  toEnd(end: "first" | "last"): void;
  leave(): void;
}

export function useReplayKeys(keys: ReplayKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const act = actionOf(event.key, latest.current);
      if (act === null) return;
      // Before the scrubber moves by itself, so that one key is one step wherever the focus is.
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}

function actionOf(key: string, keys: ReplayKeys): (() => void) | null {
  if (key === "ArrowLeft") return () => keys.step(-1);
  if (key === "ArrowRight") return () => keys.step(1);
  if (key === "Home") return () => keys.toEnd("first");
  if (key === "End") return () => keys.toEnd("last");
  return key === "Escape" ? () => keys.leave() : null;
}
