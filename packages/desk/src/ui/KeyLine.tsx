/** Below the list: the keys that are used most, and the way to all of them. */
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";

export function KeyLine(): JSX.Element {
  const desk = useDesk();
  const { keys, queue } = words.value;
  return (
    <div class="keys">
      {desk.shortcuts.isOn.value && (
        <span aria-hidden="true">
          <kbd>J</kbd> <kbd>K</kbd> {queue.keys.walk} <kbd>↵</kbd> {queue.keys.open} <kbd>S</kbd>{" "}
          {queue.keys.start}
        </span>
      )}
      <button
        type="button"
        class="link keys-more"
        aria-keyshortcuts="?"
        onClick={() => desk.commands.under("map")?.run()}
      >
        {keys.open}
      </button>
    </div>
  );
}
