/** Opens the browser's own modal, which keeps focus inside, and gives the focus back to whoever had it. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export function useModal({ closesOnPressBeside = false } = {}): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  // At once, not after the next frame: whoever types on at once types into it.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    // By hand, since the attribute is newer than its types.
    if (closesOnPressBeside) element.current?.setAttribute("closedby", "any");
    element.current?.showModal();
    firstOf(element.current)?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return element;
}

/** What was asked for, or else what there is to fill in or to choose from, or else the heading: never the button that closes. */
function firstOf(dialog: HTMLDialogElement | null): HTMLElement | null | undefined {
  return ["[autofocus]", "form :is(input, textarea, select)", "ul button", "h2"]
    .map((selector) => dialog?.querySelector<HTMLElement>(selector))
    .find((found) => found != null);
}
