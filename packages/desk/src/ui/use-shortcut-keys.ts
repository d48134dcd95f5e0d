/** Turns keys into commands: never in a field, never under a dialog, and single keys only where they are wanted (WCAG 2.1.4). */
import { useLayoutEffect } from "preact/hooks";
import { isSingleKey, shortcutsFor } from "../model/shortcuts.ts";
import type { Desk } from "../model/desk.ts";

export function useShortcutKeys(desk: Desk): void {
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const isPlain = !event.ctrlKey && !event.metaKey;
      if (isPlain && event.key !== "Escape" && takesKeys(event.target)) return;
      for (const name of shortcutsFor(event)) {
        if (isSingleKey(name) && !desk.shortcuts.isOn.peek()) continue;
        const command = desk.commands.under(name);
        if (command === undefined) continue;
        event.preventDefault();
        command.run();
        return;
      }
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [desk]);
}

/** Where one types, or where letters already mean something. A box that is ticked and a choice of a few take none. */
function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox"].includes(target.type);
  return target.matches(
    "textarea, select, [contenteditable], [role=menuitem], [role=option], [role=combobox]",
  );
}
