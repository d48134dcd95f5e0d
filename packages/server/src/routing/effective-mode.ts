/** What a destination's mode comes to at an instant, for what called (F17, F18). */
import type { Destination, HandoffMode, HandoffSettings, TriggerType } from "@sophie/engine";
import { isOpen } from "../hours/is-open.ts";
import { calendarOf } from "./calendar-of.ts";

/** Nobody can be live while the queue is closed. */
export function effectiveMode(mode: HandoffMode, isOpenNow: boolean): HandoffMode {
  return mode === "live" && !isOpenNow ? "async" : mode;
}

/** The mode of a handoff with this destination; null for nowhere. */
export function modeFor(
  settings: HandoffSettings,
  trigger: TriggerType,
  destination: Destination | null,
  at: number,
): HandoffMode {
  // A visitor who asks for a person where nobody is called hears the truth.
  if (trigger === "human_request" && !settings.signals.human_request) return "none";
  if (destination === null) return settings.onUnassigned === "close" ? "async" : "live";
  // A paused bot cannot go on, so somebody must.
  const wanted = destination.mode === "none" && trigger === "bot_paused" ? "async" : destination.mode;
  return effectiveMode(wanted, isOpen(calendarOf(settings, destination.queue), at));
}
