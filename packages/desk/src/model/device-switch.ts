/** Something that a person turns on or off for themselves, kept on this device. On until it was turned off. */
import { signal, type ReadonlySignal } from "@preact/signals";

export interface DeviceSwitch {
  readonly isOn: ReadonlySignal<boolean>;
  choose(isOn: boolean): void;
}

/** `name` tells switches of one device apart. */
export function createDeviceSwitch(name: string): DeviceSwitch {
  const key = `sophie.desk.${name}`;
  const isOn = signal(readStored(key) !== "off");
  return {
    isOn,
    choose(wanted) {
      isOn.value = wanted;
      try {
        localStorage.setItem(key, wanted ? "on" : "off");
      } catch {
        // Storage may be forbidden; the choice then lasts as long as the page.
      }
    },
  };
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
