/** What a destination's mode comes to at an instant: nobody can be live while the queue is closed (F17, F18). */
import type { HandoffMode } from "@sophie/engine";

export function effectiveMode(mode: HandoffMode, isOpen: boolean): HandoffMode {
  return mode === "live" && !isOpen ? "async" : mode;
}
