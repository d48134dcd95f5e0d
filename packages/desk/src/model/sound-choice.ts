/** Whether this agent wants to hear of what is urgent, kept on this device (H83). */
import { signal, type ReadonlySignal } from "@preact/signals";

const STORAGE_KEY = "sophie.desk.sound";

export interface SoundChoice {
  readonly isOn: ReadonlySignal<boolean>;
  choose(isOn: boolean): void;
}

export function createSoundChoice(): SoundChoice {
  const isOn = signal(readStored() !== "off");
  return {
    isOn,
    choose(wanted) {
      isOn.value = wanted;
      try {
        localStorage.setItem(STORAGE_KEY, wanted ? "on" : "off");
      } catch {
        // Storage may be forbidden; the choice then lasts as long as the page.
      }
    },
  };
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
