/** Opens the browser's own modal, which keeps focus inside, and gives the focus back to whoever had it. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function useModal({ closesOnPressBeside = false } = {}): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    // By hand, since the attribute is newer than its types.
    if (closesOnPressBeside) element.current?.setAttribute("closedby", "any");
    element.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return element;
}
