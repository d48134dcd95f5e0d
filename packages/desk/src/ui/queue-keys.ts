/** The keys of the queue (H10): j and k or arrows walk, S starts, / searches, Escape closes the panel. */
import { useLayoutEffect, useRef } from "preact/hooks";

export interface QueueKeys {
  walk(step: 1 | -1): void;
  start(): void;
  search(): void;
  close(): void;
}

export function useQueueKeys(keys: QueueKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const { target } = event;
      if (event.key === "Escape") return run(event, () => latest.current.close());
      if (isTyping(target)) return;
      if (event.key === "j") run(event, () => latest.current.walk(1));
      else if (event.key === "k") run(event, () => latest.current.walk(-1));
      else if (event.key.toLowerCase() === "s") run(event, () => latest.current.start());
      else if (event.key === "/") run(event, () => latest.current.search());
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function run(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
