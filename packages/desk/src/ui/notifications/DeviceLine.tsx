/** Whether this browser can be woken up, and if not, what one can do about it: in its own words, never in a wish (H93). */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/chosen-words.ts";
import { useDesk } from "../desk-context.ts";

export function DeviceLine(): JSX.Element {
  const { notifications } = useDesk();
  const [isBusy, setIsBusy] = useState(false);
  const text = words.value.notifications;
  const state = notifications.push.value;
  const isChangeable = state === "on" || state === "off";

  async function change(): Promise<void> {
    setIsBusy(true);
    await (state === "on" ? notifications.turnOff() : notifications.turnOn());
    setIsBusy(false);
  }

  return (
    <div class="notify-device">
      <p class={isChangeable ? undefined : "note-text"}>{text.device[state]}</p>
      {isChangeable && (
        <button
          type="button"
          class="button button-small"
          aria-disabled={isBusy}
          onClick={() => !isBusy && void change()}
        >
          {state === "on" ? text.turnOff : text.turnOn}
        </button>
      )}
    </div>
  );
}
