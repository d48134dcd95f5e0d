/** Lets an agent turn the sound of urgent handoffs off; turned on, it is heard at once (H83). */
import type { JSX } from "preact";
import { words } from "../words/chosen-words.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./Icon.tsx";
import { soundIcon, soundOffIcon } from "./icons.ts";

export function SoundSwitch(): JSX.Element {
  const { alarm } = useDesk();
  const isOn = alarm.hasSound.value;
  const text = words.value.urgent;
  return (
    <button
      type="button"
      class="button button-bare button-icon sound"
      role="switch"
      aria-checked={isOn}
      aria-label={text.sound}
      title={isOn ? text.soundIsOn : text.soundIsOff}
      onClick={() => alarm.chooseSound(!isOn)}
    >
      <Icon node={isOn ? soundIcon : soundOffIcon} />
    </button>
  );
}
