/** Keeps the Tab key inside a panel that covers the page: what lies beneath cannot be seen. */

const FOCUSABLE = "button:not(:disabled), a[href], textarea, [tabindex='0']";

/** To be called on every `keydown` while the panel covers the page. */
export function keepFocus(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const stops = panel.querySelectorAll<HTMLElement>(FOCUSABLE);
  const first = stops[0];
  const last = stops[stops.length - 1];
  const edge = event.shiftKey ? first : last;
  if (!edge?.matches(":focus")) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
