/** The engine's clock, made of the browser's. */
import type { Clock } from "@sophie/engine";

export const browserClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
